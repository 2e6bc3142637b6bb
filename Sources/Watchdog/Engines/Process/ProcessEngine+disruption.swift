import Foundation
import Watchdog

extension ProcessEngine: DisruptiveEngine {
    package var canPause: Bool { false }

    /// A release never changes and a container stays until it is removed: what ended can always be started again.
    package func obstacle(to id: String) async throws -> String? { nil }

    package func crash(_ id: String) async throws {
        try await blocking { [root] in
            let status = try root.directory(id).status()
            guard case .running(let run) = status.phase else { throw Self.idle(status) }
            try Self.processes(of: status, run).kill(run.program)
        }
    }

    package func freeze(_ id: String) async throws {
        try await blocking { [root] in
            let status = try root.directory(id).status()
            guard case .running(let run) = status.phase else { throw Self.idle(status) }
            try Self.processes(of: status, run).freeze()
        }
    }

    package func thaw(_ id: String) async throws {
        try await blocking { [root] in
            let status = try root.directory(id).status()
            guard let run = status.run else { return }
            try Self.processes(of: status, run).thaw()
        }
    }

    package func isFrozen(_ id: String) async throws -> Bool {
        try await blocking { [root] in
            let status = try root.directory(id).status()
            guard let run = status.run else { return false }
            return Self.processes(of: status, run).areFrozen
        }
    }

    package func pause(_ id: String) async throws { throw Self.unknown("pause") }

    package func unpause(_ id: String) async throws { throw Self.unknown("unpause") }

    private static func unknown(_ verb: String) -> EngineFault {
        EngineFault(.refused, "the process engine has no way to \(verb) a container")
    }

    private static func idle(_ status: ContainerStatus) -> EngineFault {
        EngineFault(.conflict, "'\(status.record.name)' is not running")
    }

    private static func processes(of status: ContainerStatus, _ run: RunRecord) -> HostProcesses {
        let mark = Data(ContainerDirectory.mark(id: status.record.id, run: run.run).utf8)
        return HostProcesses(name: status.record.name) { process in
            guard let environment = FileManager.default.contents(atPath: "/proc/\(process)/environ") else {
                return false
            }
            return environment.split(separator: 0).contains(mark)
        }
    }
}
