import Testing
import Watchdog

@testable import WatchdogEngines

@Suite struct ContainerInspectionTests {
    @Test func a_running_container_is_read() throws {
        let container = try #require(Container(inspection: try Fixture.json("web-running.json")))
        #expect(container.name == "web")
        #expect(container.state == .running)
        #expect(container.reference == "labtest:one")
        #expect(container.image.hasPrefix("sha256:"))
        #expect(container.incarnation.hasPrefix("2026-"))
        #expect(container.exitCode == nil)
        #expect(container.health == .starting)
        #expect(container.restartsItself)
        #expect(container.stopTimeout == .seconds(3))
        #expect(container.isOutOfMemory == false)
    }

    @Test func a_container_never_started_has_no_incarnation() throws {
        let container = try #require(Container(inspection: try Fixture.json("web-created.json")))
        #expect(container.state == .created)
        #expect(container.incarnation.isEmpty)
        #expect(container.health == nil)
    }

    @Test(arguments: [
        ("created", Container.State.created), ("running", .running), ("paused", .paused),
        ("restarting", .restarting), ("exited", .exited), ("removing", .other), ("dead", .other),
        ("stopped", .exited), ("configured", .created),
    ])
    func every_word_for_a_state_is_known(word: String, state: Container.State) throws {
        var inspection = try Fixture.json("web-running.json")
        inspection["State"]["Status"] = .string(word)
        #expect(Container(inspection: inspection)?.state == state)
    }

    @Test func an_ended_container_tells_how() throws {
        var inspection = try Fixture.json("web-running.json")
        inspection["State"]["Status"] = "exited"
        inspection["State"]["ExitCode"] = 137
        inspection["State"]["OOMKilled"] = true
        inspection["HostConfig"]["RestartPolicy"]["Name"] = "no"
        inspection["Config"].remove("StopTimeout")
        inspection["Config"]["Image"] = "sha256:abc"
        let container = try #require(Container(inspection: inspection))
        #expect(container.exitCode == 137)
        #expect(container.isOutOfMemory)
        #expect(!container.restartsItself)
        #expect(container.stopTimeout == .seconds(10))
        #expect(container.reference.isEmpty)
    }
}
