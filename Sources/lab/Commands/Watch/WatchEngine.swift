import Foundation
import Incident
import Watchdog
import WatchdogConfiguration
import WatchdogEngines

/// Opens the engine that a configuration names.
enum WatchEngine {
    static func open(_ configuration: WatchConfiguration) async throws -> (any ContainerEngine, EngineInfo) {
        let choice = configuration.engine
        do {
            switch choice.kind {
            case .process: return try await process(configuration)
            case .docker, .swarm:
                let engine = try engine(choice)
                return (engine, try await engine.hello())
            case nil:
                let docker = try engine(choice)
                do {
                    return (docker, try await docker.hello())
                } catch let fault as EngineFault where choice.socket == nil && choice.root != nil {
                    Console.note("no Docker engine (\(fault.message)); watching supervised processes")
                    return try await process(configuration)
                }
            }
        } catch {
            throw EngineOptions.readable(error)
        }
    }

    private static func engine(_ choice: EngineChoice) throws -> any ContainerEngine {
        let socket =
            try choice.socket.map { try EngineSocket(parsing: $0) }
            ?? EngineSocket.resolve(environment: ProcessInfo.processInfo.environment)
        return choice.kind == .swarm ? SwarmEngine(managers: [socket]) : DockerEngine(socket: socket)
    }

    private static func process(
        _ configuration: WatchConfiguration
    ) async throws -> (any ContainerEngine, EngineInfo) {
        guard let root = configuration.engine.root else {
            throw LabError(.badInput, "engine: process needs 'root', the folder of its containers.")
        }
        let engine = ProcessEngine(root: configuration.path(of: root))
        return (engine, try await engine.hello())
    }
}
