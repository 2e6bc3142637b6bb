import Incident
import Testing
import Workspace

@testable import Trials

@Suite struct TestTimeTests {
    private func look(_ name: String, _ result: TestOutcome.Result, _ milliseconds: Int) -> TestBench.Look {
        TestBench.Look(
            test: test(name), result: result, hits: [], duration: .milliseconds(milliseconds), cpu: .zero)
    }

    private func test(_ name: String) -> TestBench.Test { .init(framework: .xctest, name: name) }

    /// Starting a child takes 10 ms, a test in the middle 20 more.
    private var others: [TestBench.Look] {
        [look("start", .passed, 10), look("middle", .passed, 30), look("long", .passed, 900)]
    }

    private func taken(_ looks: [TestBench.Look], by names: String...) -> Duration {
        TestBench.taken(by: names.map(test), others + looks, \.duration)
    }

    @Test func tests_that_passed_take_their_own_time_and_one_start() {
        #expect(taken([], by: "middle", "long") == .milliseconds(10 + 20 + 890))
    }

    @Test func a_test_that_failed_late_is_given_the_time_it_took() {
        #expect(taken([look("late", .failed, 700)], by: "late") == .milliseconds(700))
    }

    @Test func a_test_that_failed_at_once_is_given_the_time_of_one_in_the_middle() {
        #expect(taken([look("early", .failed, 11)], by: "early") == .milliseconds(30))
    }

    @Test(arguments: [TestOutcome.Result.crashed, .timedOut]) func an_end_before_its_time_tells_nothing(
        _ result: TestOutcome.Result
    ) {
        #expect(taken([look("cut", result, 3_000)], by: "cut") == .milliseconds(30))
    }

    /// Four times a slow test are as long as sixty quick ones; what is very slow comes alone.
    @Test(arguments: [(10, 0, 60), (149, 0, 60), (151, 1, 4), (1_499, 1, 4), (1_501, 2, 0)])
    func tests_of_one_slowness_count_the_same(_ milliseconds: Int, _ slowness: Int, _ together: Int) {
        var test = look("test", .passed, milliseconds)
        test.slowness = TestPace([]).slowness(of: test.duration)
        #expect(test.slowness == slowness)
        #expect(Int(Duration.milliseconds(2_400) / test.nominalDuration) == together)
    }

    /// The times of BigInt's longest tests, where two lie close to a usual limit, on slower and faster machines.
    @Test(arguments: [0.7, 0.8, 0.9, 1, 1.04, 1.06, 1.1, 1.2, 1.3])
    func what_is_slow_does_not_depend_on_the_speed_of_the_machine(_ speed: Double) {
        let milliseconds: [Double] = [
            26, 40, 53, 61, 71, 77, 87, 108, 115, 143, 303, 345, 374, 480, 749, 1140, 1185, 1898, 4176,
        ]
        let durations = milliseconds.map { Duration.milliseconds(1) * ($0 * speed) }
        let pace = TestPace(durations)
        #expect(
            durations.map(pace.slowness) == [Int](repeating: 0, count: 10) + [Int](repeating: 1, count: 8) + [
                2
            ])
    }

    @Test(arguments: [(50, false), (70, true), (370, true), (500, false), (1_000, true), (4_000, false)])
    func what_could_be_of_another_slowness_is_measured_again(_ milliseconds: Int, _ isDoubtful: Bool) {
        #expect(TestPace.isDoubtful(.milliseconds(milliseconds)) == isDoubtful)
    }

    @Test func a_test_nobody_ran_yet_is_given_the_time_of_one_in_the_middle() {
        #expect(taken([], by: "new") == .milliseconds(30))
    }
}
