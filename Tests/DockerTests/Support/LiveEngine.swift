import Foundation
import Testing
import Watchdog

@testable import WatchdogEngines

extension Trait where Self == ConditionTrait {
    /// Needs a real engine. `LAB_DOCKER_HOST` names its socket, which says that it may be filled with test containers.
    static var liveEngine: Self {
        .enabled(
            if: LiveEngine.host != nil,
            "skipped: LAB_DOCKER_HOST is not set; `LAB_DOCKER_HOST=$(scripts/engine start)` names a real engine"
        )
    }
}

/// The engine of the live tests, with two images to test with.
struct LiveEngine: Sendable {
    static let host = ProcessInfo.processInfo.environment["LAB_DOCKER_HOST"].flatMap { $0.isEmpty ? nil : $0 }

    let socket: EngineSocket
    let engine: DockerEngine
    /// Begins the name of everything a test makes.
    let prefix: String

    static let one = "lab-live-test:one"
    static let two = "lab-live-test:two"

    private static let images = Task { try await buildImages() }

    init(_ name: String) async throws {
        socket = try EngineSocket(parsing: try #require(Self.host))
        engine = DockerEngine(socket: socket)
        prefix = "labtest-\(name)-\(UUID().uuidString.prefix(8).lowercased())"
        try await Self.images.value
    }

    private static func buildImages() async throws {
        try await buildImages(on: DockerEngine(socket: try EngineSocket(parsing: try #require(host))))
    }

    /// Builds ``one`` and ``two``; their digests.
    @discardableResult
    static func buildImages(on engine: DockerEngine) async throws -> [String] {
        let program = try compile()
        var digests: [String] = []
        for (number, tag) in [("one", one), ("two", two)] {
            var tar = TarArchive()
            tar.add("server", program, isExecutable: true)
            let lines = [
                "FROM scratch", "ARG WHAT=nothing", "COPY server /server",
                "ENV IMAGE_SAYS=\(number) SHARED=image",
                "LABEL from=image stage=\(number)", "EXPOSE 8080", "VOLUME /imagevol", "WORKDIR /\(number)",
                "LABEL what=$WHAT", #"ENTRYPOINT ["/server"]"#, #"CMD ["\#(number)"]"#,
            ]
            tar.add("Dockerfile", Array((lines.joined(separator: "\n") + "\n").utf8))
            digests.append(
                try await engine.build(tar: tar.finished, tag: tag, buildArguments: ["WHAT": number]))
        }
        return digests
    }

    private static func compile() throws -> [UInt8] {
        let out = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent(
            "lab-server-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: out) }
        let compiler = Process()
        compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        compiler.arguments = [
            "cc", "-static", "-O1", "-o", out.path,
            try Fixture.directory().appendingPathComponent("server.c").path,
        ]
        try compiler.run()
        compiler.waitUntilExit()
        try #require(
            compiler.terminationStatus == 0, "cc -static could not build the program of the test images")
        return Array(try Data(contentsOf: out))
    }

    /// Carries a call out that must succeed; the id it tells.
    @discardableResult
    func done(_ call: EngineCall, _ location: SourceLocation = #_sourceLocation) async throws -> String? {
        let reply = await engine.perform(call)
        guard case .done(let id) = reply else {
            Issue.record("\(call.verb): \(reply)", sourceLocation: location)
            throw EngineFault(.refused, "\(reply)")
        }
        return id
    }

    func survey(_ names: String..., like: String? = nil, reference: String? = nil) async throws -> Survey {
        guard
            case .survey(let survey) = await engine.perform(
                .survey(names: names, like: like, reference: reference))
        else { throw EngineFault(.refused, "no survey") }
        return survey
    }

    /// Runs a test and removes the containers of these names after it, whatever came of it.
    func cleaning(_ names: String..., after test: () async throws -> Void) async throws {
        let result: Result<Void, any Error>
        do { result = .success(try await test()) } catch { result = .failure(error) }
        for name in names { try? await engine.removeContainer(name) }
        try result.get()
    }
}
