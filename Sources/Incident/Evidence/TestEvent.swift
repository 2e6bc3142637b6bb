/// One thing that happened to one test, from either framework.
package struct TestEvent: Codable, Sendable, Hashable {
    package enum Kind: String, Codable, Sendable {
        case started
        /// An expectation that did not hold, or an error that was thrown.
        case issue
        case passed
        case failed
        case skipped
    }

    package enum Framework: String, Codable, Sendable {
        case xctest
        case swiftTesting = "swift_testing"
    }

    package var kind: Kind
    package var framework: Framework
    /// `Module.Suite/test` for both frameworks, such as `LogicTests.RatioTests/testZero` or
    /// `LogicTests.Paging/clamps(_:)`; the console of XCTest omits the module.
    package var test: String
    /// The test's own place, or for an issue the place of the expectation; paths as the evidence spells them.
    package var location: SourceLocation?
    /// For an issue: the text of the failure, without place and test name.
    package var message: String?
    /// A known issue, or a warning: it does not fail its test.
    package var isKnown: Bool

    package init(
        kind: Kind, framework: Framework, test: String, location: SourceLocation? = nil,
        message: String? = nil,
        isKnown: Bool = false
    ) {
        self.kind = kind
        self.framework = framework
        self.test = test
        self.location = location
        self.message = message
        self.isKnown = isKnown
    }
}
