import Testing
import Watchdog

@Suite struct LadderTests {
    @Test(arguments: [
        ("--", []),
        ("--+--", []),
        ("--?", []),
        ("--?-", [LadderAction.open(.failing), .restart(attempt: 1)]),
        ("---", [.open(.failing), .restart(attempt: 1)]),
        ("-+-+-+-+-", [.open(.flapping), .restart(attempt: 1)]),
        ("-+++++++++-+-+-+", []),
        ("???????", []),
    ])
    func failures_become_an_incident_at_the_threshold(results: String, actions: [LadderAction]) {
        var bench = LadderBench()
        _ = bench.probes("++")
        #expect(bench.ladder.state == .healthy)
        #expect(bench.probes(results) == actions)
    }

    @Test func flapping_can_be_switched_off() {
        var bench = LadderBench { $0.flapFailures = 0 }
        #expect(bench.probes("++-+-+-+-+-+-+").isEmpty)
    }

    @Test func failures_in_the_start_period_do_not_count() {
        var bench = LadderBench { $0.startPeriod = .seconds(10) }
        #expect(bench.probes("---------").isEmpty)
        #expect(bench.probes("----") == [.open(.neverHealthy), .restart(attempt: 1)])
    }

    @Test func a_first_success_ends_the_start_period() {
        var bench = LadderBench { $0.startPeriod = .seconds(60) }
        #expect(bench.probes("+---") == [.open(.failing), .restart(attempt: 1)])
    }

    @Test func a_start_that_succeeds_only_now_and_then_is_an_incident_in_the_end() {
        var bench = LadderBench {
            $0.flapFailures = 0
            $0.verificationLimit = .seconds(20)
        }
        #expect(bench.probes("+-+-+-+-+-+-+-+-+-").isEmpty)
        #expect(bench.probes("+-+-") == [.open(.neverHealthy), .restart(attempt: 1)])
    }

    @Test func an_end_of_the_program_needs_no_probe() {
        var bench = LadderBench()
        _ = bench.probes("++")
        let actions = bench.tell(.ended(.oomKilled, restartsItself: false))
        #expect(actions == [.open(.oomKilled), .restart(attempt: 1)])
    }

