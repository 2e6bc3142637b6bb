import Foundation
import Healing
import Incident
import Workspace

/// The package as the user has it: the only place where the lab writes to it.
struct UserTree {
    struct Change {
        var path: String
        /// What the file must still hold; nil skips the check.
        var before: String?
        var isNew = false
        var after: String
    }

    let package: String

    /// Writes the changes, all or none.
    ///
    /// - Throws: `LabError` with `.badInput` when a file changed since it was read, is dirty where `requiringClean`
    ///   forbids it, or cannot be written.
    func write(_ changes: [Change], requiringClean: Bool) async throws {
        for change in changes {
            let path = package + "/" + change.path
            if requiringClean, try UserRepository.hasChanges(path: path) {
                throw LabError(
                    .badInput, "\(change.path) has uncommitted changes, so nothing is written to it.",
                    hint: "Commit or stash them first.")
            }
            if let before = change.before {
                guard let now = FileManager.default.contents(atPath: path), now == Data(before.utf8) else {
                    throw LabError(
                        .badInput, "\(change.path) changed while the lab ran, so nothing is applied.",
                        hint: "Run again, or use `git apply` with the patch among the artifacts.")
                }
            } else if change.isNew, FileManager.default.fileExists(atPath: path) {
                throw LabError(.badInput, "\(change.path) appeared while the lab ran, so nothing is applied.")
            }
        }
        let writer = ArtifactWriter(directory: package)
        try writer.write(changes.map { .init($0.path, $0.after) })
    }
}
