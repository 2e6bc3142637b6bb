import Foundation
import Testing

/// A service on a real engine and a watchdog over it: a folder, names and ports of its own, all taken away at the end.
struct Scene {
    let docker: LiveDocker
    /// Begins the name of everything.
    let name: String
    let folder: String
    let port: Int
    /// Of the watchdog.
    let listen: Int

    var repository: String { "\(name)-app" }
    var reference: String { "\(repository):current" }
    var config: String { folder + "/watchdog.yaml" }
    var incidents: String { folder + "/incidents" }

    private static let images = Result { try LiveImages.make(on: LiveDocker(socket: LiveHost.engine ?? "")) }

    /// Sets a scene, plays in it and takes it away, whatever came of it.
    static func play(_ what: String, _ act: (Scene) async throws -> Void) async throws {
        try images.get()
        try await play(what, on: LiveDocker(socket: try #require(LiveHost.engine)), act)
    }

    /// On an engine of the test's own, which has the images.
    static func play(
        _ what: String, on docker: LiveDocker, _ act: (Scene) async throws -> Void
    ) async throws {
        let name = "lablive-\(what)-\(UUID().uuidString.prefix(6).lowercased())"
        // Short, since an engine's socket may be made in it.
        let folder = "/tmp/\(name)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let ports = try Wire.freePorts(2)
        let scene = Scene(docker: docker, name: name, folder: folder, port: ports[0], listen: ports[1])
        let result: Result<Void, any Error>
        do { result = .success(try await act(scene)) } catch { result = .failure(error) }
        for container in (try? docker.names(beginning: name)) ?? [] { try? docker.remove(container) }
        try? docker.untag(scene.reference)
        if case .success = result { try? FileManager.default.removeItem(atPath: folder) }
        try result.get()
    }

    func digest(_ image: String) throws -> String {
        try #require(try docker.digest("\(LiveImages.repository):\(image)"))
    }

    /// A deploy as people do it: the reference is moved, and the container made anew from it.
    func deploy(_ image: String, _ body: JSONValue? = nil) throws {
        try docker.tag("\(LiveImages.repository):\(image)", repository, "current")
        try docker.stop(name)
        try docker.remove(name, keepsVolumes: true)
        _ = try docker.create(name, body ?? plain)
        try docker.start(name)
    }

    /// The first image is known good, and the one that never is well is deployed while nobody watches.
    func promoteOneAndDeployBad() async throws {
        try deploy("one")
        let watch = try watch()
        try await watch.line("the good image is known good") { $0.isPromotion }
        try await end(watch)
        try deploy("bad")
    }

    /// On the host's loopback, with nothing special about it.
    var plain: JSONValue {
        [
            "Image": .string(reference), "Env": [.string("PORT=\(port)")],
            "HostConfig": ["NetworkMode": "host"],
        ]
    }

    /// - Parameters:
    ///   - path: what the probe asks for.
    ///   - extra: lines at the end, such as more services.
    func configure(
        socket: String? = nil, path: String = "/healthz", interval: String = "100ms", failures: Int = 2,
        soak: Int = 4, extra: String = ""
    ) throws {
        try """
        version: 1
        engine: {kind: docker, socket: \(socket ?? docker.socket)}
        listen: 127.0.0.1:\(listen)
        services:
          web:
            container: \(name)
            liveness:
              - http: http://127.0.0.1:\(port)\(path)
            interval: \(interval)
            timeout: 1s
            failure_threshold: \(failures)
            success_threshold: 2
            start_period: 300ms
            flap: off
            verify: {limit: 5s}
            restart: {backoff: {initial: 100ms, limit: 200ms}}
            rollback: {soak: {successes: \(soak), minimum: 100ms}}
        \(extra)
        """.write(toFile: config, atomically: true, encoding: .utf8)
    }

    func watch(_ arguments: String..., environment: [String: String] = [:]) throws -> LabProcess {
        try LabProcess(
            ["watch", "run", "--json", "--config", config] + arguments, in: folder, environment: environment)
    }

    func lab(_ arguments: String..., limit: Duration = .seconds(60)) async throws -> LabProcess.Result {
        try await LabProcess.run(arguments, in: folder, limit: limit)
    }

    /// Status of the service's health check; 0 without an answer.
    var health: Int { (try? Wire.ask(.tcp(port), "GET", "/healthz", seconds: 2).status) ?? 0 }

    /// What the running watchdog says of its first service.
    var status: JSONValue {
        guard let answer = try? Wire.ask(.tcp(listen), "GET", "/status", seconds: 5) else { return .null }
        return ((try? JSONValue(answer.body)) ?? .null)[0]
    }

    var reports: [JSONValue] { Reports.read(incidents) }

    /// Ends a watch as a person does.
    func end(_ watch: LabProcess) async throws {
        watch.signal(SIGTERM)
        let start = ContinuousClock.now
        let result = try await watch.ended(within: .seconds(20))
        let time = ContinuousClock.now - start
        #expect(result.code == 0, "\(result.errors)")
        #expect(time < .seconds(2), "SIGTERM took \(time)")
    }
}

extension JSONValue {
    var isPromotion: Bool { self["event"] == "promoted" }
    var isDeploy: Bool { self["event"] == "deployed" }
    var isEnd: Bool { self["event"] == "closed" }
    func isState(_ state: String) -> Bool {
        self["event"] == "state" && self["details"]["state"] == .string(state)
    }
}
