import Testing

@testable import Watchdog

/// The main stories of one service, told to a warden whose engine answers at once.
@Suite struct WardenTests {
    private let rollback: [String] = ["tag", "create", "stop", "rename", "rename", "start"]

    /// A bench whose service soaked on `sha256:good` and was then given `sha256:bad`.
    private func deployed(
        engine: EngineKind = .docker, _ change: (inout LadderPolicy) -> Void = { _ in }
    ) -> WardenBench {
        let bench = WardenBench(WardenBench.service(change), engine: engine)
        bench.probes("++++++")
        #expect(bench.memory?.knownGood.map(\.image) == ["sha256:good"])
        bench.deploy("sha256:bad")
        bench.forget()
        return bench
    }

    // MARK: - Restart

    @Test func a_restart_heals() {
        let bench = WardenBench()
        bench.probes("++---")
        #expect(bench.verbs == ["restart"])
        bench.probes("++")
        #expect(bench.endings == [.healed(.restart)])
        #expect(bench.warden.memory.incident == nil)
    }

    @Test func a_crash_is_answered_before_any_probe() {
        let bench = WardenBench()
        bench.probes("++")
        bench.crash("c0")
        #expect(bench.verbs == ["restart"])
        #expect(bench.warden.memory.incident?.cause == .exited)
    }

    @Test func failures_before_the_first_look_at_the_engine_are_nobodys() {
        let bench = WardenBench()
        bench.warden = Warden(
            service: bench.service, engine: .docker, memory: nil, boot: "boot-1", at: bench.moment, seed: 1)
        bench.forget()
        bench.instead = { _ in .unknown(EngineFault(.timedOut, "timed out")) }
        bench.tell(.begin)
        bench.probes("----------")
        #expect(bench.endings.isEmpty && bench.warden.memory.incident == nil)
        bench.instead = { _ in nil }
        bench.wait(60)
        bench.probes("---")
        #expect(bench.verbs == ["restart"])
    }

    @Test func each_change_is_durable_before_the_engine_is_asked() {
        let bench = deployed()
        bench.probes("---------")
        var durable: ServiceMemory?
        for output in bench.outputs {
            switch output {
            case .record(_, let memory): durable = memory
            case .call(let call) where call.changesSomething:
                #expect(durable?.incident?.actions.last?.call == call)
                #expect(durable?.incident?.actions.last?.ended == nil)
            default: break
            }
        }
        #expect(durable != nil)
    }

    @Test func an_answer_that_settles_nothing_is_looked_after_first() {
        let bench = WardenBench()
        bench.probes("++")
        bench.instead = { call in
            guard case .restart(let id, _) = call else { return nil }
            bench.start(id)
            return .unknown(EngineFault(.timedOut, "timed out"))
        }
        bench.probes("---")
        bench.wait(1)
        #expect(bench.verbs == ["restart"])
        bench.probes("++")
        #expect(bench.endings == [.healed(.restart)])
    }

    @Test func an_engine_out_of_reach_takes_nothing_off_the_calls_of_a_restart() {
        let bench = WardenBench()
        bench.probes("++")
        bench.instead = { call in
            call.changesSomething ? .refused(EngineFault(.unreachable, "unreachable")) : nil
        }
        bench.probes("---")
        bench.wait(120)
        #expect(bench.verbs.count > Playbook.restartCalls)
        bench.instead = { _ in nil }
        bench.wait(30)
        bench.probes("++")
        #expect(bench.endings == [.healed(.restart)])
        #expect(bench.warden.memory.spent.count == 1)
    }

    @Test func waiting_for_a_retry_asks_for_no_tick_in_between() throws {
        let bench = WardenBench()
        bench.instead = { _ in .unknown(EngineFault(.timedOut, "timed out")) }
        bench.wait(31)
        for _ in 0..<20 {
            let wake = try #require(bench.warden.wakeAt)
            bench.seconds = max(bench.seconds, Double(wake.nanoseconds) / 1e9)
            bench.tell(.tick)
            bench.seconds += 25
            #expect(bench.warden.wakeAt.map { $0 > wake } == true)
        }
    }

