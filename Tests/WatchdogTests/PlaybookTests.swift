import Testing

@testable import Watchdog

/// What the playbook says next, for each place a rollback may be found in.
@Suite struct PlaybookTests {
    private var plan: RollbackPlan {
        var plan = RollbackPlan(
            name: "api", old: .init(id: "old", image: "sha256:bad"), to: "sha256:good",
            incident: "0123456789abcdef")
        plan.reference = "api:now"
        plan.newID = "new"
        return plan
    }

    private func container(
        _ id: String, _ name: String, _ state: Container.State, image: String = "sha256:bad"
    ) -> Container {
        Container(id: id, name: name, image: image, state: state)
    }

    private func next(_ state: Container.State = .created, name: String? = nil) -> Container {
        container("new", name ?? plan.nextName, state, image: "sha256:good")
    }

    private func step(
        _ containers: [Container], tagged: String? = "sha256:good",
        _ change: (inout RollbackPlan) -> Void = { _ in }
    ) -> Playbook.Step {
        var plan = plan
        change(&plan)
        return Playbook.rollback(plan, truth: Survey(containers: containers, tagged: tagged))
    }

    @Test func a_rollback_goes_its_way_from_wherever_it_is_found() {
        let old = container("old", "api", .running)
        #expect(step([old], tagged: "sha256:bad") == .call(.tag(image: "sha256:good", reference: "api:now")))
        #expect(
            step([old])
                == .call(
                    .create(name: plan.nextName, like: "old", image: "sha256:good", reference: "api:now")))
        #expect(step([old, next()]) == .call(.stop(id: "old", timeout: .seconds(10))))
        #expect(
            step([container("old", "api", .exited), next()])
                == .call(.rename(id: "old", name: plan.asideName)))
        let aside = container("old", plan.asideName, .exited)
        #expect(step([aside, next()]) == .call(.rename(id: "new", name: "api")))
        #expect(step([aside, next(name: "api")]) == .call(.start(id: "new")))
        #expect(step([aside, next(.running, name: "api")]) == .done)
        #expect(step([aside, next(.exited, name: "api")]) == .done)
    }

    @Test func a_copy_that_is_not_proved_equal_is_removed() {
        var wrong = next()
        wrong.differences = ["env"]
        #expect(step([container("old", "api", .running), wrong]) == .call(.remove(id: "new")))
        wrong.differences = []
        wrong.image = "sha256:other"
        #expect(step([container("old", "api", .running), wrong]) == .call(.remove(id: "new")))
    }

    @Test func somebody_elses_container_ends_it() {
        #expect(step([container("other", "api", .running)]) == .superseded(.deploy))
        #expect(step([container("old", "api", .running, image: "sha256:x")]) == .superseded(.deploy))
        #expect(step([container("other", "api", .running), next()]) == .superseded(.deploy))
    }

    @Test func an_empty_place_is_ours_only_with_the_old_one_aside() {
        let aside = container("old", plan.asideName, .exited)
        #expect(step([]) == .superseded(.absent))
        #expect(step([next()]) == .superseded(.absent))
        #expect(step([aside]) == .call(.rename(id: "old", name: "api")))
        #expect(step([aside]) { $0.hasPlaced = true } == .superseded(.absent))
        #expect(
            step([aside, next()]) { $0.hasPlaced = true } == .call(.rename(id: "new", name: "api")))
    }

    @Test func a_service_that_somebody_removes_while_it_is_set_aside_is_not_started_again() {
        let leaving = container("old", plan.asideName, .other)
        #expect(step([leaving, next()]) == .call(.remove(id: "new")))
        #expect(step([leaving, next(name: "api")]) { $0.hasPlaced = true } == .call(.remove(id: "new")))
        #expect(step([next(name: "api")]) { $0.hasPlaced = true } == .call(.remove(id: "new")))
        #expect(step([leaving]) == .wait)
        #expect(step([leaving]) { $0.hasPlaced = true } == .superseded(.absent))
    }

    @Test func undoing_puts_the_service_first_and_its_reference_last() {
        func undo(_ containers: [Container], tagged: String = "sha256:good") -> Playbook.Step {
            step(containers, tagged: tagged) {
                $0.isUndoing = true
                $0.hasTagged = true
            }
        }
        let aside = container("old", plan.asideName, .exited)
        #expect(undo([aside, next(.running, name: "api")]) == .call(.stop(id: "new", timeout: .seconds(10))))
        #expect(undo([aside, next(.exited, name: "api")]) == .call(.remove(id: "new")))
        #expect(undo([aside]) == .call(.rename(id: "old", name: "api")))
        #expect(undo([container("old", "api", .exited)]) == .call(.start(id: "old")))
        let old = container("old", "api", .running)
        #expect(undo([old]) == .call(.tag(image: "sha256:bad", reference: "api:now")))
        #expect(undo([old], tagged: "sha256:bad") == .failed)
        #expect(undo([old], tagged: "sha256:third") == .failed)
    }

    @Test func a_restart_is_done_when_another_run_is_seen() {
        var plan = RestartPlan(id: "a", attempt: 1)
        var container = container("a", "api", .running)
        container.incarnation = "1"
        func step() -> Playbook.Step {
            Playbook.restart(plan, name: "api", image: "sha256:bad", truth: Survey(containers: [container]))
        }
        #expect(step() == .call(.restart(id: "a", timeout: .seconds(10))))
        plan.calls = 1
        plan.incarnation = "1"
        #expect(step() == .call(.restart(id: "a", timeout: .seconds(10))))
        container.incarnation = "2"
        #expect(step() == .done)
        container.incarnation = "1"
        plan.calls = Playbook.restartCalls
        #expect(step() == .failed)
        container.image = "sha256:else"
        #expect(step() == .superseded(.deploy))
    }

    @Test func cleaning_up_keeps_the_old_one_until_the_new_one_is_verified() {
        let aside = container("old", plan.asideName, .exited)
        let service = next(.running, name: "api")
        func call(_ ending: Ending, keepsOld: Bool = false, _ containers: [Container]) -> EngineCall? {
            Playbook.cleanUp(plan, ending: ending, keepsOld: keepsOld, truth: Survey(containers: containers))
        }
        #expect(call(.healed(.rollback), [service, aside]) == .remove(id: "old"))
        #expect(call(.healed(.rollback), keepsOld: true, [service, aside]) == nil)
        #expect(call(.escalated(.rollbackDidNotHelp), [service, aside]) == nil)
        #expect(call(.superseded(.deploy), [service, aside]) == nil)
        #expect(call(.superseded(.absent), [next()]) == .remove(id: "new"))
        let running = container("old", plan.asideName, .running)
        #expect(
            call(.escalated(.rollbackDidNotHelp), [service, running])
                == .stop(id: "old", timeout: .seconds(10)))
    }
}

