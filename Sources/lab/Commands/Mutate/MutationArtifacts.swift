import Incident

/// What a mutation run leaves behind.
enum MutationArtifacts {
    static let record = "mutation.json"

    /// Writes the record as a whole or not at all.
    static func write(_ record: MutationRecord, to folder: String) throws {
        try ArtifactWriter(directory: folder).write([
            .init(Self.record, try CanonicalJSON.encode(record))
        ])
    }
}
