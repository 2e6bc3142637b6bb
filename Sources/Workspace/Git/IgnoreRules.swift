import CGit2
import Foundation
import Incident

/// What git would include of a directory: the rules of the repository around it, or of its `.gitignore` files alone.
final class IgnoreRules {
    private let repository: OpaquePointer
    /// Path of the directory inside the repository's working tree, empty or with a final slash.
    private let prefix: String
    private let tracked: Set<String>
    private let trackedDirectories: Set<String>

    /// `scratch` may be overwritten by an empty repository.
    init(directory: String, scratch: String) throws {
        guard Git.isReady else { throw LabError(.unavailable, "libgit2 could not be started.") }
        if let (found, prefix) = Self.repository(around: directory) {
            var isUsed = false
            defer { if !isUsed { git_repository_free(found) } }
            let (files, directories) = try Self.index(of: found, below: prefix)
            // A directory that its repository ignores as a whole, such as a fixture in a build folder or a project in a
            // home directory under git, would come out empty: it stands on its own.
            var isIgnored: Int32 = 0
            let isWhole = prefix.isEmpty || !files.isEmpty
            if isWhole
                || git_ignore_path_is_ignored(&isIgnored, found, String(prefix.dropLast())) == 0
                    && isIgnored == 0
            {
                isUsed = true
                repository = found
                self.prefix = prefix
                tracked = files
                trackedDirectories = directories
                return
            }
        }
        try? Files.remove(scratch)
        var made: OpaquePointer?
        try Git.check(git_repository_init(&made, scratch, 1), "create '\(scratch)'")
        guard let made else { throw LabError(.software, "Git created nothing at '\(scratch)'.") }
        repository = made
        prefix = ""
        tracked = []
        trackedDirectories = []
        try Git.check(git_repository_set_workdir(made, directory, 0), "read '\(directory)'")
    }

    deinit { git_repository_free(repository) }

    func includes(_ path: String) throws -> Bool {
        if tracked.contains(path) { return true }
        return try !ignores(path)
    }

    func holdsTracked(below path: String) -> Bool { trackedDirectories.contains(path) }

    func ignores(_ path: String) throws -> Bool {
        var isIgnored: Int32 = 0
        try Git.check(
            git_ignore_path_is_ignored(&isIgnored, repository, prefix + path),
            "read the ignore rules for '\(path)'")
        return isIgnored != 0
    }

    private static func repository(around directory: String) -> (OpaquePointer, String)? {
        var opened: OpaquePointer?
        guard git_repository_open_ext(&opened, directory, 0, nil) == 0, let opened else { return nil }
        guard let workdir = git_repository_workdir(opened).flatMap({ Files.realPath(String(cString: $0)) }),
            let below = RelativePath.below(workdir, directory)
        else {
            git_repository_free(opened)
            return nil
        }
        return (opened, below.isEmpty ? "" : below + "/")
    }

    /// Tracked files below a prefix, and the directories that hold them.
    private static func index(
        of repository: OpaquePointer, below prefix: String
    ) throws -> (files: Set<String>, directories: Set<String>) {
        var opened: OpaquePointer?
        try Git.check(git_repository_index(&opened, repository), "read the index")
        defer { git_index_free(opened) }
        var files: Set<String> = []
        var directories: Set<String> = []
        for position in 0..<git_index_entrycount(opened) {
            guard let entry = git_index_get_byindex(opened, position)?.pointee, let name = entry.path else {
                continue
            }
            let path = String(cString: name)
            guard path.hasPrefix(prefix) else { continue }
            let inside = String(path.dropFirst(prefix.count))
            files.insert(inside)
            directories.formUnion(RelativePath.parents(of: inside))
            // A submodule is a single entry, and a directory on disk.
            if entry.mode == GIT_FILEMODE_COMMIT.rawValue { directories.insert(inside) }
        }
        return (files, directories)
    }
}
