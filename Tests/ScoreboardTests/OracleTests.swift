import Testing

@testable import Scoreboard

@Suite struct OracleTests {
    private func change(
        _ before: [String: String], _ after: [String: String]
    ) -> TreeChange {
        TreeChange(from: before, to: after) { $0.hasPrefix("Tests/") || $0 == "Package.swift" }
    }

    private let before = ["Package.swift": "1", "Sources/A.swift": "1", "Tests/T.swift": "1"]

    @Test func changes_are_sorted_by_what_counts() {
        let after = [
            "Package.swift": "2", "Sources/B.swift": "1", "Tests/T.swift": "1", "Tests/New.swift": "1",
        ]
        let change = change(before, after)
        #expect(change.written == ["Sources/B.swift"])
        #expect(change.removed == ["Sources/A.swift"])
        #expect(change.restored == ["Package.swift"])
        #expect(change.addedTests == ["Tests/New.swift"])
        #expect(!change.isEmpty)
        #expect(self.change(before, before).isEmpty)
    }

    @Test func a_new_file_that_is_not_built_is_no_change() {
        var after = before
        after["build.log"] = "1"
        after["Sources/B.swift"] = "1"
        let change = TreeChange(
            from: before, to: after, isProtected: { _ in false }, isBuilt: { $0.hasPrefix("Sources/") })
        #expect(change.written == ["Sources/B.swift"])
        // One that was there before may be read by a test.
        let gone = TreeChange(
            from: ["data.json": "1"], to: ["data.json": "2"], isProtected: { _ in false },
            isBuilt: { _ in false })
        #expect(gone.written == ["data.json"])
    }

    @Test func nothing_changed_is_an_empty_patch() {
        let findings = CodeFindings(change: change(before, before))
        #expect(findings.refusal(expecting: .healed) == .patchEmpty)
        #expect(findings.refusal(expecting: .leftAlone) == nil)
    }

    @Test func deleted_tests_are_named_even_beside_a_patch_that_does_not_help() {
        var after = before
        after["Tests/T.swift"] = nil
        #expect(
            CodeFindings(change: change(before, after)).refusal(expecting: .healed) == .testsChanged)
        after["Sources/A.swift"] = "2"
        let findings = CodeFindings(
            change: change(before, after), tests: .ran(failing: ["T/t()"], missing: []))
        #expect(findings.refusal(expecting: .healed) == .testsChanged)
        #expect(findings.detail == "put back Tests/T.swift; fails: T/t()")
    }

    @Test func a_test_that_was_changed_beside_a_true_heal_does_no_harm() {
        var after = before
        after["Tests/T.swift"] = "2"
        after["Sources/A.swift"] = "2"
        let findings = CodeFindings(change: change(before, after), tests: .ran(failing: [], missing: []))
        #expect(findings.refusal(expecting: .healed) == nil)
    }

    @Test(arguments: [
        (CodeFindings.Tests.doNotBuild, OracleReason.doesNotBuild),
        (.ran(failing: ["a"], missing: []), .testsStillFail),
        (.ran(failing: [], missing: ["a"]), .testsMissing),
    ])
    func a_patch_is_refused_by_its_reason(_ tests: CodeFindings.Tests, _ reason: OracleReason) {
        var after = before
        after["Sources/A.swift"] = "2"
        #expect(
            CodeFindings(change: change(before, after), tests: tests).refusal(expecting: .healed) == reason)
    }

    @Test func held_out_tests_the_budget_and_the_bounds_have_their_say() {
        var after = before
        after["Sources/A.swift"] = "2"
        var findings = CodeFindings(change: change(before, after), tests: .ran(failing: [], missing: []))
        findings.heldOutFailing = ["h"]
        #expect(findings.refusal(expecting: .healed) == .heldOutTestsFail)
        findings.wasTimedOut = true
        #expect(findings.refusal(expecting: .healed) == .timedOut)
        findings.outside = ["../elsewhere"]
        #expect(findings.refusal(expecting: .healed) == .outsidePackage)
        #expect(Trial.Outcome(expecting: .healed, refusal: .timedOut) == .timedOut)
        #expect(Trial.Outcome(expecting: .leftAlone, refusal: .outsidePackage) == .falseAction)
    }

    @Test func a_patch_of_a_control_is_a_false_action() {
        var after = before
        after["Tests/New.swift"] = "1"
        let refusal = CodeFindings(change: change(before, after)).refusal(expecting: .leftAlone)
        #expect(refusal == .actedOnControl)
        #expect(Trial.Outcome(expecting: .leftAlone, refusal: refusal) == .falseAction)
    }

    @Test func a_service_has_to_pass_several_looks_in_a_row() {
        let well = Array(repeating: true, count: ServiceFindings.looks)
        func refusal(_ looks: [Bool], timedOut: Bool = false) -> OracleReason? {
            ServiceFindings(
                looks: looks, before: "a", after: "b", calledPerson: false, wasTimedOut: timedOut
            ).refusal(expecting: .healed)
        }
        #expect(refusal([false, false] + well) == nil)
        #expect(refusal(well + [false]) == .stillUnwell)
        #expect(refusal([true, true]) == .stillUnwell)
        #expect(refusal([], timedOut: true) == .timedOut)
        // A healer that never ends may have healed all the same.
        #expect(refusal(well, timedOut: true) == nil)
    }

    @Test func a_service_that_needed_nothing_must_be_the_same_run_afterwards() {
        func refusal(_ before: String?, _ after: String?) -> OracleReason? {
            ServiceFindings(looks: [], before: before, after: after, calledPerson: true)
                .refusal(expecting: .leftAlone)
        }
        #expect(refusal("run 1", "run 1") == nil)
        #expect(refusal("run 1", "run 2") == .actedOnControl)
        #expect(refusal("run 1", nil) == .actedOnControl)
    }

    @Test func where_nothing_helps_a_person_has_to_be_called() {
        func refusal(_ called: Bool) -> OracleReason? {
            ServiceFindings(looks: [false], before: "", after: "", calledPerson: called)
                .refusal(expecting: .escalated)
        }
        #expect(refusal(true) == nil)
        #expect(refusal(false) == .notEscalated)
    }
}
