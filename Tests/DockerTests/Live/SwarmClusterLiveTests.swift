import Foundation
import Testing
import Watchdog

@testable import WatchdogEngines

extension Trait where Self == ConditionTrait {
    /// Starts and ends a Swarm of three engines on this machine, which takes root.
    static var liveCluster: Self {
        .enabled(
            if: ProcessInfo.processInfo.environment["LAB_SWARM_CLUSTER"] == "1",
            "skipped: LAB_SWARM_CLUSTER=1 is not set; it lets the test start three engines, as root")
    }
}

@Suite(.liveCluster, .serialized, .timeLimit(.minutes(5)))
struct SwarmClusterLiveTests {
    /// What `scripts/swarm-cluster` prints.
    @discardableResult
    private func cluster(_ arguments: String...) throws -> [String] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let script = Process()
        let output = Pipe()
        script.executableURL = root.appendingPathComponent("scripts/swarm-cluster")
        script.arguments = arguments
        script.standardOutput = output
        try script.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        script.waitUntilExit()
        try #require(script.terminationStatus == 0, "swarm-cluster \(arguments) failed")
        return text.split(separator: "\n").map(String.init)
    }

    private func wait(_ swarm: SwarmEngine, _ what: (Container) -> Bool) async throws -> Container {
        var last: EngineReply?
        for _ in 0..<400 {
            let reply = await swarm.perform(.survey(names: ["web"], like: nil, reference: nil))
            last = reply
            if case .survey(let survey) = reply, let container = survey.named("web"), what(container) {
                return container
            }
            try await Task.sleep(for: .milliseconds(200))
        }
        throw EngineFault(.timedOut, "it never came to that; the last answer was \(String(describing: last))")
    }

    @Test func a_service_is_given_another_image_after_a_manager_was_killed() async throws {
        let managers = try cluster("start").map { try EngineSocket(parsing: $0) }
        defer { _ = try? cluster("stop") }
        #expect(managers.count == 3)
        let images = try await LiveEngine.buildImages(on: DockerEngine(socket: managers[0]))
        for tag in [LiveEngine.one, LiveEngine.two] {
            let tar = try await DockerEngine(socket: managers[0]).export(tag)
            for other in managers.dropFirst() { try await DockerEngine(socket: other).load(tar) }
        }
        let swarm = SwarmEngine(managers: managers)
        let spec: JSON = [
            "Name": "web", "Mode": ["Replicated": ["Replicas": 3]],
            "TaskTemplate": ["ContainerSpec": ["Image": .string(images[0])]],
        ]
        _ = try await swarm.managers[0].send(.post("/services/create", [], spec))
        let first = try await wait(swarm) { $0.state == .running }
        #expect(first.image == images[0])

        try cluster("kill", "1")
        let clock = ContinuousClock()
        let start = clock.now
        // Two managers elect a leader; until then they refuse, and whoever asks asks again.
        while await swarm.perform(.setImage(id: first.id, image: images[1])) != .done(id: nil) {
            try #require(clock.now - start < .seconds(60), "no manager took the change")
            try await Task.sleep(for: .milliseconds(200))
        }
        print("taken \(clock.now - start) after the first manager was killed")
        let second = try await wait(swarm) { $0.state == .running && $0.image == images[1] }
        #expect(second.incarnation != first.incarnation)
        print("all tasks replaced after \(clock.now - start)")
    }
}
