import Incident
import Reports

/// What a mutation run leaves behind.
enum MutationArtifacts {
    static let record = "mutation.json"

    /// Writes the record last, beside it every form that other tools read.
    static func write(_ record: MutationRecord, to folder: String) throws {
        let forms = MutationFormat.allCases.map { form in
            ArtifactWriter.File(form.fileName, form.text(of: record))
        }
        try ArtifactWriter(directory: folder).write(
            forms + [.init(Self.record, try CanonicalJSON.encode(record))])
    }
}
