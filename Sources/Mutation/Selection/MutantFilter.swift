import Incident

/// Which of a package's mutants a run is about.
package struct MutantFilter: Sendable {
    /// None for all files.
    package var files: [Glob] = []
    /// Their mutants are skipped, with that as the reason.
    package var excluded: [Glob] = []
    /// `Ratio.percentage(of:in:)`, `Ratio.percentage` or `percentage`; none for all functions.
    package var functions: [String] = []
    /// Identifiers of operators; nil for those that are for testing.
    package var operators: Set<String>?
    package var changes: ChangedLines?
    package var shard: Shard?
    /// At most so many, chosen by ``seed``.
    package var sample: Int?
    package var seed: UInt64 = 1

    package init() {}

    func includes(file path: String) -> Bool {
        if let changes, changes.files[path] == nil { return false }
        return files.isEmpty || files.contains { $0.matches(path) }
    }

    func includes(function name: String) -> Bool {
        functions.isEmpty || functions.contains { Self.matches($0, name) }
    }

    func includes(_ mutant: Mutant) -> Bool {
        if let changes, !changes.contains(mutant.start.line...mutant.end.line, of: mutant.path) {
            return false
        }
        return shard?.includes(id: mutant.id) ?? true
    }

    static func matches(_ wanted: String, _ name: String) -> Bool {
        if wanted == name { return true }
        let bare = name.prefix { $0 != "(" }
        return wanted == bare || bare.split(separator: ".").last.map { wanted == $0 } ?? false
            || name.split(separator: ".", maxSplits: 1).last.map { wanted == $0 } ?? false
    }

    /// Names of the candidates that are spelt most like one, for a message.
    package static func nearest(_ name: String, among candidates: some Sequence<String>) -> String? {
        candidates.map { (EditDistance.between(name, $0), $0) }.min { $0 < $1 }
            .flatMap { $0.0 <= max(2, name.count / 2) ? $0.1 : nil }
    }
}
