import Foundation
import Testing

/// A Swarm of three managers that loses its leader in the middle of a rollback.
@Suite(.liveCluster, .root, .serialized, .timeLimit(.minutes(10)))
struct SwarmLeaderTests {
    @discardableResult
    private func cluster(_ words: String...) throws -> [String] {
        let script = Process()
        let output = Pipe()
        script.executableURL = URL(fileURLWithPath: LiveHost.root + "/scripts/swarm-cluster")
        script.arguments = words
        script.standardOutput = output
        try script.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        script.waitUntilExit()
        try #require(script.terminationStatus == 0, "swarm-cluster \(words) failed")
        return text.split(separator: "\n").map { String($0.dropFirst("unix://".count)) }
    }

    @Test func a_rollback_during_which_the_leader_is_killed_ends_healed() async throws {
        defer { _ = try? cluster("stop") }
        let managers = try cluster("start").map { LiveDocker(socket: $0) }
        try #require(managers.count == 3)
        // The first is the leader; the service and the watchdog are with the second.
        let (leader, here) = (managers[0], managers[1])
        let nodes = try leader.ask("GET", "/nodes").array
        let first = nodes.first { $0["ManagerStatus"]["Addr"].text?.contains(".11:") == true }
        #expect(first?["ManagerStatus"]["Leader"] == true)
        let second =
            nodes.first { $0["ManagerStatus"]["Addr"].text?.contains(".12:") == true }?["ID"].text ?? ""
        try LiveImages.make(on: here)
        let images = try ["one", "bad"].map { try here.digest("\(LiveImages.repository):\($0)") ?? "" }

        let folder = "/tmp/lablive-swarm-\(UUID().uuidString.prefix(6).lowercased())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let proxy = try KillingProxy(before: here.socket, at: folder + "/engine.sock")
        defer { proxy.end() }
        try """
        version: 1
        engine: {kind: swarm, socket: ./engine.sock}
        listen: off
        services:
          web:
            liveness: [{http: "http://10.190.7.12:8080/healthz"}]
            interval: 250ms
            failure_threshold: 3
            start_period: 5s
            verify: {limit: 60s}
            restart: {backoff: {initial: 100ms, limit: 200ms}}
            rollback: {soak: {successes: 4, minimum: 1s}}
        """.write(toFile: folder + "/watchdog.yaml", atomically: true, encoding: .utf8)

        var spec: JSONValue = [
            "Name": "web", "Mode": ["Replicated": ["Replicas": 1]],
            "TaskTemplate": [
                "ContainerSpec": [
                    "Image": .string(images[0]), "Env": ["OPEN=yes"], "StopGracePeriod": 2_000_000_000,
                ],
                "Networks": [["Target": "host"]], "RestartPolicy": ["Condition": "none"],
                "Placement": ["Constraints": [.string("node.id==\(second)")]],
            ],
        ]
        try here.ask("POST", "/services/create", spec)
        let watch = try LabProcess(["watch", "--json"], in: folder)
        try await watch.line("the first image is known good", within: .seconds(60)) { $0.isPromotion }

        // The restart is the first change, the image's return the second.
        proxy.arm(2) { _ = try? cluster("kill", "1") }
        spec["TaskTemplate"]["ContainerSpec"]["Image"] = .string(images[1])
        let version = try here.ask("GET", "/services/web")["Version"]["Index"].whole ?? 0
        try here.ask("POST", "/services/web/update?version=\(version)", spec)
        try await watch.line("the incident ends", within: .seconds(180)) { $0.isEnd }
        print("changes asked for: \(proxy.changes), with the leader killed before \(proxy.kills)")
        #expect(proxy.kills.count == 1)
        #expect(watch.lines.contains { $0["details"]["ending"] == "healed_by_rollback" }, "\(watch.output)")
        let now = try here.ask("GET", "/services/web")["Spec"]["TaskTemplate"]["ContainerSpec"]["Image"]
        #expect(now == .string(images[0]))
        #expect(Reports.read(folder + "/incidents").count == 1)
        watch.signal(SIGTERM)
        #expect(try await watch.ended().code == 0)
    }
}
