import Foundation
import Testing

/// `lab bench --config` on a container that nobody made for it.
@Suite(.liveEngine, .root, .serialized, .timeLimit(.minutes(5)))
struct BenchOwnTests {
    private func bench(_ scene: Scene, _ more: String...) async throws -> LabProcess.Result {
        try await LabProcess.run(
            ["bench", "--config", scene.config, "--output", scene.folder + "/out"] + more, in: scene.folder,
            limit: .seconds(180))
    }

    private func record(_ scene: Scene) throws -> [String: JSONValue] {
        let data = try Data(contentsOf: URL(fileURLWithPath: scene.folder + "/out/bench.json"))
        let trials = try JSONValue(data)["trials"].array
        return Dictionary(uniqueKeysWithValues: trials.map { ($0["case"].text ?? "", $0) })
    }

    /// A service that answers, and a container beside it that no configuration names.
    private func play(_ what: String, _ act: (Scene) async throws -> Void) async throws {
        try await Scene.play(what) { scene in
            try scene.configure()
            try scene.deploy("one")
            let port = try Wire.freePorts(1)[0]
            var body = scene.plain.members
            body["Env"] = [.string("PORT=\(port)")]
            let bystander = scene.name + "-by"
            _ = try scene.docker.create(bystander, .object(body))
            try scene.docker.start(bystander)
            try await eventually("it answers") { scene.health == 200 }
            let before = try (scene.docker.inspect(scene.name), scene.docker.inspect(bystander))
            try await act(scene)
            try expectAsBefore(scene, before.0)
            #expect(try scene.docker.inspect(bystander)["State"] == before.1["State"], "it was not touched")
        }
    }

    private func expectAsBefore(_ scene: Scene, _ before: JSONValue) throws {
        let after = try scene.docker.inspect(scene.name)
        for key in ["Id", "Image", "Config", "HostConfig", "Mounts"] {
            #expect(after[key] == before[key], "\(key)")
        }
        #expect(after["State"]["Status"] == "running" && after["State"]["Paused"] == false)
        #expect(try scene.docker.digest(scene.reference) == scene.digest("one"))
        #expect(scene.health == 200)
        #expect(!FileManager.default.fileExists(atPath: scene.folder + "/out/in-trial.json"))
        #expect(try scene.docker.names(beginning: scene.name).count == 2, "nothing is left behind")
    }

    @Test func a_crash_and_a_hang_are_healed_a_stopped_service_is_left_alone_and_all_is_as_before()
        async throws
    {
        try await play("bench") { scene in
            let result = try await bench(
                scene, "--allow-disruption", "--fault", "crash", "--fault", "hang", "--fault", "manual_stop",
                "--fault", "manual_pause", "--fail-under", "100")
            #expect(result.code == 0, "\(result.errors)\(result.output)")
            let trials = try record(scene)
            for (name, diagnosis) in [("web.crash", "crashed"), ("web.hang", "unresponsive")] {
                let trial = try #require(trials[name])
                #expect(trial["outcome"] == "healed" && trial["diagnosed"] == true, "\(trial)")
                let path = scene.folder + "/out/" + (trial["incident"].text ?? "")
                let report = try JSONValue(Data(contentsOf: URL(fileURLWithPath: path)))
                #expect(report["data"]["diagnosis"]["class"] == .string(diagnosis))
                #expect(report["data"]["remedy"]["kind"] == "restart")
            }
            for name in ["web.manual_stop", "web.manual_pause"] {
                #expect(trials[name]?["outcome"] == "left_alone", "\(String(describing: trials[name]))")
            }
            let pages = try await scene.lab(
                "report", scene.folder + "/out", "--html", scene.folder + "/pages")
            #expect(pages.code == 0, "\(pages.errors)")
        }
    }

    @Test func a_run_that_is_interrupted_or_killed_leaves_no_service_down() async throws {
        try await play("bench-end") { scene in
            func begin() async throws -> LabProcess {
                let run = try LabProcess(
                    [
                        "bench", "--config", scene.config, "--output", scene.folder + "/out",
                        "--allow-disruption", "--fault", "manual_stop",
                    ], in: scene.folder)
                try await eventually("it is stopped", context: { run.errors }) {
                    try scene.docker.inspect(scene.name)["State"]["Status"] == "exited"
                }
                return run
            }
            let interrupted = try await begin()
            interrupted.signal(SIGINT)
            let result = try await interrupted.ended()
            #expect(result.code == 130 && result.errors.contains("goes on from here"), "\(result.errors)")
            #expect(scene.health == 200)

            let killed = try await begin()
            killed.signal(SIGKILL)
            _ = try await killed.ended()
            #expect(scene.health == 0)
            let next = try await bench(scene, "--allow-disruption", "--fault", "no_fault")
            #expect(next.code == 0, "\(next.errors)")
            #expect(
                next.errors.contains("web.manual_stop: an earlier call was ended over it"), "\(next.errors)")
            #expect(try record(scene).keys.sorted() == ["web.no_fault"])
        }
    }

    @Test func nothing_is_done_without_leave_nor_beside_a_watchdog_nor_to_what_is_unwell() async throws {
        try await play("bench-leave") { scene in
            let started = try scene.docker.inspect(scene.name)["State"]["StartedAt"]
            let asked = try await bench(scene)
            #expect(asked.code == 64 && asked.errors.contains("--allow-disruption"), "\(asked.errors)")
            #expect(asked.errors.contains("to the container \(scene.name)"))
            #expect(asked.errors.contains("crash: kills its program"))

            let watch = try scene.watch()
            try await watch.line("it is healthy") { $0.isState("healthy") }
            let beside = try await bench(scene, "--allow-disruption")
            #expect(beside.code == 75 && beside.errors.contains("watchdog"), "\(beside.errors)")
            try await scene.end(watch)

            try scene.configure(path: "/silence")
            let unwell = try await bench(scene, "--allow-disruption", "--fault", "crash")
            #expect(unwell.code == 69 && unwell.errors.contains("is not healthy"), "\(unwell.errors)")
            #expect(try scene.docker.inspect(scene.name)["State"]["StartedAt"] == started)
        }
    }
}
