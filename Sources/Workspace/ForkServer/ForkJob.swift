package import Incident

/// Tests to run in a child of a fork server, with candidates switched on.
package struct ForkJob: Sendable, Hashable {
    /// A candidate at its place.
    package struct Choice: Sendable, Hashable {
        /// The place, as woven code names it.
        package var unit: Int32
        /// The candidate; 0 is the original code.
        package var number: Int32

        package init(unit: Int32, number: Int32) {
            self.unit = unit
            self.number = number
        }
    }

    /// More than this many cannot be active in one child.
    package static let mostChoices = 4

    /// None runs the original code.
    package var active: [Choice]
    package var framework: TestEvent.Framework
    /// By name as the listing spells it, in its order.
    package var tests: [String]
    /// All tests of the framework in the bundle.
    package var listing: [String]
    /// Time from start to end; after this the child and all it started are killed.
    package var wall: Duration
    /// Processor time of the child alone, which is killed after it; nil for no limit but ``ForkLimits/cpu``.
    package var cpu: Duration?
    package var recordsHits: Bool
    /// Without events a job of Swift Testing knows of no test how it ended, and takes the exit code's word.
    package var wantsEvents: Bool

    package init(
        active: [Choice] = [], framework: TestEvent.Framework, tests: [String], listing: [String],
        wall: Duration = .seconds(10), cpu: Duration? = nil, recordsHits: Bool = false,
        wantsEvents: Bool = true
    ) {
        self.active = active
        self.framework = framework
        self.tests = tests
        self.listing = listing
        self.wall = wall
        self.cpu = cpu
        self.recordsHits = recordsHits
        self.wantsEvents = wantsEvents
    }

    /// What the child sees as its arguments; there is no limit on their length, because nothing is executed.
    func arguments(bundle: String, eventPath: String) -> [String] {
        switch framework {
        case .xctest:
            return [bundle] + (tests.count == listing.count ? [] : TestFilter.xctest(tests))
        case .swiftTesting:
            var arguments = [bundle, "--testing-library", "swift-testing", "--no-parallel"]
            if wantsEvents {
                arguments += ["--event-stream-output-path", eventPath, "--event-stream-version", "0"]
            }
            return arguments + TestFilter.swiftTesting(tests, of: listing)
        }
    }
}