    @Test func ends_that_the_engine_makes_good_count_as_failures() {
        var bench = LadderBench()
        _ = bench.probes("++")
        #expect(bench.tell(.ended(.exited, restartsItself: true)).isEmpty)
        #expect(bench.tell(.ended(.exited, restartsItself: true)).isEmpty)
        #expect(
            bench.tell(.ended(.exited, restartsItself: true)) == [.open(.failing), .restart(attempt: 1)])
    }

    // MARK: - Restarts

    @Test func a_restart_that_helps_heals() {
        var bench = LadderBench()
        _ = bench.probes("++---")
        #expect(bench.tell(.actionEnded(.done)).isEmpty)
        #expect(bench.probes("+").isEmpty)
        #expect(bench.probes("+") == [.close(.healed(.restart))])
        #expect(bench.ladder.state == .healed)
        _ = bench.probes("+")
        #expect(bench.ladder.state == .healthy)
    }

    @Test func the_second_restart_waits_and_the_third_waits_longer() {
        var bench = LadderBench { $0.failureThreshold = 1 }
        _ = bench.probes("++-")
        var waits: [Duration] = []
        for attempt in 2...4 {
            _ = bench.tell(.actionEnded(.done))
            let last = bench.now
            #expect(bench.tell(.ended(.exited, restartsItself: false)).isEmpty)
            guard case .backingOff(let until) = bench.ladder.state else { return #expect(Bool(false)) }
            waits.append(last.duration(to: until))
            #expect(bench.tick() == [.restart(attempt: attempt)])
        }
        #expect(waits == [.seconds(5), .seconds(10), .seconds(20)])
    }

    @Test func a_service_that_stays_well_starts_from_the_first_step_again() {
        var bench = LadderBench()
        _ = bench.probes("++---")
        _ = bench.tell(.actionEnded(.done))
        _ = bench.probes("++")
        #expect(bench.ladder.tries == 1)
        _ = bench.tell(.probe(.passed), after: .seconds(600))
        #expect(bench.ladder.tries == 0)
        #expect(bench.probes("---") == [.open(.failing), .restart(attempt: 1)])
    }

    @Test func a_relapse_soon_after_waits_from_the_last_action_on() {
        var bench = LadderBench { $0.backoff.initial = .seconds(30) }
        _ = bench.probes("++---")
        _ = bench.tell(.actionEnded(.done))
        let last = bench.now
        _ = bench.probes("++")
        #expect(bench.probes("---") == [.open(.failing)])
        #expect(bench.ladder.state == .backingOff(until: last.advanced(by: .seconds(30))))
    }

    @Test func recovery_while_waiting_closes_without_an_action() {
        var bench = LadderBench { $0.backoff.initial = .seconds(30) }
        _ = bench.probes("++---")
        _ = bench.tell(.actionEnded(.done))
        _ = bench.probes("++---")
        #expect(bench.probes("++") == [.close(.recovered)])
    }

    @Test func an_exhausted_budget_escalates() {
        var bench = LadderBench { $0.budget = RestartBudgetPolicy(limit: 2, window: .seconds(3600)) }
        _ = bench.probes("++")
        _ = bench.tell(.ended(.exited, restartsItself: false))
        _ = bench.tell(.actionEnded(.failed))
        #expect(bench.tick() == [.restart(attempt: 2)])
        #expect(bench.tell(.actionEnded(.failed)) == [.close(.escalated(.budgetExhausted))])
        #expect(bench.ladder.state == .escalated(.budgetExhausted))
    }

    @Test func the_budget_refills_when_its_window_passes() {
        var budget = RestartBudget<BootInstant>(policy: .init(limit: 2, window: .seconds(100)))
        budget.spend(at: .zero)
        budget.spend(at: BootInstant.zero.advanced(by: .seconds(50)))
        #expect(budget.left(at: BootInstant.zero.advanced(by: .seconds(99))) == 0)
        #expect(budget.left(at: BootInstant.zero.advanced(by: .seconds(100))) == 1)
        #expect(budget.left(at: BootInstant.zero.advanced(by: .seconds(150))) == 2)
    }

    @Test func a_budget_that_refills_quickly_does_not_make_an_incident_endless() {
        var bench = LadderBench { $0.budget = RestartBudgetPolicy(limit: 3, window: .seconds(1)) }
        _ = bench.probes("++")
        var actions = bench.tell(.ended(.exited, restartsItself: false))
        for _ in 0..<10 where bench.ladder.state.isIncident {
            _ = bench.tell(.actionEnded(.done), after: .seconds(2))
            actions += bench.tell(.ended(.exited, restartsItself: false), after: .seconds(2))
            actions += bench.tick()
        }
        #expect(actions.filter { if case .restart = $0 { true } else { false } }.count == 3)
        #expect(actions.last == .close(.escalated(.budgetExhausted)))
    }

    @Test func an_escalated_service_that_passes_again_is_cleared() {
        var bench = LadderBench { $0.budget = RestartBudgetPolicy(limit: 0, window: .seconds(3600)) }
        #expect(bench.probes("++---") == [.open(.failing), .close(.escalated(.budgetExhausted))])
        #expect(bench.probes("----").isEmpty)
        #expect(bench.probes("++") == [.cleared])
        #expect(bench.ladder.state == .healthy)
    }

    // MARK: - Verification

    @Test func a_slow_start_after_a_restart_has_its_grace() {
        var bench = LadderBench { $0.startPeriod = .seconds(5) }
        _ = bench.probes("++---")
        _ = bench.tell(.actionEnded(.done))
        #expect(bench.probes("----").isEmpty)
        #expect(bench.probes("++") == [.close(.healed(.restart))])
    }

    @Test func up_once_and_down_again_is_no_slow_start() {
        var bench = LadderBench(canRollBack: true) { $0.startPeriod = .seconds(30) }
        _ = bench.probes("++---")
        _ = bench.tell(.actionEnded(.done))
        #expect(bench.probes("+---") == [.rollBack])
    }

    @Test func a_crash_during_verification_did_not_help_at_once() {
        var bench = LadderBench(canRollBack: true) { $0.startPeriod = .seconds(30) }
        _ = bench.probes("++---")
        _ = bench.tell(.actionEnded(.done))
        #expect(bench.tell(.ended(.exited, restartsItself: false)) == [.rollBack])
    }

    @Test func without_a_sign_of_life_the_verification_ends_at_its_limit() {
        var bench = LadderBench(canRollBack: true) { $0.failureThreshold = 1000 }
        _ = bench.tell(.ended(.exited, restartsItself: false))
        _ = bench.tell(.actionEnded(.done))
        let began = bench.now
        #expect(bench.tick() == [.rollBack])
        #expect(began.duration(to: bench.now) == .seconds(60))
    }

    @Test func one_that_passes_at_the_limit_gets_time_once() {
        var bench = LadderBench(canRollBack: true) {
            $0.verificationLimit = .seconds(3)
            $0.successThreshold = 5
        }
        _ = bench.tell(.ended(.exited, restartsItself: false))
        _ = bench.tell(.actionEnded(.done))
        _ = bench.probes("?++")
        #expect(bench.tick().isEmpty)
        #expect(bench.probes("-") == [.rollBack])
    }

    // MARK: - Rollback

    @Test func a_restart_that_does_not_help_leads_to_rollback() {
        var bench = LadderBench(canRollBack: true)
        #expect(bench.probes("++---") == [.open(.failing), .restart(attempt: 1)])
        _ = bench.tell(.actionEnded(.done))
        #expect(bench.probes("---") == [.rollBack])
        _ = bench.tell(.actionEnded(.done))
        #expect(bench.probes("++") == [.close(.healed(.rollback))])
    }

    @Test func a_relapse_after_a_restart_leads_to_rollback() {
        var bench = LadderBench(canRollBack: true)
        _ = bench.probes("++---")
        _ = bench.tell(.actionEnded(.done))
        _ = bench.probes("+++")
        #expect(bench.probes("---") == [.open(.failing), .rollBack])
    }

    @Test func a_rollback_that_does_not_help_escalates() {
        var bench = LadderBench(canRollBack: true) { $0.restartsBeforeRollback = 0 }
        #expect(bench.probes("++---") == [.open(.failing), .rollBack])
        _ = bench.tell(.actionEnded(.done))
        #expect(bench.probes("---") == [.close(.escalated(.rollbackDidNotHelp))])
    }

    @Test func a_refused_rollback_escalates() {
        var bench = LadderBench(canRollBack: true) { $0.restartsBeforeRollback = 0 }
        _ = bench.probes("++---")
        #expect(bench.tell(.actionEnded(.failed)) == [.close(.escalated(.rollbackFailed))])
    }

    @Test func a_person_may_ask_for_a_rollback_of_a_healthy_service() {
        var bench = LadderBench(canRollBack: true)
        _ = bench.probes("++")
        #expect(bench.tell(.rollbackRequested) == [.open(.requested), .rollBack])
        #expect(bench.tell(.rollbackRequested).isEmpty)
    }

    // MARK: - Holds and people

    @Test(arguments: Hold.allCases)
    func a_held_service_is_left_alone(hold: Hold) {
        var bench = LadderBench()
        _ = bench.probes("++")
        _ = bench.tell(.holds([hold]))
        #expect(bench.probes("----------").isEmpty)
        #expect(bench.tell(.ended(.exited, restartsItself: false)).isEmpty)
        _ = bench.tell(.holds([]))
        #expect(bench.probes("---") == [.open(.neverHealthy), .restart(attempt: 1)])
    }

    @Test(arguments: [
        (Hold.manualStop, Ending.Supersession.manualStop), (.absent, .absent),
        (.dependencyDown, .dependencyDown),
    ])
    func a_hold_that_explains_the_failure_ends_the_incident(hold: Hold, reason: Ending.Supersession) {
        var waiting = LadderBench { $0.backoff.initial = .seconds(100) }
        _ = waiting.probes("++---")
        _ = waiting.tell(.actionEnded(.failed))
        #expect(waiting.tell(.holds([hold])) == [.close(.superseded(reason))])
        #expect(waiting.ladder.state == .held)
        var verifying = LadderBench()
        _ = verifying.probes("++---")
        _ = verifying.tell(.actionEnded(.done))
        #expect(verifying.tell(.holds([hold])) == [.close(.superseded(reason))])
    }

    @Test(arguments: [Hold.maintenance, .engineUnreachable])
    func the_next_step_waits_until_maintenance_or_the_loss_of_the_engine_ends(hold: Hold) {
        var bench = LadderBench()
        _ = bench.probes("++---")
        _ = bench.tell(.actionEnded(.failed))
        #expect(bench.tell(.holds([hold])).isEmpty)
        #expect(bench.ladder.deadline == nil)
        #expect(bench.tell(.tick, after: .seconds(1000)).isEmpty)
        #expect(bench.tell(.holds([])) == [.restart(attempt: 2)])
    }

    @Test func failures_under_a_hold_do_not_count_against_a_step_under_way() {
        var bench = LadderBench(canRollBack: true)
        _ = bench.probes("++---")
        _ = bench.tell(.actionEnded(.done))
        _ = bench.tell(.holds([.engineUnreachable]))
        #expect(bench.probes("-----").isEmpty)
        #expect(bench.tick().isEmpty)
        _ = bench.tell(.holds([]))
        #expect(bench.probes("++") == [.close(.healed(.restart))])
    }

    @Test func what_heals_under_a_hold_stays_held() {
        var bench = LadderBench()
        _ = bench.probes("++---")
        _ = bench.tell(.actionEnded(.done))
        _ = bench.tell(.holds([.maintenance]))
        #expect(bench.probes("++") == [.close(.healed(.restart))])
        #expect(bench.ladder.state == .held)
        #expect(bench.probes("----").isEmpty)
    }

    @Test func a_deploy_ends_the_incident_and_what_was_counted() {
        var bench = LadderBench()
        _ = bench.probes("++---")
        _ = bench.tell(.actionEnded(.done))
        #expect(bench.tell(.deployed) == [.close(.superseded(.deploy))])
        #expect(bench.ladder.tries == 0)
        #expect(bench.ladder.state == .starting(until: bench.now))
    }

    @Test func a_person_who_resumes_gives_a_full_budget() {
        var bench = LadderBench { $0.budget = RestartBudgetPolicy(limit: 1, window: .seconds(3600)) }
        _ = bench.probes("++---")
        _ = bench.tell(.actionEnded(.failed))
        #expect(bench.ladder.state == .escalated(.budgetExhausted))
        #expect(bench.tell(.resumed) == [.cleared])
        #expect(bench.probes("---") == [.open(.neverHealthy), .restart(attempt: 1)])
    }

    @Test func a_restored_wait_is_as_long_as_it_was() {
        var bench = LadderBench()
        let last = bench.now
        bench.now = bench.now.advanced(by: .seconds(3))
        bench.ladder.restore(.waiting, cause: .exited, tries: 2, lastAction: last, at: bench.now)
        #expect(bench.ladder.state == .backingOff(until: last.advanced(by: .seconds(10))))
    }
}

@Suite struct BackoffTests {
    @Test(arguments: [(0, 0), (1, 5), (2, 10), (3, 20), (4, 40), (7, 300), (1000, 300)])
    func delays_double_up_to_the_limit(tries: Int, seconds: Int) {
        #expect(Backoff().delay(afterTries: tries, fraction: 0) == .seconds(seconds))
    }

    @Test func jitter_only_shortens() {
        #expect(Backoff().delay(afterTries: 1, fraction: 1) == .milliseconds(4500))
    }

    @Test(arguments: [(10, "-+-+-", 3), (3, "---++", 1), (64, String(repeating: "-", count: 70), 64)])
    func the_flap_window_forgets_what_is_older_than_it(size: Int, results: String, failures: Int) {
        var window = FlapWindow(size: size)
        for result in results { window.push(failed: result == "-") }
        #expect(window.failures == failures)
    }
}
