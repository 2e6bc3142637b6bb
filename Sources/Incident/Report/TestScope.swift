import Foundation

/// Which tests of a package count; the others are not run.
///
/// Regular expressions are looked for anywhere in a test's name, `Module.Suite/test`, as `swift test --filter` and
/// `--skip` do.
package struct TestScope: Codable, Sendable, Hashable {
    package static let all = TestScope()

    /// A test's name must match one of them; empty: any name does.
    package let tests: [String]
    /// A test whose name matches one of them does not count.
    package let skipped: [String]

    enum CodingKeys: String, CodingKey {
        case tests
        case skipped = "skip_tests"
    }

    private init() {
        tests = []
        skipped = []
    }

    /// Throws `LabError` with code `badInput` where one is no regular expression.
    package init(tests: [String], skipped: [String]) throws {
        for (flag, patterns) in [("--tests", tests), ("--skip-tests", skipped)] {
            for pattern in patterns where (try? NSRegularExpression(pattern: pattern)) == nil {
                throw LabError(.badInput, "\(flag) \(pattern): this is no regular expression.")
            }
        }
        self.tests = tests
        self.skipped = skipped
    }

    package var isAll: Bool { tests.isEmpty && skipped.isEmpty }

    package func includes(_ test: String) -> Bool {
        (tests.isEmpty || tests.contains { Self.matches($0, test) })
            && !skipped.contains { Self.matches($0, test) }
    }

    /// Throws `LabError` with code `badInput` where a choice leaves none of the tests that there are.
    package func check(_ names: [String]) throws {
        guard !isAll, !names.isEmpty, !names.contains(where: includes) else { return }
        let nearest = names.sorted().prefix(3).joined(separator: ", ")
        throw LabError(
            .badInput, "\(phrase): none of the package's \(names.count) tests is left.",
            hint: "Tests are called \(nearest)\(names.count > 3 ? ", …" : "").")
    }

    /// As it was asked for: `--tests Deque --skip-tests Slow`.
    package var phrase: String {
        (tests.map { "--tests \($0)" } + skipped.map { "--skip-tests \($0)" }).joined(separator: " ")
    }

    private static func matches(_ pattern: String, _ test: String) -> Bool {
        test.range(of: pattern, options: .regularExpression) != nil
    }
}
