import ArgumentParser
import Foundation
import Incident
import Watchdog
import WatchdogEngines

/// Options of commands that speak to a container engine.
struct EngineOptions: ParsableArguments {
    enum Choice: String, ExpressibleByArgument, CaseIterable {
        case auto
        case docker
        case swarm
        case process
    }

    /// An engine that answered.
    enum Chosen {
        case docker(DockerEngine)
        case swarm(SwarmEngine, DockerEngine)
        case process
    }

    @Option(
        help: ArgumentHelp(
            "The container engine: auto, docker, swarm or process.",
            discussion:
                "auto takes Docker if its socket answers, else supervised processes without an engine."))
    var engine: Choice = .auto

    @Option(
        help: ArgumentHelp(
            "The engine's unix socket.", discussion: "Default: $DOCKER_HOST, else /var/run/docker.sock."),
        completion: .file())
    var socket: String?

    func choose() async throws -> Chosen {
        if engine == .process { return .process }
        do {
            let socket = try address()
            let docker = DockerEngine(socket: socket)
            switch engine {
            case .swarm:
                let swarm = SwarmEngine(managers: [socket])
                _ = try await swarm.hello()
                return .swarm(swarm, docker)
            default:
                _ = try await docker.hello()
                return .docker(docker)
            }
        } catch let fault as EngineFault {
            if engine == .auto, socket == nil { return .process }
            throw Self.readable(fault)
        }
    }

    private func address() throws -> EngineSocket {
        if let socket { return try EngineSocket(parsing: socket) }
        return try EngineSocket.resolve(environment: ProcessInfo.processInfo.environment)
    }

    /// An engine's fault as an error of the command line.
    static func readable(_ error: any Error) -> any Error {
        guard let fault = error as? EngineFault else { return error }
        switch fault.code {
        case .unreachable, .tooOld, .denied, .timedOut:
            return LabError(
                .unavailable, fault.message, hint: "`--engine process` needs no container engine.")
        case .notFound, .conflict, .refused, .malformed: return LabError(.badInput, fault.message)
        }
    }
}
