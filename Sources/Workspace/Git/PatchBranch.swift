import CGit2
import Incident

/// A new branch in the user's own repository: its HEAD and one commit more.
///
///     HEAD's tree + changes ──► tree ──► commit ──► refs/heads/<name>
///
/// Working tree, index and HEAD stay as they are; no hook runs and nothing is signed. Objects are written first and the
/// branch last, so that whatever fails leaves nothing that git shows.
package struct PatchBranch {
    /// One file before and after, its path below the package.
    package struct Change: Sendable {
        package var path: String
        /// The bytes that the patch was made for, as they lie in the working tree; nil for a new file.
        package var before: String?
        package var after: String

        package init(path: String, before: String?, after: String) {
            self.path = path
            self.before = before
            self.after = after
        }
    }

    package let name: String
    /// Where the package lies in the repository, with a slash at the end; empty at its root.
    private let prefix: String
    private let repository: UserGit

    /// Finds out before a long run whether the branch can be made.
    ///
    /// - Throws: `LabError`: `usage` for a name that git does not take; `badInput` when the package lies in no
    ///   repository, this has no commit yet, it has such a branch already, or nobody to name as the author.
    package init(name: String, package: String) throws {
        guard Git.isReady else { throw LabError(.unavailable, "libgit2 could not be started.") }
        guard Self.isName(name) else {
            throw LabError(.usage, "--open-branch '\(name)': git takes no branch of this name.")
        }
        self.name = name
        (repository, prefix) = try UserGit.around(package)
        _ = try repository.head()
        try repository.signature { _ in }
        try check()
    }

    /// Makes the commit and then the branch; returns the commit's id.
    ///
    /// - Throws: `LabError` with `badInput` when HEAD does not hold a file as the patch was made for it, or the branch
    ///   has appeared meanwhile. Nothing is left then.
    package func commit(_ changes: [Change], message: String) throws -> String {
        let head = try repository.head()
        defer { git_commit_free(head) }
        try check()
        let updates = try changes.map { try update($0, in: head) }
        let tree = try repository.tree(of: head, with: updates)
        defer { git_tree_free(tree) }
        var parents: [OpaquePointer?] = [head]
        var oid = git_oid()
        try repository.signature { signatures in
            try Git.check(
                git_commit_create(
                    &oid, repository.pointer, nil, signatures.author, signatures.committer, nil, message,
                    tree,
                    1, &parents),
                "commit the patch")
        }
        var commit: OpaquePointer?
        try Git.check(git_commit_lookup(&commit, repository.pointer, &oid), "find the commit")
        defer { git_commit_free(commit) }
        var reference: OpaquePointer?
        let code = git_branch_create(&reference, repository.pointer, name, commit, 0)
        git_reference_free(reference)
        guard code != GIT_EEXISTS.rawValue else { throw exists }
        guard code == 0 else {
            let detail = git_error_last().map { String(cString: $0.pointee.message) } ?? "error \(code)"
            throw LabError(.badInput, "--open-branch \(name): git cannot make the branch: \(detail).")
        }
        return Git.text(oid)
    }

    /// Files of the package with uncommitted changes, sorted: the patch was proved with them, the branch lacks them.
    package func uncommitted(except changes: [Change]) throws -> [String] {
        let own = Set(changes.map { prefix + $0.path })
        return try repository.changedFiles(below: prefix).filter { !own.contains($0) }
    }

    private var exists: LabError {
        LabError(
            .badInput, "--open-branch \(name): there is such a branch already.",
            hint: "Name another, or delete it with `git branch -D \(name)`.")
    }

    private func check() throws {
        var found: OpaquePointer?
        let code = git_branch_lookup(&found, repository.pointer, name, GIT_BRANCH_LOCAL)
        git_reference_free(found)
        if code == 0 { throw exists }
    }

    private func update(_ change: Change, in head: OpaquePointer?) throws -> UserGit.Update {
        try RelativePath.check(change.path)
        let path = prefix + change.path
        let entry = try repository.entry(path, of: head)
        if let before = change.before {
            guard let entry, try Git.text(repository.blob(of: before, at: path)) == Git.text(entry.blob)
            else {
                throw LabError(
                    .badInput,
                    "\(change.path) has uncommitted changes that the patch rests on, so there is no branch \(name).",
                    hint: "Commit them first, or use `git apply` with the patch among the artifacts.")
            }
        } else if entry != nil {
            throw LabError(
                .badInput,
                "\(change.path) is in the last commit and not in the package, so there is no branch \(name).",
                hint: "Commit its removal first, or use `git apply` with the patch among the artifacts.")
        }
        return UserGit.Update(
            path: path, blob: try repository.store(change.after, at: path),
            mode: entry?.mode ?? GIT_FILEMODE_BLOB)
    }

    /// `git check-ref-format --branch`, and no name that a command line would take for something else.
    private static func isName(_ name: String) -> Bool {
        guard !name.hasPrefix("-"), !name.hasPrefix("refs/"), name != "HEAD", !name.utf8.contains(0) else {
            return false
        }
        let reference = "refs/heads/" + name
        var buffer = [CChar](repeating: 0, count: 1024)
        let code = git_reference_normalize_name(
            &buffer, buffer.count, reference, GIT_REFERENCE_FORMAT_NORMAL.rawValue)
        // What it mends, such as a double slash, would be a branch of another name than was asked for.
        return code == 0 && buffer.prefix { $0 != 0 }.elementsEqual(reference.utf8CString.dropLast())
    }
}