@Suite struct EndEvidenceTests {
    private func event(_ kind: EngineEvent.Kind) -> EngineEvent { EngineEvent(kind, id: "a", name: "api") }

    private func verdict(_ kinds: [EngineEvent.Kind], isOwn: Bool = false) -> EndEvidence.Verdict? {
        var evidence = EndEvidence()
        for kind in kinds { evidence.hear(event(kind), isOwn: isOwn, stopTimeout: .seconds(10), at: .zero) }
        return evidence.verdict(for: "a", at: .zero)
    }

    @Test(arguments: [
        ([EngineEvent.Kind.died(exitCode: 1)], EndEvidence.Verdict.died(.exited)),
        ([.outOfMemory, .died(exitCode: 137)], .died(.oomKilled)),
        ([.signalled, .died(exitCode: 0)], .requested),
        ([.died(exitCode: 0), .signalled], .requested),
        ([.died(exitCode: 0), .stopped], .requested),
        ([.signalled, .outOfMemory, .died(exitCode: 137)], .requested),
    ])
    func events_tell_why_a_program_ended(kinds: [EngineEvent.Kind], expected: EndEvidence.Verdict) {
        #expect(verdict(kinds) == expected)
        #expect(verdict(kinds.filter { $0 != .outOfMemory }, isOwn: true) == nil)
    }

    @Test func a_request_waits_as_long_as_a_stop_takes() {
        var evidence = EndEvidence()
        evidence.hear(event(.signalled), isOwn: false, stopTimeout: .seconds(10), at: .zero)
        #expect(evidence.verdict(for: "a", at: BootInstant.zero.advanced(by: .seconds(24))) == .requested)
        #expect(evidence.verdict(for: "a", at: BootInstant.zero.advanced(by: .seconds(26))) == nil)
    }

    @Test func events_of_our_own_calls_tell_nothing_even_when_they_are_late() {
        var evidence = EndEvidence()
        evidence.expectEcho(
            of: .restart(id: "a", timeout: .seconds(10)), isAnswered: true, stopTimeout: .seconds(10),
            at: .zero)
        for kind in [EngineEvent.Kind.signalled, .died(exitCode: 143), .stopped, .started] {
            evidence.hear(event(kind), isOwn: false, stopTimeout: .seconds(10), at: .zero)
        }
        #expect(evidence.verdict(for: "a", at: .zero) == nil)
        evidence.hear(event(.died(exitCode: 1)), isOwn: false, stopTimeout: .seconds(10), at: .zero)
        #expect(evidence.verdict(for: "a", at: .zero) == .died(.exited))
    }

    @Test func a_look_from_before_an_end_does_not_unsay_it() {
        var evidence = EndEvidence()
        let later = BootInstant.zero.advanced(by: .seconds(1))
        evidence.hear(event(.died(exitCode: 1)), isOwn: false, stopTimeout: .seconds(10), at: later)
        evidence.isUp("a", lookedAt: .zero)
        #expect(evidence.verdict(for: "a", at: later) == .died(.exited))
        evidence.isUp("a", lookedAt: later.advanced(by: .seconds(1)))
        #expect(evidence.verdict(for: "a", at: later) == nil)
    }
}
