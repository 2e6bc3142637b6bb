/// What `make setup` installs beside libgit2 and an engine: needed to build the lab, not to run it.
enum PackagesCheck {
    static func check(_ facts: MachineFacts) -> Check {
        var missing: [String] = []
        if !facts.pkgConfig.isThere { missing.append("pkg-config") }
        if facts.libraries["sqlite3"] == nil { missing.append("libsqlite3-dev") }
        if !facts.curl.isThere { missing.append("curl") }
        guard !missing.isEmpty else {
            return .ok(.packages, "pkg-config, SQLite \(facts.libraries["sqlite3"] ?? "") and curl are there")
        }
        return .warning(
            .packages, "missing: \(missing.joined(separator: ", "))",
            meaning: "this lab runs, but the lab cannot be built here",
            advice: facts.installer.advice(missing) + ", or `make setup` in a checkout")
    }
}

extension MachineFacts.Tool {
    fileprivate var isThere: Bool { self != .missing }
}
