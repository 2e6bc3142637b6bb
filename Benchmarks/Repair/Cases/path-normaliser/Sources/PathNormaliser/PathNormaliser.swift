/// Cleans up slash-separated paths without touching a file system.
enum PathNormaliser {
    /// Resolves `.` and `..` and repeated slashes.
    ///
    /// An absolute path never leaves the root; a relative path keeps the `..` it cannot resolve.
    static func normalise(_ path: String) -> String {
        let isAbsolute = path.hasPrefix("/")
        var kept: [Substring] = []
        for component in path.split(separator: "/") {
            switch component {
            case ".":
                continue
            case "..":
                if let last = kept.last, last != "..", isAbsolute {
                    kept.removeLast()
                } else if !isAbsolute {
                    kept.append(component)
                }
            default:
                kept.append(component)
            }
        }
        let joined = kept.joined(separator: "/")
        if isAbsolute { return "/" + joined }
        return joined.isEmpty ? "." : joined
    }

    /// Joins a base and a path; an absolute path replaces the base.
    static func join(_ base: String, _ path: String) -> String {
        path.hasPrefix("/") ? normalise(path) : normalise(base + "/" + path)
    }
}
