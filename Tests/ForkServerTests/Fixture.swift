import Foundation
import Testing

@testable import Workspace

/// A directory of its own for one test, gone afterwards.
final class Fixture: Sendable {
    let path: String

    init() throws {
        let path = FileManager.default.temporaryDirectory.path + "/lab-fork-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        // Paths in reports are real ones.
        self.path = try #require(Files.realPath(path))
    }

    deinit { try? Files.remove(path) }

    /// Writes files by relative path, with their directories, and returns the path of `directory`.
    @discardableResult
    func write(_ files: [String: String], in directory: String = "patient") throws -> String {
        let root = path + "/" + directory
        for (name, text) in files {
            let file = URL(fileURLWithPath: root + "/" + name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return root
    }

    var workspace: String { path + "/workspace" }
}

/// Processes whose arguments hold a text that only this test uses.
func processes(mentioning text: String) -> [Int32] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap { Int32($0) }.filter {
        process in
        guard process != getpid(), ProcessTable.isAlive(process),
            let bytes = ProcessTable.contents(of: "/proc/\(process)/cmdline")
        else { return false }
        return String(decoding: bytes, as: UTF8.self).contains(text)
    }
}
