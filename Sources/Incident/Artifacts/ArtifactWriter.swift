package import Foundation

/// Writes a set of files so that a reader sees the old set or whole new files, never half of one.
///
/// Everything is first written and flushed beside its destination; only when all of it is on the disk are the files
/// renamed into place, the last one given last. A full disk therefore leaves the old files whole.
package struct ArtifactWriter {
    package struct File: Sendable {
        /// Relative to the directory, with `/` for sub-directories.
        package var name: String
        package var data: Data

        package init(_ name: String, _ data: Data) {
            self.name = name
            self.data = data
        }

        package init(_ name: String, _ text: String) { self.init(name, Data(text.utf8)) }
    }

    private let directory: URL

    package init(directory: String) {
        self.directory = URL(fileURLWithPath: directory, isDirectory: true)
    }

    /// - Parameters:
    ///   - files: what is written, the one that names the others last.
    ///   - obsolete: names that an earlier run may have left and this one has not; removed last.
    /// - Throws: `LabError` with `.cannotWrite`, naming the directory.
    package func write(_ files: [File], removing obsolete: [String] = []) throws {
        let manager = FileManager.default
        // Of this call alone: trials that end at once write to the same folder.
        let staging = directory.appendingPathComponent(
            ".staging-\(ProcessInfo.processInfo.processIdentifier)-\(UUID().uuidString.prefix(8))")
        do {
            try manager.createDirectory(at: staging, withIntermediateDirectories: true)
            defer { try? manager.removeItem(at: staging) }
            for (index, file) in files.enumerated() {
                let url = staging.appendingPathComponent("\(index)")
                guard manager.createFile(atPath: url.path, contents: nil) else {
                    throw CocoaError(.fileWriteUnknown)
                }
                let handle = try FileHandle(forWritingTo: url)
                try handle.write(contentsOf: file.data)
                try handle.synchronize()
                try handle.close()
            }
            for (index, file) in files.enumerated() {
                let target = directory.appendingPathComponent(file.name)
                try manager.createDirectory(
                    at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
                guard rename(staging.appendingPathComponent("\(index)").path, target.path) == 0 else {
                    throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
                }
            }
            for name in obsolete {
                try? manager.removeItem(at: directory.appendingPathComponent(name))
            }
        } catch {
            throw LabError(
                .cannotWrite, "cannot write artifacts to \(directory.path)",
                hint: "The files that were there before are as they were.", underlying: error)
        }
    }
}
