import Incident

/// Checks and arithmetic on paths inside a package, with `/` separators.
enum RelativePath {
    /// Throws unless the path stays inside the package and out of its git directory.
    static func check(_ path: String) throws {
        let components = path.split(separator: "/", omittingEmptySubsequences: false)
        let isBad = components.contains { component in
            component.isEmpty || component == "." || component == ".." || component.lowercased() == ".git"
                || component.utf8.contains(0)
        }
        if isBad { throw LabError(.badInput, "'\(path)' is not a path inside a package.") }
    }

    /// Every directory above the path: `a/b/c` gives `a`, `a/b`.
    static func parents(of path: String) -> [String] {
        path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
    }

    /// Resolves `.` and `..` by the text alone; nil when the path climbs above its start.
    static func normalised(_ path: String) -> String? {
        var components: [Substring] = []
        for component in path.split(separator: "/") {
            switch component {
            case ".": continue
            case "..":
                if components.isEmpty { return nil }
                components.removeLast()
            default: components.append(component)
            }
        }
        return components.joined(separator: "/")
    }

    /// How to get from one directory to a path, both below the same root.
    static func route(from directory: String, to path: String) -> String {
        let start = directory.split(separator: "/")
        let end = path.split(separator: "/")
        let shared = zip(start, end).prefix { $0 == $1 }.count
        let steps = Array(repeating: "..", count: start.count - shared) + end[shared...].map(String.init)
        return steps.isEmpty ? "." : steps.joined(separator: "/")
    }

    /// The part of `path` below `directory`, both absolute; nil when it is not below, empty when it is the same.
    static func below(_ directory: String, _ path: String) -> String? {
        if path == directory { return "" }
        let prefix = directory.hasSuffix("/") ? directory : directory + "/"
        return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
    }
}
