package import Incident

/// Regression tests that have yet to be seen red and green.
package struct RegressionDraft: Sendable {
    package struct Test: Sendable, Hashable {
        package enum Input: Sendable, Hashable {
            /// What the failing test fed in.
            case failing
            /// A neighbour of it, with the assertion kept.
            case neighbour
            /// A neighbour of it that must only come to an end.
            case completion
        }

        /// Function name, unique in its suite.
        package var name: String
        package var input: Input
        /// All that another failing test holds, which passes where all tests do.
        package var isCopy = false
        /// `Module.Suite/name` as the runner selects it.
        package var id: String
        /// The declaration, indented as a member.
        var text: String

        /// The function's name in an `id`.
        package static func name(in id: String) -> String {
            String((id.split(separator: "/").last ?? "").prefix { $0 != "(" })
        }
    }

    /// The framework of the failing test.
    package let framework: TestEvent.Framework
    /// Where the tests go: `HealingRegressionTests.swift` in the directory of the failing test.
    package let path: String
    /// Best first.
    package let tests: [Test]
    /// The failing test as it is, under its own name: what it compares with may be kept under that name, as snapshots are.
    package let original: Test?

    let render: @Sendable ([Test]) -> String

    /// The whole file with the tests given; what the file already held stays.
    package func file(with tests: [Test]) -> String { render(tests) }
}
