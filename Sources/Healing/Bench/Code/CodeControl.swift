import Incident
package import Scoreboard

/// Packages in which nothing may be mended: a healer that patches one of them does harm.
package enum CodeControl: String, CaseIterable, Sendable {
    /// Every test passes.
    case healthyPackage = "healthy_package"
    /// A test fails for what the machine lacks: no source is at fault.
    case missingEnvironment = "missing_environment"

    package var item: BenchCase {
        switch self {
        case .healthyPackage:
            BenchCase(
                id: rawValue, domain: .code, expected: .leftAlone, failureClass: nil,
                summary: "Control: every test passes")
        case .missingEnvironment:
            BenchCase(
                id: rawValue, domain: .code, expected: .leftAlone, failureClass: "assertion_failure",
                summary: "Control: a test needs a variable of the environment that is not set")
        }
    }

    /// Of the test that is added.
    static let file = "EnvironmentTests.swift"

    static let test = """
        import Foundation
        import Testing

        @Suite struct EnvironmentTests {
            @Test func the_staging_address_is_known() throws {
                let address = try #require(ProcessInfo.processInfo.environment["STAGING_ADDRESS"])
                #expect(!address.isEmpty)
            }
        }

        """
}
