import Foundation
import Healing
import Incident

/// The directory that a heal's artifacts go to.
enum Artifacts {
    /// Finds out before a long run whether its results can be written.
    static func check(_ folder: String, flag: String = "--artifacts") throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw LabError(
                .cannotWrite, "\(flag) \(folder): the directory cannot be made.", underlying: error)
        }
        let probe = folder + "/.probe-\(ProcessInfo.processInfo.processIdentifier)"
        guard FileManager.default.createFile(atPath: probe, contents: Data()) else {
            throw LabError(.cannotWrite, "\(flag) \(folder): the directory is not writable.")
        }
        try? FileManager.default.removeItem(atPath: probe)
    }

    /// - Parameter forms: the heal in other tools' forms, written beside the report.
    static func write(_ record: HealRecord, to folder: String, forms: [ArtifactWriter.File] = []) throws {
        let written = Set(record.artifacts.map(\.name))
        // The report is renamed into place last: who finds it finds what it names.
        try ArtifactWriter(directory: folder).write(
            record.raw + forms + record.artifacts, removing: ArtifactName.all.filter { !written.contains($0) }
        )
    }
}