    // MARK: - Rollback

    @Test func a_restart_that_does_not_help_leads_to_rollback() {
        let bench = deployed()
        bench.probes("---")
        #expect(bench.verbs == ["restart"])
        bench.probes("---")
        #expect(bench.verbs == ["restart"] + rollback)
        bench.probes("++")
        #expect(bench.endings == [.healed(.rollback)])
        #expect(bench.verbs == ["restart"] + rollback + ["remove"])
        #expect(bench.containers.map(\.name) == ["api"])
        #expect(bench["api"]?.image == "sha256:good")
        #expect(bench.tagged == "sha256:good")
    }

    @Test func an_engine_that_replaces_by_itself_is_given_the_image() {
        let bench = deployed(engine: .swarm)
        bench.probes("------")
        #expect(bench.verbs == ["restart", "set_image"])
        bench.probes("++")
        #expect(bench.endings == [.healed(.rollback)])
    }

    @Test func a_known_good_image_that_is_bad_too_calls_a_person() {
        let bench = deployed { $0.budget = .init(limit: 3, window: .seconds(3600)) }
        bench.probes("---------")
        #expect(bench.endings == [.escalated(.rollbackDidNotHelp)])
        #expect(bench.containers.count == 2, "the old container is kept when the new one is not verified")
        bench.forget()
        // Cleared, then failing again: where a rollback led, there is no other.
        bench.probes("++---")
        bench.wait(600)
        bench.probes("------")
        bench.wait(600)
        bench.probes("------")
        #expect(!bench.verbs.contains("create"))
    }

    @Test func a_copy_that_differs_is_never_started() {
        let bench = deployed()
        bench.instead = { call in
            guard case .survey = call else { return nil }
            let next = bench.containers.indices.filter { bench.containers[$0].name.hasSuffix("-next") }
            for index in next { bench.containers[index].differences = ["mounts"] }
            return nil
        }
        bench.probes("------")
        bench.wait(60)
        #expect(bench.endings == [.escalated(.rollbackFailed)])
        #expect(!bench.verbs.contains("start") && !bench.verbs.contains("stop"))
        #expect(bench.containers.map(\.name) == ["api"])
        #expect(bench.tagged == "sha256:bad", "the reference is back where it was")
    }

    @Test func a_start_that_is_refused_puts_everything_back() {
        let bench = deployed()
        bench.instead = { call in
            guard case .start("n2") = call else { return nil }
            return .refused(EngineFault(.refused, "port is taken"))
        }
        bench.probes("------")
        bench.wait(60)
        #expect(bench.endings == [.escalated(.rollbackFailed)])
        #expect(bench["api"]?.image == "sha256:bad" && bench["api"]?.isUp == true)
        #expect(bench.containers.count == 1)
        #expect(bench.tagged == "sha256:bad")
    }

    @Test func a_reference_that_somebody_moved_is_left_where_it_is() {
        let bench = deployed()
        bench.tagged = "sha256:next_release"
        bench.probes("------")
        bench.probes("++")
        #expect(bench.endings == [.healed(.rollback)])
        #expect(bench.tagged == "sha256:next_release")
    }

    @Test func an_image_that_ran_well_is_not_rolled_back_from() {
        let bench = deployed()
        bench.probes("++++++")
        #expect(bench.memory?.knownGood.map(\.image) == ["sha256:good", "sha256:bad"])
        #expect(bench.warden.rollbackTarget == nil)
    }

    @Test func a_person_may_roll_back_any_time() {
        let bench = deployed()
        bench.probes("++++++")
        bench.forget()
        bench.tell(.rollBack)
        #expect(bench.verbs == rollback)
        bench.probes("++")
        #expect(bench.endings == [.healed(.rollback)])
        #expect(bench["api"]?.image == "sha256:good")
    }

