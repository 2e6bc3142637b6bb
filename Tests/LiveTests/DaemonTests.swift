import Foundation
import Testing

/// `lab watch` while its engine is stopped and started: an engine of the test's own, which nobody else uses.
@Suite(.liveEngine, .root, .serialized, .timeLimit(.minutes(5)))
struct DaemonTests {
    private func engine(_ verb: String, in folder: String) throws -> String {
        let script = Process()
        let output = Pipe()
        script.executableURL = URL(fileURLWithPath: LiveHost.root + "/scripts/engine")
        script.arguments = [verb]
        var environment = ProcessInfo.processInfo.environment
        environment["LAB_ENGINE_DIR"] = folder
        environment["DOCKER_HOST"] = nil
        script.environment = environment
        script.standardOutput = output
        try script.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        script.waitUntilExit()
        try #require(script.terminationStatus == 0, "scripts/engine \(verb) failed")
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test func an_engine_that_is_stopped_and_started_again_is_no_incident() async throws {
        let folder = "/tmp/lablive-engine-\(UUID().uuidString.prefix(6).lowercased())"
        defer {
            _ = try? engine("stop", in: folder)
            try? FileManager.default.removeItem(atPath: folder)
        }
        let host = try engine("start", in: folder)
        guard host.contains(folder) else {
            try Test.cancel(
                "an engine that is not ours answers on this machine, and would have to be stopped")
        }
        let docker = LiveDocker(socket: String(host.dropFirst("unix://".count)))
        try LiveImages.make(on: docker)
        try await Scene.play("daemon", on: docker) { scene in
            try scene.configure(interval: "200ms", failures: 3)
            var body = scene.plain
            body["HostConfig"]["RestartPolicy"] = ["Name": "always"]
            try scene.deploy("one", body)
            let watch = try scene.watch()
            try await watch.line("the image is known good") { $0.isPromotion }

            _ = try engine("stop", in: folder)
            try await watch.line("it is held") {
                $0["details"]["holds"].array.contains("engine_unreachable")
            }
            #expect(scene.health == 0, "its containers end with an engine")
            try await Task.sleep(for: .seconds(3))
            #expect(watch.isRunning)
            let opened = { watch.lines.filter { $0["event"] == "opened" } }
            #expect(opened().isEmpty, "\(watch.output)")

            let start = ContinuousClock.now
            #expect(try engine("start", in: folder) == host)
            try await eventually("the watch recovers", within: .seconds(60), context: { watch.output }) {
                scene.status["state"] == "healthy" && scene.status["holds"] == []
            }
            print("watching again \(ContinuousClock.now - start) after the engine was told to start")
            #expect(scene.health == 200)
            #expect(opened().isEmpty, "\(watch.output)")
            #expect(!watch.lines.contains { $0["event"] == "action" }, "\(watch.output)")

            // Looks at the engine are half a minute apart: sooner it can only be told.
            let stopped = ContinuousClock.now
            try scene.docker.stop(scene.name)
            try await eventually("events come again", within: .seconds(10), context: { watch.output }) {
                scene.status["holds"] == ["manual_stop"]
            }
            print("a stop by hand was noticed \(ContinuousClock.now - stopped) after it")
            try scene.docker.start(scene.name)
            try await eventually("and it goes on", within: .seconds(10), context: { watch.output }) {
                scene.status["state"] == "healthy"
            }
            #expect(scene.reports.isEmpty)
            try await scene.end(watch)
        }
    }
}
