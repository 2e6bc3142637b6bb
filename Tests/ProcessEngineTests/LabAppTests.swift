import Foundation
import FoundationNetworking
import Testing
import Watchdog
import WatchdogEngines

/// The sample service as a supervised process. Live: real processes, real time, a port of the loopback.
@Suite(.serialized) struct LabAppTests {
    static let rootfs = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "../../.lab/image/rootfs").standardizedFileURL.path

    static var isBuilt: Bool { access(rootfs + "/release.json", R_OK) == 0 }

    static let port = 18_473

    @Test(.enabled(if: isBuilt, "scripts/labapp-image was not run"))
    func the_image_of_labapp_runs_keeps_its_marker_over_restarts_and_is_held_to_its_memory() async throws {
        try await Sandbox.with { sandbox in
            let engine = sandbox.engine
            _ = try await engine.install(release: Self.rootfs, reference: "labapp:current")
            let settings = ProcessSettings(
                arguments: ["--port", "\(Self.port)"], memoryLimitBytes: 128 << 20, stopTimeout: .seconds(2))
            let start = ContinuousClock.now
            let id = try await engine.run(name: "labapp", reference: "labapp:current", settings: settings)
            #expect(try await eventually { await status("GET", "/healthz") == 200 })
            print("labapp: healthy \(start.duration(to: .now)) after run")

            #expect(await status("POST", "/__simulate/unhealthy") == 200)
            #expect(sandbox.read("fs/labapp.unhealthy", of: id) != nil)
            _ = await engine.perform(.restart(id: id, timeout: .seconds(2)))
            #expect(try await eventually { await status("GET", "/healthz") == 503 })
            let reply = await engine.perform(
                .create(name: "next", like: id, image: "labapp:current", reference: "labapp:current"))
            guard case .done(let next?) = reply else {
                Issue.record("\(reply)")
                return
            }
            _ = await engine.perform(.stop(id: id, timeout: .seconds(2)))
            #expect(try await sandbox.container("labapp")?.exitCode == 0, "it stops cleanly")
            _ = await engine.perform(.start(id: next))
            #expect(try await eventually { await status("GET", "/healthz") == 200 })

            #expect(await status("POST", "/__simulate/leak") == 200)
            #expect(try await eventually { try await sandbox.container("next")?.state == .exited })
            let ended = try #require(try await sandbox.container("next"))
            #expect(ended.isOutOfMemory && ended.exitCode == 137)
        }
    }

    private func status(_ method: String, _ path: String) async -> Int {
        guard let url = URL(string: "http://127.0.0.1:\(Self.port)\(path)") else { return 0 }
        var request = URLRequest(url: url)
        request.httpMethod = method
        request.timeoutInterval = 2
        let response = try? await URLSession.shared.data(for: request).1
        return (response as? HTTPURLResponse)?.statusCode ?? 0
    }
}