    @Test func a_rollback_to_nowhere_is_declined() {
        let bench = WardenBench()
        bench.tell(.rollBack)
        #expect(
            bench.outputs.contains(.announce(.declined("there is no other known-good image"))))
    }

    // MARK: - People

    @Test func a_service_stopped_by_hand_stays_stopped() {
        let bench = WardenBench()
        bench.probes("++")
        bench.stopByHand("c0")
        bench.probes("-----")
        bench.wait(3600)
        #expect(bench.verbs.isEmpty && bench.endings.isEmpty)
        bench.dieAndReturn()
        bench.probes("-----")
        #expect(bench.verbs.isEmpty)
        bench.start("c0")
        bench.tell(.event(EngineEvent(.started, id: "c0", name: "api")))
        bench.probes("++")
        #expect(bench.warden.ladder.state == .healthy)
    }

    @Test func a_stop_that_takes_longer_than_a_look_is_still_a_persons() {
        let bench = WardenBench()
        bench.probes("++")
        bench.tell(.event(EngineEvent(.signalled, id: "c0", name: "api")))
        bench.probes("++++++++")
        bench.end("c0", 1)
        bench.tell(.event(EngineEvent(.died(exitCode: 1), id: "c0", name: "api")))
        bench.probes("----")
        #expect(bench.verbs.isEmpty)
    }

    @Test func a_signal_that_ended_nothing_does_not_excuse_a_later_crash() {
        let bench = WardenBench()
        bench.tell(.event(EngineEvent(.signalled, id: "c0", name: "api")))
        bench.wait(120)
        bench.crash("c0")
        #expect(bench.verbs == ["restart"])
    }

    @Test(arguments: [(0, false), (130, false), (137, false), (143, false), (1, true), (139, true)])
    func without_events_the_exit_code_tells(code: Int, isCrash: Bool) {
        let bench = WardenBench()
        bench.probes("++")
        bench.end("c0", code)
        bench.tell(.eventsLost)
        #expect(bench.verbs.isEmpty != isCrash)
    }

    @Test func a_stop_while_a_restart_waits_ends_the_incident() {
        let bench = WardenBench(WardenBench.service { $0.backoff.initial = .seconds(60) })
        bench.probes("++---")
        bench.probes("---")
        #expect(bench.warden.ladder.state.name == "backing_off")
        bench.stopByHand("c0")
        #expect(bench.endings == [.superseded(.manualStop)])
        bench.wait(600)
        #expect(bench.verbs == ["restart"])
    }

    @Test func a_stop_in_the_middle_of_a_rollback_puts_back_without_starting() {
        let bench = deployed()
        bench.instead = { call in
            guard case .create = call else { return nil }
            bench.instead = { _ in nil }
            bench.end("d1", 143)
            return .refused(EngineFault(.refused, "status 500"))
        }
        bench.probes("------")
        bench.wait(30)
        #expect(bench.endings == [.superseded(.manualStop)])
        #expect(bench["api"]?.id == "d1" && bench["api"]?.isUp == false)
        #expect(!bench.verbs.contains("start"))
    }

    @Test func a_deploy_in_the_middle_of_a_rollback_wins() {
        let bench = deployed()
        bench.instead = { call in
            guard case .stop = call else { return nil }
            bench.instead = { _ in nil }
            bench.containers.removeAll { $0.name == "api" }
            bench.containers.append(Container(id: "p9", name: "api", image: "sha256:new", state: .created))
            bench.start("p9")
            return .refused(EngineFault(.notFound, "not found"))
        }
        bench.probes("------")
        bench.wait(30)
        bench.probes("++")
        #expect(bench.endings == [.superseded(.deploy)])
        #expect(bench.containers.map(\.id) == ["p9"])
        #expect(bench.warden.memory.current?.image == "sha256:new")
        #expect(bench.warden.ladder.state == .healthy)
    }

    @Test func a_service_removed_in_the_middle_of_a_rollback_does_not_come_back() {
        let bench = deployed()
        bench.instead = { call in
            guard case .start = call else { return nil }
            bench.instead = { _ in nil }
            bench.containers.removeAll { $0.name == "api" }
            return .refused(EngineFault(.notFound, "not found"))
        }
        bench.probes("------")
        bench.wait(60)
        #expect(bench.endings == [.superseded(.absent)])
        #expect(bench["api"] == nil)
    }

    @Test func a_promotion_by_hand_is_known_good_at_once() {
        let bench = WardenBench()
        bench.tell(.promote(image: nil))
        #expect(bench.memory?.knownGood.map(\.byHand) == [true])
    }

    // MARK: - Lives

    @Test func killed_after_any_unanswered_call_the_next_life_ends_the_story_the_same() {
        let whole = deployed()
        whole.live(20)
        let count = whole.outputs.count { if case .call = $0 { true } else { false } }
        #expect(whole.endings == [.healed(.rollback)])
        for kill in 1...count {
            let bench = deployed()
            var left = kill
            bench.instead = { call in
                left -= 1
                return left == 0 && call.changesSomething
                    ? .unknown(EngineFault(.timedOut, "killed")) : nil
            }
            bench.live(8)
            bench.dieAndReturn()
            bench.live(200)
            #expect(bench["api"]?.image == "sha256:good", "killed at call \(kill)")
            #expect(bench.containers.count == 1, "killed at call \(kill)")
        }
    }

    @Test func a_report_written_again_is_the_same() {
        let bench = WardenBench()
        bench.probes("++---++")
        guard let first = bench.reports.first,
            let index = bench.outputs.firstIndex(where: { if case .report = $0 { true } else { false } }),
            case .record(.concluded, let memory) = bench.outputs[index - 1]
        else { return #expect(Bool(false)) }
        bench.seconds += 500
        bench.wallOffset = -1_000_000
        bench.warden = Warden(
            service: bench.service, engine: .docker, memory: memory, boot: "boot-1", at: bench.moment,
            seed: 9)
        bench.tell(.begin)
        #expect(bench.reports == [first, first])
    }

    @Test func what_a_reboot_ended_is_started_again() {
        let bench = WardenBench()
        bench.probes("++")
        bench.end("c0", 143)
        bench.seconds = 5
        bench.wallOffset = 1_000_000
        bench.dieAndReturn(boot: "boot-2")
        #expect(bench.verbs == ["restart"])
    }

    @Test func what_a_person_stopped_before_a_reboot_stays_stopped() {
        let bench = WardenBench()
        bench.probes("++")
        bench.stopByHand("c0")
        bench.dieAndReturn(boot: "boot-2")
        bench.probes("----")
        #expect(bench.verbs.isEmpty)
    }

    @Test func an_incident_under_way_when_a_person_stopped_the_service_is_closed_by_the_next_life() {
        let bench = WardenBench(WardenBench.service { $0.backoff.initial = .seconds(60) })
        bench.probes("++---")
        bench.probes("---")
        bench.stopByHand("c0")
        guard
            let memory = bench.outputs.lazy.compactMap({ output -> ServiceMemory? in
                if case .record(.stoppedByHand, let memory) = output { memory } else { nil }
            }).first
        else { return #expect(Bool(false)) }
        bench.forget()
        bench.warden = Warden(
            service: bench.service, engine: .docker, memory: memory, boot: "boot-1", at: bench.moment,
            seed: 3)
        bench.tell(.begin)
        #expect(bench.endings == [.superseded(.manualStop)])
    }

    @Test func a_late_call_of_a_closed_rollback_is_cleaned_up() {
        let bench = deployed()
        bench.probes("------++")
        #expect(bench.endings == [.healed(.rollback)])
        guard let name = bench.memory?.leftovers.first?.plan.nextName else { return #expect(Bool(false)) }
        bench.containers.append(Container(id: "late", name: name, image: "sha256:good", state: .created))
        bench.wait(31)
        #expect(bench[name] == nil)
        bench.wait(700)
        #expect(bench.warden.memory.leftovers.isEmpty)
    }
}
