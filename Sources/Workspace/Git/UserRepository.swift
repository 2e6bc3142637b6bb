import CGit2
import Incident

/// The repository that a user's own files lie in; only asked, never changed.
package enum UserRepository {
    /// Whether a file differs from the last commit, staged or not; false where there is no repository or commit.
    package static func hasChanges(path: String) throws -> Bool {
        _ = Git.isReady
        var repository: OpaquePointer?
        guard
            git_repository_open_ext(
                &repository, String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]), 0, nil) == 0
        else { return false }
        defer { git_repository_free(repository) }
        guard let root = git_repository_workdir(repository).map({ String(cString: $0) }),
            let real = Files.realPath(path), real.hasPrefix(root)
        else { return false }
        var flags: UInt32 = 0
        let code = git_status_file(&flags, repository, String(real.dropFirst(root.count)))
        guard code == 0 else { return false }
        return flags != GIT_STATUS_CURRENT.rawValue && flags != GIT_STATUS_IGNORED.rawValue
    }
}
