import CGit2
import Foundation
import Incident

/// The user's own repository with the user's own configuration, as the git command would see both.
///
/// The rest of the lab is blind to the machine's configuration, so that a history comes out the same everywhere; here
/// who commits and how line ends are kept is for that configuration to say.
final class UserGit {
    struct Entry {
        var blob: git_oid
        var mode: git_filemode_t
    }

    struct Update {
        /// Below the root of the repository.
        var path: String
        var blob: git_oid
        var mode: git_filemode_t
    }

    let pointer: OpaquePointer

    private init(_ pointer: OpaquePointer) { self.pointer = pointer }

    deinit { git_repository_free(pointer) }

    /// libgit2 must have been started. The repository that a directory lies in, and the directory's path inside of it: empty or with a final slash.
    static func around(_ directory: String) throws -> (UserGit, prefix: String) {
        var opened: OpaquePointer?
        let real = Files.realPath(directory) ?? directory
        let code = git_repository_open_ext(&opened, real, 0, nil)
        guard code == 0, let opened else {
            if code == GIT_ENOTFOUND.rawValue {
                throw LabError(.badInput, "--open-branch: \(directory) is in no git repository.")
            }
            // Such as one whose ids are SHA-256.
            let detail = git_error_last().map { String(cString: $0.pointee.message) } ?? "error \(code)"
            throw LabError(
                .badInput, "--open-branch: libgit2 cannot read the repository of \(directory): \(detail).")
        }
        let repository = UserGit(opened)
        guard
            let workdir = git_repository_workdir(opened).flatMap({ Files.realPath(String(cString: $0)) }),
            let below = RelativePath.below(workdir, real)
        else {
            throw LabError(
                .badInput, "--open-branch: \(directory) is in no working tree of a git repository.")
        }
        try repository.readConfiguration()
        return (repository, below.isEmpty ? "" : below + "/")
    }

    /// The last commit; to be freed.
    func head() throws -> OpaquePointer? {
        var oid = git_oid()
        var commit: OpaquePointer?
        guard git_reference_name_to_id(&oid, pointer, "HEAD") == 0,
            git_commit_lookup(&commit, pointer, &oid) == 0
        else {
            throw LabError(
                .badInput, "--open-branch: the repository has no commit that a branch could start from.")
        }
        return commit
    }

    func entry(_ path: String, of commit: OpaquePointer?) throws -> Entry? {
        var tree: OpaquePointer?
        try Git.check(git_commit_tree(&tree, commit), "read the last commit")
        defer { git_tree_free(tree) }
        var entry: OpaquePointer?
        guard git_tree_entry_bypath(&entry, tree, path) == 0 else { return nil }
        defer { git_tree_entry_free(entry) }
        guard let id = git_tree_entry_id(entry) else { return nil }
        return Entry(blob: id.pointee, mode: git_tree_entry_filemode(entry))
    }

    /// Stores a text as `git add` would at that path: with the line ends that attributes and configuration ask for.
    func store(_ text: String, at path: String) throws -> git_oid {
        try filtered(text, at: path) { bytes, count in
            var oid = git_oid()
            try Git.check(git_blob_create_from_buffer(&oid, pointer, bytes, count), "store \(path)")
            return oid
        }
    }

    /// The id that a text would have there.
    func blob(of text: String, at path: String) throws -> git_oid {
        try filtered(text, at: path) { bytes, count in
            var oid = git_oid()
            try Git.check(git_odb_hash(&oid, bytes, count, GIT_OBJECT_BLOB), "hash \(path)")
            return oid
        }
    }

    /// The tree of a commit with some files changed or added; to be freed.
    func tree(of commit: OpaquePointer?, with updates: [Update]) throws -> OpaquePointer? {
        var base: OpaquePointer?
        try Git.check(git_commit_tree(&base, commit), "read the last commit")
        defer { git_tree_free(base) }
        let paths = updates.map { strdup($0.path) }
        defer { paths.forEach { free($0) } }
        let items = zip(updates, paths).map { update, path in
            git_tree_update(
                action: GIT_TREE_UPDATE_UPSERT, id: update.blob, filemode: update.mode, path: path)
        }
        var oid = git_oid()
        try Git.check(git_tree_create_updated(&oid, pointer, base, items.count, items), "write the tree")
        var tree: OpaquePointer?
        try Git.check(git_tree_lookup(&tree, pointer, &oid), "find the tree")
        return tree
    }

    /// Files below a prefix that differ from the last commit, staged, not staged or not known to git; sorted.
    func changedFiles(below prefix: String) throws -> [String] {
        var options = git_status_options()
        try Git.check(
            git_status_options_init(&options, UInt32(GIT_STATUS_OPTIONS_VERSION)), "prepare a look at files")
        options.flags =
            GIT_STATUS_OPT_INCLUDE_UNTRACKED.rawValue | GIT_STATUS_OPT_RECURSE_UNTRACKED_DIRS.rawValue
        var list: OpaquePointer?
        try Git.check(git_status_list_new(&list, pointer, &options), "look at the files")
        defer { git_status_list_free(list) }
        var paths: Set<String> = []
        for position in 0..<git_status_list_entrycount(list) {
            guard let entry = git_status_byindex(list, position)?.pointee else { continue }
            guard let delta = entry.index_to_workdir ?? entry.head_to_index,
                let name = delta.pointee.new_file.path ?? delta.pointee.old_file.path
            else { continue }
            let path = String(cString: name)
            if path.hasPrefix(prefix) { paths.insert(path) }
        }
        return paths.sorted()
    }

    private func filtered<Result>(
        _ text: String, at path: String, _ body: (UnsafeRawPointer?, Int) throws -> Result
    ) throws -> Result {
        var filters: OpaquePointer?
        try Git.check(
            git_filter_list_load(
                &filters, pointer, nil, path, GIT_FILTER_TO_ODB, GIT_FILTER_DEFAULT.rawValue),
            "read the attributes of \(path)")
        defer { git_filter_list_free(filters) }
        var text = text
        return try text.withUTF8 { bytes in
            guard filters != nil else { return try body(bytes.baseAddress, bytes.count) }
            var buffer = git_buf()
            defer { git_buf_dispose(&buffer) }
            try bytes.withMemoryRebound(to: CChar.self) { characters in
                try Git.check(
                    git_filter_list_apply_to_buffer(
                        &buffer, filters, characters.baseAddress, characters.count),
                    "convert \(path)")
            }
            return try body(buffer.ptr, buffer.size)
        }
    }
}
