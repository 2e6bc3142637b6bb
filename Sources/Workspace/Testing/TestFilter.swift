/// Arguments that make a test process run certain tests.
enum TestFilter {
    /// Linux takes no single argument beyond 128 KiB.
    static let argumentBytes = 100 << 10

    /// The first of `tests` that fit into one XCTest specifier.
    static func batch(of tests: [String]) -> [String] {
        var bytes = 0
        return Array(
            tests.prefix { test in
                bytes += test.utf8.count + 1
                return bytes <= argumentBytes
            })
    }

    static func xctest(_ tests: [String]) -> [String] { [tests.joined(separator: ",")] }

    /// `--filter` or `--skip` patterns, whichever are fewer, that leave `wanted` of `all`.
    static func swiftTesting(_ wanted: [String], of all: [String]) -> [String] {
        let wantedSet = Set(wanted)
        let unwanted = all.filter { !wantedSet.contains($0) }
        if unwanted.isEmpty { return [] }
        let keep = patterns(for: wanted, of: all)
        let drop = patterns(for: unwanted, of: all)
        return keep.count <= drop.count
            ? keep.flatMap { ["--filter", $0] } : drop.flatMap { ["--skip", $0] }
    }

    /// One pattern for a suite all of whose tests are meant, else one for each test.
    ///
    /// They are matched against ids with a place at the end, `Module.Suite/test()/File.swift:1:2`.
    static func patterns(for tests: [String], of all: [String]) -> [String] {
        let meant = Set(tests)
        let suites = Dictionary(grouping: all, by: suite)
        var patterns: [String] = []
        var done: Set<String> = []
        for test in tests {
            let suite = suite(of: test)
            if let suite, suites[suite]?.allSatisfy(meant.contains) == true {
                // Not its nested suites: what follows is the name of a function.
                if done.insert(suite).inserted {
                    patterns.append("^\(escape(suite))/(?:`[^`]*`|[^/`]*)\\([^/]*\\)/")
                }
            } else {
                patterns.append("^\(escape(test))/")
            }
        }
        return patterns
    }

    /// `Module.Outer/Inner` of `Module.Outer/Inner/test()`; nil for a free function.
    private static func suite(of test: String) -> String? {
        var isQuoted = false
        var slash: String.Index?
        for index in test.indices {
            if test[index] == "`" { isQuoted.toggle() }
            if test[index] == "/", !isQuoted { slash = index }
        }
        return slash.map { String(test[..<$0]) }
    }

    static func escape(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if "\\.^$|?*+()[]{}/".contains(character) { escaped.append("\\") }
            escaped.append(character)
        }
        return escaped
    }
}
