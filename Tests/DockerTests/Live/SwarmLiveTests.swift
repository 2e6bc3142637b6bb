import Testing
import Watchdog

@testable import WatchdogEngines

/// On an engine that is no manager of a Swarm these tests make it one, and undo that at the end.
@Suite(.liveEngine, .serialized, .timeLimit(.minutes(3)))
struct SwarmLiveTests {
    private func onSwarm(
        _ name: String, _ spec: (String) -> JSON,
        _ test: (LiveEngine, SwarmEngine, String) async throws -> Void
    ) async throws {
        let live = try await LiveEngine(name)
        let swarm = SwarmEngine(managers: [live.socket])
        let api = live.engine.api
        let wasActive = try await api.json(.get("/info"))["Swarm"]["LocalNodeState"].string == "active"
        if !wasActive {
            _ = try await api.send(
                .post("/swarm/init", [], ["ListenAddr": "127.0.0.1:2377", "AdvertiseAddr": "127.0.0.1"]))
        }
        let service = "\(live.prefix)-svc"
        let result: Result<Void, any Error>
        do {
            _ = try await api.send(.post("/services/create", [], spec(service)))
            result = .success(try await test(live, swarm, service))
        } catch {
            result = .failure(error)
        }
        _ = try? await api.send(.delete("/services/\(service)"))
        if !wasActive { _ = try? await api.send(.post("/swarm/leave", [("force", "true")])) }
        try result.get()
    }

    private func spec(_ name: String, image: String, arguments: JSON = .null) -> JSON {
        [
            "Name": .string(name), "Labels": ["kept": "yes"],
            "TaskTemplate": [
                "ContainerSpec": [
                    "Image": .string(image), "Args": arguments, "Env": ["A=1"],
                    "StopGracePeriod": 2_000_000_000,
                ],
                "RestartPolicy": ["Condition": "any", "Delay": 500_000_000],
            ],
            "Mode": ["Replicated": ["Replicas": 1]],
            "UpdateConfig": ["FailureAction": "rollback", "Monitor": 1_000_000_000, "Parallelism": 1],
        ]
    }

    private func wait(
        _ swarm: SwarmEngine, _ name: String, _ what: (Container) -> Bool
    ) async throws -> Container {
        var last: Container?
        for _ in 0..<300 {
            if case .survey(let survey) = await swarm.perform(
                .survey(names: [name], like: nil, reference: nil)),
                let container = survey.named(name)
            {
                last = container
                if what(container) { return container }
            }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw EngineFault(.timedOut, "it never came to that; the last state was \(String(describing: last))")
    }

    @Test func a_service_is_restarted_and_given_another_image_with_all_else_unchanged() async throws {
        try await onSwarm("swarm", { spec($0, image: LiveEngine.one) }) { live, swarm, name in
            #expect(try await swarm.hello().kind == .swarm)
            let one = try #require(try await live.engine.imageDigest(LiveEngine.one))
            let two = try #require(try await live.engine.imageDigest(LiveEngine.two))
            let first = try await wait(swarm, name) { $0.state == .running }
            #expect(first.image == one)
            #expect(first.reference == LiveEngine.one)
            #expect(first.stopTimeout == .seconds(2))
            let before = try await live.engine.api.json(.get("/services/\(name)"))["Spec"]

            let events = swarm.events()
            #expect(await swarm.perform(.restart(id: first.id, timeout: .seconds(2))) == .done(id: nil))
            let second = try await wait(swarm, name) {
                $0.state == .running && $0.incarnation != first.incarnation
            }
            #expect(second.image == one)

            #expect(await swarm.perform(.setImage(id: first.id, image: two)) == .done(id: nil))
            let third = try await wait(swarm, name) { $0.state == .running && $0.image == two }
            #expect(third.incarnation != second.incarnation)
            var after = try await live.engine.api.json(.get("/services/\(name)"))["Spec"]
            #expect(after["TaskTemplate"]["ForceUpdate"] == 1)
            after["TaskTemplate"]["ForceUpdate"] = before["TaskTemplate"]["ForceUpdate"]
            after["TaskTemplate"]["ContainerSpec"]["Image"] = .string(LiveEngine.one)
            #expect(after == before)

            let said = try await swarm.execute(["/server", "say"], in: first.id, limit: .seconds(10))
            #expect(said.exitCode == 7)
            guard case .logs(let lines) = await swarm.perform(.logs(id: first.id, lines: 20)) else {
                Issue.record("no logs")
                return
            }
            #expect(lines.contains("listening on 8080"), "\(lines)")
            #expect(try await swarm.list().map(\.name).contains(name))

            var kinds: [EngineEvent.Kind] = []
            for try await event in events where event.id == first.id {
                kinds.append(event.kind)
                if kinds.filter({ $0 == .started }).count == 2 { break }
            }
            #expect(kinds.contains(.updated))
        }
    }

    @Test func an_update_to_an_image_that_crashes_is_not_rolled_back_by_swarm() async throws {
        try await onSwarm("held", { spec($0, image: LiveEngine.one, arguments: ["serve"]) }) {
            live, swarm, name in
            let first = try await wait(swarm, name) { $0.state == .running }
            // A bad image: the same program, told to crash by its image, as an image's default command.
            var tar = TarArchive()
            tar.add("Dockerfile", Array("FROM \(LiveEngine.one)\nENTRYPOINT [\"/server\", \"crash\"]\n".utf8))
            let bad = try await live.engine.build(tar: tar.finished, tag: "\(live.prefix):bad")
            #expect(await swarm.perform(.setImage(id: first.id, image: bad)) == .done(id: nil))
            let failing = try await wait(swarm, name) { $0.exitCode == 3 }
            #expect(failing.state != .running)
            let service = try await live.engine.api.json(.get("/services/\(name)"))
            #expect(service["Spec"]["TaskTemplate"]["ContainerSpec"]["Image"] == .string(bad))
            #expect(service["Spec"]["UpdateConfig"]["FailureAction"] == "rollback", "given back")
            #expect(service["Spec"]["Labels"] == ["kept": "yes"])
            guard case .logs(let lines) = await swarm.perform(.logs(id: first.id, lines: 20)) else {
                Issue.record("no logs")
                return
            }
            #expect(lines.contains { $0.contains("non-zero exit (3)") }, "\(lines)")
            try await live.engine.removeImage("\(live.prefix):bad")
        }
    }

    @Test func an_engine_that_is_no_manager_is_refused() async throws {
        let live = try await LiveEngine("nomanager")
        let info = try await live.engine.api.json(.get("/info"))
        guard info["Swarm"]["LocalNodeState"].string != "active" else { return }
        await #expect {
            try await SwarmEngine(managers: [live.socket]).hello()
        } throws: {
            "\($0)".contains("no manager of a Swarm")
        }
    }
}
