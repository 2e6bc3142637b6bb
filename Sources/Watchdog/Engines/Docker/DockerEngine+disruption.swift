import Foundation
internal import Watchdog

extension DockerEngine: DisruptiveEngine {
    package var canPause: Bool { true }

    package func obstacle(to id: String) async throws -> String? {
        try await faulting {
            guard let inspection = try await inspect(id) else { throw Self.absent(id) }
            return ContainerBlueprint(inspection: inspection, image: .null).obstacle
        }
    }

    package func crash(_ id: String) async throws {
        try await faulting {
            guard let inspection = try await inspect(id) else { throw Self.absent(id) }
            let processes = Self.processes(of: inspection)
            guard let program = inspection["State"]["Pid"].int, program > 0 else {
                throw EngineFault(.conflict, "\(processes.name) is not running")
            }
            try processes.kill(pid_t(program))
        }
    }

    package func freeze(_ id: String) async throws {
        try await faulting {
            guard let inspection = try await inspect(id) else { throw Self.absent(id) }
            try Self.processes(of: inspection).freeze()
        }
    }

    package func thaw(_ id: String) async throws {
        try await faulting {
            guard let inspection = try await inspect(id) else { return }
            try Self.processes(of: inspection).thaw()
        }
    }

    package func isFrozen(_ id: String) async throws -> Bool {
        try await faulting {
            guard let inspection = try await inspect(id) else { return false }
            return Self.processes(of: inspection).areFrozen
        }
    }

    package func pause(_ id: String) async throws {
        try await faulting {
            _ = try await api.send(.post("/containers/\(EngineRequest.escape(id))/pause"))
        }
    }

    package func unpause(_ id: String) async throws {
        try await faulting {
            _ = try await api.send(.post("/containers/\(EngineRequest.escape(id))/unpause"))
        }
    }

    private static func absent(_ id: String) -> EngineFault {
        EngineFault(.notFound, "there is no container \(id)")
    }

    private static func processes(of inspection: JSON) -> HostProcesses {
        let id = inspection["Id"].string ?? ""
        let name = String((inspection["Name"].string ?? "").drop { $0 == "/" })
        return HostProcesses(name: name) { process in
            guard let data = FileManager.default.contents(atPath: "/proc/\(process)/cgroup") else {
                return false
            }
            return ControlGroups.hold(String(decoding: data, as: UTF8.self), container: id)
        }
    }
}
