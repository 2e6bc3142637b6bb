import Foundation
import Incident

/// The tests of a bundle, in the order they run.
struct TestListings {
    var xctest: [String] = []
    var swiftTesting: [String] = []
    /// A bundle that cannot even list its tests; then nothing else can be known of it.
    var failure: Evidence?

    subscript(framework: TestEvent.Framework) -> [String] {
        switch framework {
        case .xctest: xctest
        case .swiftTesting: swiftTesting
        }
    }

    /// `Module.Class/test` lines below `Listing 4 tests in debug.xctest:`.
    static func parseXCTest(_ console: String) -> [String] {
        console.split(separator: "\n").map(String.init).filter {
            $0.wholeMatch(of: /[^\s.\/]+\.[^\s\/]+\/\S+/) != nil
        }
    }

    /// `Module.Suite/test()` lines; names between backticks may hold spaces.
    static func parseSwiftTesting(_ console: String) -> [String] {
        console.split(separator: "\n").map(String.init).filter { line in
            line.hasSuffix(")") && line.wholeMatch(of: /[^\s.\/`]+\..+\(.*\)/) != nil
        }
    }
}
