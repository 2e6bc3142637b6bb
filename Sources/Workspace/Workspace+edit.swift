import Foundation
import Incident

extension Workspace {
    /// Writes text files, by path relative to the package; the next ``commit(message:step:)`` holds them.
    ///
    /// A new file is not executable, an existing one keeps its mode. A file that already has these bytes is not touched.
    package func write(files: [String: String]) throws {
        let store = try loadedStore()
        for path in files.keys { try RelativePath.check(path) }
        for (path, text) in files.sorted(by: { $0.key < $1.key }) {
            let bytes = Array(text.utf8)
            let current = pending[path] ?? tracked[path]
            let mode: GitStore.Entry.Mode = current?.mode == .executable ? .executable : .regular
            try place(.regular(isExecutable: mode == .executable), bytes: bytes, at: path)
            pending[path] = .some(GitStore.Entry(blob: try store.store(bytes), mode: mode))
            // A file cannot stay where a directory is now.
            for parent in RelativePath.parents(of: path)
            where tracked[parent] != nil || pending[parent] != nil {
                pending[parent] = .some(nil)
            }
        }
    }

    /// Removes files; one that is not there is no error.
    package func remove(files: [String]) throws {
        _ = try loadedStore()
        for path in files {
            try RelativePath.check(path)
            try Files.remove(tree + "/" + path)
            pending[path] = .some(nil)
        }
    }

    /// The text of a file of the copy, as it is on disk now; throws `badInput` when there is none.
    package func read(_ path: String) throws -> String {
        try RelativePath.check(path)
        return String(decoding: try Files.read(tree + "/" + path), as: UTF8.self)
    }

    /// Tracked Swift files, with what was written since the last commit, sorted; manifests included.
    package func sourceFiles() throws -> [String] {
        _ = try loadedStore()
        return current.keys.filter { $0.hasSuffix(".swift") }.sorted()
    }

    /// Commits exactly what ``write(files:)`` and ``remove(files:)`` did since the last commit or checkout.
    ///
    /// What tests or builds left in the tree does not enter. `step` dates the commit: seconds after the baseline.
    @discardableResult
    package func commit(message: String, step: Int) throws -> String {
        let store = try loadedStore()
        let entries = current
        let id = try store.commit(entries, message: message, step: step, parent: head)
        head = id
        tracked = entries
        pending = [:]
        return id
    }

    /// Makes the tree equal to a commit: writes only what differs, and removes everything else, also what tests left.
    ///
    /// `Package.resolved` stays if the commit has none, because a build needs it again.
    ///
    /// - Parameters:
    ///   - id: the commit.
    ///   - spared: untracked files to leave where they are, for a write that follows: a file that is removed and written
    ///     again is compiled again.
    package func checkout(_ id: String, sparing spared: Set<String> = []) throws {
        let store = try loadedStore()
        let entries = try store.entries(of: id)
        try sweep(keeping: Set(entries.keys).union([Self.resolvedFile]).union(spared))
        for (path, entry) in entries.sorted(by: { $0.key < $1.key }) {
            let bytes = try store.bytes(ofBlob: entry.blob)
            switch entry.mode {
            case .link: try place(.link(target: String(decoding: bytes, as: UTF8.self)), bytes: [], at: path)
            case .regular, .executable:
                try place(.regular(isExecutable: entry.mode == .executable), bytes: bytes, at: path)
            }
        }
        try store.moveBranch(to: id, entries: entries)
        head = id
        tracked = entries
        pending = [:]
    }

    /// The patch between two commits, with `a/` and `b/` and `pathPrefix` before each path, as `git apply` takes it.
    package func diff(from old: String, to new: String, pathPrefix: String = "") throws -> String {
        try loadedStore().diff(from: old, to: new, pathPrefix: pathPrefix)
    }

    /// Files as the next commit would hold them.
    private var current: [String: GitStore.Entry] {
        var entries = tracked
        for (path, entry) in pending { entries[path] = entry }
        return entries
    }
}
