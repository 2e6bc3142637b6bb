import CGit2
import Incident

extension GitStore {
    /// The patch from one commit to another, as `git apply` takes it.
    ///
    /// Whether a file counts as text is decided by its bytes alone: a `.gitattributes` in the patient has no say.
    func diff(from old: String, to new: String, pathPrefix: String) throws -> String {
        let trees = try (tree(of: old), tree(of: new))
        defer {
            git_tree_free(trees.0)
            git_tree_free(trees.1)
        }
        let isText = try !hasBinaryChange(from: old, to: new)
        let prefix = pathPrefix.isEmpty || pathPrefix.hasSuffix("/") ? pathPrefix : pathPrefix + "/"
        var options = git_diff_options()
        try Git.check(git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION)), "prepare a diff")
        options.flags = isText ? GIT_DIFF_FORCE_TEXT.rawValue : GIT_DIFF_SHOW_BINARY.rawValue
        options.id_abbrev = 10
        options.context_lines = 3
        return try ("a/" + prefix).withCString { a in
            try ("b/" + prefix).withCString { b in
                options.old_prefix = a
                options.new_prefix = b
                var diff: OpaquePointer?
                try Git.check(
                    git_diff_tree_to_tree(&diff, repository, trees.0, trees.1, &options),
                    "compare \(old) and \(new)")
                defer { git_diff_free(diff) }
                var buffer = git_buf()
                defer { git_buf_dispose(&buffer) }
                try Git.check(git_diff_to_buf(&buffer, diff, GIT_DIFF_FORMAT_PATCH), "print a diff")
                return String(
                    decoding: UnsafeRawBufferPointer(start: buffer.ptr, count: buffer.size), as: UTF8.self)
            }
        }
    }

    private func tree(of commit: String) throws -> OpaquePointer? {
        let object = try commitObject(commit)
        defer { git_commit_free(object) }
        var tree: OpaquePointer?
        try Git.check(git_commit_tree(&tree, object), "read the tree of \(commit)")
        return tree
    }

    private func hasBinaryChange(from old: String, to new: String) throws -> Bool {
        let before = try entries(of: old)
        let after = try entries(of: new)
        for path in Set(before.keys).union(after.keys) where before[path] != after[path] {
            for entry in [before[path], after[path]].compactMap(\.self) {
                // Git's own test: a zero byte among the first 8000.
                if try bytes(ofBlob: entry.blob).prefix(8000).contains(0) { return true }
            }
        }
        return false
    }
}
