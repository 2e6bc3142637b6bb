import Foundation
import Testing

/// A service as a supervised process and a configuration that watches it: everything in one folder, and no container
/// engine.
struct Stall {
    let desk: Desk
    let port: Int

    private static let releases = Result { try LiveImages.releases() }

    var incidents: String { desk.folder + "/incidents" }

    static func with(_ work: (Stall) async throws -> Void) async throws {
        try await Desk.with { desk in
            let stall = Stall(desk: desk, port: try Wire.freePorts(1)[0])
            for name in LiveImages.names {
                let release = try releases.get().appendingPathComponent(name).path
                try await stall.process("install", release, "--reference", "app:\(name)")
            }
            let result: Result<Void, any Error>
            do { result = .success(try await work(stall)) } catch { result = .failure(error) }
            for container in try await stall.containers {
                _ = try? await stall.process("stop", container["name"].text ?? "")
                _ = try? await stall.process("remove", container["name"].text ?? "")
            }
            try result.get()
        }
    }

    @discardableResult
    func process(_ words: String...) async throws -> String {
        let result = try await LabProcess.run(
            ["process"] + words + ["--root", desk.folder + "/containers"], in: desk.folder)
        guard result.code == 0 else { throw Shell.Failure(description: "\(words): \(result.errors)") }
        return result.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    var containers: [JSONValue] {
        get async throws { try JSONValue(Data(try await process("list", "--json").utf8)).array }
    }

    func digest(_ image: String) async throws -> String {
        try await process("install", try Self.releases.get().appendingPathComponent(image).path)
    }

    /// Replaces the container, as a deploy does.
    func deploy(_ image: String, environment: [String] = []) async throws {
        try await process("tag", digest(image), "app:current")
        if try await !containers.isEmpty {
            try await process("stop", "web")
            try await process("remove", "web")
        }
        let variables = (["PORT=\(port)"] + environment).flatMap { ["--env", $0] }
        let result = try await LabProcess.run(
            ["process", "run", "web", "app:current", "--root", desk.folder + "/containers"] + variables,
            in: desk.folder)
        try #require(result.code == 0, "\(result.errors)")
    }

    func configure(path: String = "/healthz", journal: String = "./watchdog.sqlite", extra: String = "")
        throws
    {
        try desk.write(
            """
            version: 1
            engine: {kind: process, root: ./containers}
            journal: \(journal)
            listen: 127.0.0.1:\(desk.listen)
            services:
              web:
                liveness:
                  - http: http://127.0.0.1:\(port)\(path)
                    timeout: 400ms
                interval: 100ms
                failure_threshold: 3
                success_threshold: 2
                start_period: 300ms
                flap: off
                verify: {limit: 5s}
                restart: {budget: 2, backoff: {initial: 100ms, limit: 200ms}}
                rollback: {soak: {successes: 4, minimum: 100ms}}
            \(extra)
            """)
    }

    /// The first image is known good, and another is deployed while nobody watches.
    func promoteOne(andDeploy image: String) async throws {
        try await deploy("one")
        let watch = try desk.watch()
        try await watch.line("the good image is known good") { $0.isPromotion }
        watch.signal(SIGTERM)
        #expect(try await watch.ended().code == 0)
        try await deploy(image)
    }

    func end(_ watch: LabProcess) async throws {
        watch.signal(SIGTERM)
        #expect(try await watch.ended().code == 0, "\(watch.errors)")
    }

    func breakIt() throws { _ = try Wire.ask(.tcp(port), "POST", "/break", seconds: 5) }

    var health: Int { (try? Wire.ask(.tcp(port), "GET", "/healthz", seconds: 2).status) ?? 0 }

    var reports: [JSONValue] { Reports.read(incidents) }
}
