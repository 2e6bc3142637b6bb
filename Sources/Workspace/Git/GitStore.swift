import CGit2
import Incident

/// The history of a private copy: raw bytes in, raw bytes out, no filter, attribute, hook or configuration between.
final class GitStore {
    struct Entry: Hashable {
        enum Mode: UInt32 {
            case regular = 0o100644
            case executable = 0o100755
            case link = 0o120000
        }
        /// Id of the blob; a link's blob is its target.
        var blob: String
        var mode: Mode
    }

    /// 2000-01-01T00:00:00Z: commit ids must not depend on when a run took place.
    private static let epoch: Int64 = 946_684_800

    let repository: OpaquePointer

    /// Makes an empty repository in `tree`, in place of the one that may be there.
    init(createAt tree: String) throws {
        guard Git.isReady else { throw LabError(.unavailable, "libgit2 could not be started.") }
        try Files.remove(tree + "/.git")
        var made: OpaquePointer?
        try Git.check(git_repository_init(&made, tree, 0), "create a repository in '\(tree)'")
        guard let made else { throw LabError(.software, "Git created nothing in '\(tree)'.") }
        repository = made
        try Git.check(
            git_repository_set_head(made, "refs/heads/main"), "name the branch of '\(tree)'")
    }

    deinit { git_repository_free(repository) }

    func store(_ bytes: [UInt8]) throws -> String {
        var oid = git_oid()
        try Git.check(
            bytes.withUnsafeBytes { git_blob_create_from_buffer(&oid, repository, $0.baseAddress, $0.count) },
            "store a file")
        return Git.text(oid)
    }

    func bytes(ofBlob id: String) throws -> [UInt8] {
        var oid = try Git.oid(id)
        var found: OpaquePointer?
        try Git.check(git_blob_lookup(&found, repository, &oid), "find the file \(id)")
        defer { git_blob_free(found) }
        return Array(
            UnsafeRawBufferPointer(start: git_blob_rawcontent(found), count: Int(git_blob_rawsize(found))))
    }

    /// Records a state of the whole tree and moves the branch there.
    func commit(_ entries: [String: Entry], message: String, step: Int, parent: String?) throws -> String {
        var treeID = try write(entries)
        var tree: OpaquePointer?
        try Git.check(git_tree_lookup(&tree, repository, &treeID), "find a tree")
        defer { git_tree_free(tree) }
        var signature: UnsafeMutablePointer<git_signature>?
        try Git.check(
            git_signature_new(
                &signature, "Healing Lab", "lab@healing-lab.invalid", Self.epoch + Int64(step), 0),
            "sign a commit")
        defer { git_signature_free(signature) }
        var parents: [OpaquePointer?] = try parent.map { [try commitObject($0)] } ?? []
        defer { parents.forEach { git_commit_free($0) } }
        var oid = git_oid()
        try Git.check(
            git_commit_create(
                &oid, repository, nil, signature, signature, "UTF-8", message, tree, parents.count, &parents),
            "commit '\(message)'")
        let id = Git.text(oid)
        try moveBranch(to: id, entries: entries)
        return id
    }

    /// Points `main` at a commit and writes the index, so that `git status` in the copy makes sense to a reader.
    func moveBranch(to id: String, entries: [String: Entry]) throws {
        var oid = try Git.oid(id)
        var reference: OpaquePointer?
        try Git.check(
            git_reference_create(&reference, repository, "refs/heads/main", &oid, 1, nil), "move the branch")
        git_reference_free(reference)
        var index: OpaquePointer?
        try Git.check(git_repository_index(&index, repository), "open the index")
        defer { git_index_free(index) }
        try Git.check(git_index_clear(index), "clear the index")
        try fill(index, with: entries)
        try Git.check(git_index_write(index), "write the index")
    }

    /// Every file of a commit, by path.
    func entries(of commit: String) throws -> [String: Entry] {
        let object = try commitObject(commit)
        defer { git_commit_free(object) }
        var tree: OpaquePointer?
        try Git.check(git_commit_tree(&tree, object), "read the tree of \(commit)")
        defer { git_tree_free(tree) }
        var found: [String: Entry] = [:]
        try collect(tree, prefix: "", into: &found)
        return found
    }

    func commitObject(_ id: String) throws -> OpaquePointer {
        var oid = try Git.oid(id)
        var found: OpaquePointer?
        guard git_commit_lookup(&found, repository, &oid) == 0, let found else {
            throw LabError(.badInput, "There is no commit \(id) in this workspace.")
        }
        return found
    }

    private func collect(_ tree: OpaquePointer?, prefix: String, into found: inout [String: Entry]) throws {
        for position in 0..<git_tree_entrycount(tree) {
            guard let entry = git_tree_entry_byindex(tree, position), let id = git_tree_entry_id(entry) else {
                continue
            }
            let path = prefix + String(cString: git_tree_entry_name(entry))
            if git_tree_entry_type(entry) == GIT_OBJECT_TREE {
                var below: OpaquePointer?
                try Git.check(git_tree_lookup(&below, repository, id), "read '\(path)'")
                defer { git_tree_free(below) }
                try collect(below, prefix: path + "/", into: &found)
            } else if let mode = Entry.Mode(rawValue: git_tree_entry_filemode(entry).rawValue) {
                found[path] = Entry(blob: Git.text(id.pointee), mode: mode)
            }
        }
    }

    private func write(_ entries: [String: Entry]) throws -> git_oid {
        var index: OpaquePointer?
        try Git.check(git_index_new(&index), "make an index")
        defer { git_index_free(index) }
        try fill(index, with: entries)
        var oid = git_oid()
        try Git.check(git_index_write_tree_to(&oid, index, repository), "write a tree")
        return oid
    }

    private func fill(_ index: OpaquePointer?, with entries: [String: Entry]) throws {
        for (path, entry) in entries {
            var item = git_index_entry()
            item.mode = entry.mode.rawValue
            item.id = try Git.oid(entry.blob)
            try path.withCString { name in
                item.path = name
                try Git.check(git_index_add(index, &item), "add '\(path)'")
            }
        }
    }
}
