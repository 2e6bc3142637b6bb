import Foundation
import Watchdog

/// One look at a container's directory: what it is, and what is true of its program now.
struct ContainerStatus: Sendable, Equatable {
    enum Phase: Sendable, Equatable {
        case created
        case running(RunRecord)
        /// Ended to be started again, by its supervisor, any moment.
        case restarting(RunRecord, ExitRecord)
        /// The record is nil when the supervisor is gone without one: killed, or the machine went down.
        case exited(RunRecord, ExitRecord?)
    }

    var record: ContainerRecord
    var phase: Phase

    var run: RunRecord? {
        switch phase {
        case .created: nil
        case .running(let run), .restarting(let run, _), .exited(let run, _): run
        }
    }

    var exit: ExitRecord? {
        switch phase {
        case .created, .running: nil
        case .restarting(_, let exit): exit
        case .exited(_, let exit): exit
        }
    }

    var isUp: Bool {
        switch phase {
        case .running, .restarting: true
        case .created, .exited: false
        }
    }

    var container: Container {
        let state: Container.State =
            switch phase {
            case .created: .created
            case .running: .running
            case .restarting: .restarting
            case .exited: .exited
            }
        return Container(
            id: record.id, name: record.name, image: record.image, reference: record.reference, state: state,
            incarnation: run?.incarnation ?? "", exitCode: exit?.exitCode,
            isOutOfMemory: exit?.isOutOfMemory ?? false, stopTimeout: record.settings.stopTimeout)
    }
}
