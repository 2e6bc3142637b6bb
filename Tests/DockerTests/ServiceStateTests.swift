import Testing
import Watchdog

@testable import WatchdogEngines

@Suite struct ServiceStateTests {
    private func state(_ tasks: String) throws -> ServiceState {
        ServiceState(service: try Fixture.json("service.json"), tasks: try Fixture.json(tasks).array ?? [])
    }

    @Test func a_service_with_its_tasks_running_runs() throws {
        let container = try state("tasks-running.json").container(image: "sha256:1", local: nil)
        #expect(container.name == "svc")
        #expect(container.state == .running)
        #expect(container.reference == "labtest:one")
        #expect(container.restartsItself)
        #expect(container.exitCode == nil)
        #expect(container.stopTimeout == .seconds(10))
    }

    @Test func a_service_whose_tasks_fail_tells_how() throws {
        let state = try state("tasks-failing.json")
        let container = state.container(image: "sha256:1", local: nil)
        #expect(container.state != .running)
        #expect(container.exitCode == 3)
        #expect(state.evidence(limit: 2).count == 2)
        #expect(
            state.evidence(limit: 9).last == "swarm: task svc.1 failed, exit code 3: task: non-zero exit (3)")
    }

    @Test func every_new_task_is_another_incarnation() throws {
        #expect(try state("tasks-running.json").incarnation != state("tasks-failing.json").incarnation)
    }

    @Test func tasks_of_the_image_before_do_not_make_a_service_run() throws {
        var service = try Fixture.json("service.json")
        service["Spec"]["TaskTemplate"]["ContainerSpec"]["Image"] = "sha256:2"
        var forced = try Fixture.json("service.json")
        forced["Spec"] = ServiceUpdate.force(forced["Spec"])
        let tasks = try Fixture.json("tasks-running.json").array ?? []
        #expect(ServiceState(service: service, tasks: tasks).state == .other)
        #expect(ServiceState(service: service, tasks: tasks).running.isEmpty)
        #expect(ServiceState(service: forced, tasks: tasks).state == .other)
    }

    @Test func a_service_scaled_to_nothing_has_ended() throws {
        var service = try Fixture.json("service.json")
        service["Spec"]["Mode"]["Replicated"]["Replicas"] = 0
        #expect(ServiceState(service: service, tasks: []).state == .exited)
    }

    @Test func two_of_three_is_not_running() throws {
        var service = try Fixture.json("service.json")
        service["Spec"]["Mode"]["Replicated"]["Replicas"] = 3
        let tasks = try Fixture.json("tasks-running.json").array ?? []
        #expect(ServiceState(service: service, tasks: tasks + tasks).state == .other)
    }

    @Test func tasks_are_sorted_by_time_whatever_the_digits_of_its_fraction() {
        let tasks: [JSON] = [
            ["ID": "a", "CreatedAt": "2026-01-01T00:00:00.9Z"],
            ["ID": "b", "CreatedAt": "2026-01-01T00:00:00.95Z"],
        ]
        #expect(ServiceState(service: [:], tasks: tasks).tasks.first?["ID"] == "b")
    }
}

@Suite struct ServiceUpdateTests {
    @Test func a_restart_changes_nothing_but_the_counter() throws {
        let spec = try Fixture.json("service.json")["Spec"]
        var forced = ServiceUpdate.force(spec)
        #expect(forced["TaskTemplate"]["ForceUpdate"] == 1)
        forced["TaskTemplate"]["ForceUpdate"] = spec["TaskTemplate"]["ForceUpdate"]
        #expect(forced == spec)
    }

    @Test func another_image_changes_nothing_but_the_image() throws {
        let spec = try Fixture.json("service.json")["Spec"]
        var changed = ServiceUpdate.setImage(spec, "sha256:2")
        #expect(changed["TaskTemplate"]["ContainerSpec"]["Image"] == "sha256:2")
        changed["TaskTemplate"]["ContainerSpec"]["Image"] = spec["TaskTemplate"]["ContainerSpec"]["Image"]
        #expect(changed == spec)
    }

    @Test func swarms_own_rollback_is_held_and_given_back() throws {
        let spec = try Fixture.json("service.json")["Spec"]
        #expect(spec["UpdateConfig"]["FailureAction"] == "rollback")
        let held = ServiceUpdate.hold(spec)
        #expect(held["UpdateConfig"]["FailureAction"] == "pause")
        #expect(ServiceUpdate.release(held) == spec)
        #expect(ServiceUpdate.release(spec) == nil)
    }

    @Test(
        arguments: [
            ("updating", false), ("rollback_started", false), ("completed", true), ("paused", true),
            ("rollback_completed", true), ("rollback_paused", true), (nil, nil),
        ] as [(String?, Bool?)])
    func an_update_is_over_when_swarm_says_so(state: String?, isOver: Bool?) {
        let service: JSON = ["UpdateStatus": ["State": state.map(JSON.string) ?? .null]]
        #expect(ServiceUpdate.isOver(service) == isOver)
    }

    @Test func a_service_that_pauses_by_itself_is_left_alone() throws {
        var spec = try Fixture.json("service.json")["Spec"]
        spec["UpdateConfig"]["FailureAction"] = "pause"
        #expect(ServiceUpdate.hold(spec) == spec)
    }
}
