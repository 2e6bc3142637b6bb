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
                let engine = try engine(configuration)
                return (engine, try await engine.hello())
            case nil:
                let docker = try engine(configuration)
                do {
                    return (docker, try await docker.hello())
                } catch let fault as EngineFault where choice.socket == nil && choice.root != nil {
                    Console.note("no Docker engine (\(fault.message)); watching supervised processes")
                    return try await process(configuration)
                }
            }
        } catch {
            throw readable(error)
        }
    }

    /// The digest of an image that the engine has, by digest or by name.
    static func digest(of image: String, in engine: any ContainerEngine) async throws -> String {
        // Swarm pulls what it lacks; only managers' own images could be looked up.
        if engine.kind == .swarm { return image }
        switch await engine.perform(.survey(names: [], like: nil, reference: image)) {
        case .survey(let truth):
            if let digest = truth.tagged { return digest }
            throw LabError(.badInput, "the engine has no image '\(image)'")
        case .refused(let fault), .unknown(let fault): throw readable(fault)
        case .done, .logs: return image
        }
    }

    /// An engine's fault as an error of a command that reads a configuration.
    static func readable(_ error: any Error) -> any Error {
        let readable = EngineOptions.readable(error)
        guard let error = readable as? LabError, error.code == .unavailable else { return readable }
        return LabError(
            error.code, error.message,
            hint: "'engine' in the configuration can name another socket, or another engine.")
    }

    private static func engine(_ configuration: WatchConfiguration) throws -> any ContainerEngine {
        let choice = configuration.engine
        let socket: EngineSocket
        if let written = choice.socket {
            let path = written.contains("://") ? written : configuration.path(of: written)
            // As the kernel takes it: relative to the working directory.
            socket = try EngineSocket(
                parsing: path.contains("://") ? path : URL(fileURLWithPath: path).standardizedFileURL.path)
        } else {
            socket = try EngineSocket.resolve(environment: ProcessInfo.processInfo.environment)
        }
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
