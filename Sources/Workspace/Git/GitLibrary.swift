import CGit2

/// The libgit2 that this process runs with.
package enum GitLibrary {
    /// Such as "1.5.1".
    package static var version: String {
        var (major, minor, revision): (Int32, Int32, Int32) = (0, 0, 0)
        git_libgit2_version(&major, &minor, &revision)
        return "\(major).\(minor).\(revision)"
    }
}
