import Foundation
import Testing
import Watchdog

@testable import WatchdogEngines

/// Whose processes may be signalled.
@Suite struct DisruptionTests {
    private static let id = String(repeating: "0123456789abcdef", count: 4)
    private static let other = String(repeating: "f", count: 64)

    @Test(arguments: [
        ("0::/docker/\(id)\n", true), ("12:memory:/docker/\(id)\n0::/system.slice\n", true),
        ("0::/system.slice/docker-\(id).scope\n", true),
        ("0::/machine.slice/libpod-\(id).scope/container\n", true),
        ("0::/machine.slice/libpod-conmon-\(id).scope\n", false), ("0::/docker/\(other)\n", false),
        ("0::/docker/\(id.prefix(12))\n", false), ("0::/\n", false), ("", false),
    ])
    func a_process_is_a_containers_by_its_control_group(_ text: String, _ isOwn: Bool) {
        #expect(ControlGroups.hold(text, container: Self.id) == isOwn)
    }

    @Test func an_id_that_is_no_whole_one_owns_nothing() {
        for id in ["", "docker", String(Self.id.prefix(12))] {
            #expect(!ControlGroups.hold("0::/docker/\(Self.id)\n", container: id))
        }
    }

    @Test func a_number_that_is_no_process_of_the_container_is_not_signalled() async throws {
        let stranger = Process()
        stranger.executableURL = URL(fileURLWithPath: "/bin/sleep")
        stranger.arguments = ["60"]
        try stranger.run()
        defer { stranger.terminate() }
        let inspection = """
            {"Id":"\(Self.id)","Name":"/web","State":{"Status":"running","Pid":\(stranger.processIdentifier)}}
            """
        let fake = try FakeEngine(
            [FakeEngine.version] + Array(repeating: FakeEngine.ok(inspection), count: 4))
        let engine = DockerEngine(socket: EngineSocket(path: fake.path))
        func expectRefusal(_ harm: () async throws -> Void) async {
            let fault = await #expect(throws: EngineFault.self) { try await harm() }
            #expect(fault?.code == .refused)
            #expect(fault?.message.contains("web is not among") == true)
        }
        await expectRefusal { try await engine.crash(Self.id) }
        await expectRefusal { try await engine.freeze(Self.id) }
        #expect(try await !engine.isFrozen(Self.id))
        try await engine.thaw(Self.id)
        #expect(stranger.isRunning)
        withExtendedLifetime(fake) {}
    }

    @Test(arguments: [
        (#""HostConfig":{"AutoRemove":true}"#, "started with --rm"),
        (#""Config":{"Labels":{"com.docker.swarm.task.id":"x"}}"#, "belongs to a Swarm service"),
    ])
    func what_could_not_be_put_back_is_told(_ part: String, _ words: String) async throws {
        let fake = try FakeEngine([
            FakeEngine.version, FakeEngine.ok(#"{"Id":"\#(Self.id)","Name":"/web",\#(part)}"#),
        ])
        let obstacle = try await DockerEngine(socket: EngineSocket(path: fake.path)).obstacle(to: Self.id)
        #expect(obstacle?.contains(words) == true)
        withExtendedLifetime(fake) {}
    }
}
