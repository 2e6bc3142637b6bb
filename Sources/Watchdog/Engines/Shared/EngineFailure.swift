internal import Watchdog

/// Why a request has no good answer, and whether it may have had its effect.
enum EngineFailure: Error, Equatable {
    /// It never left: nothing was done.
    case notSent(EngineFault)
    /// The engine said no: it is not done.
    case refused(EngineFault, status: Int)
    /// Sent, and no answer that says either.
    case lost(EngineFault)

    var fault: EngineFault {
        switch self {
        case .notSent(let fault), .refused(let fault, _), .lost(let fault): fault
        }
    }

    var reply: EngineReply {
        switch self {
        case .notSent(let fault), .refused(let fault, _): .refused(fault)
        case .lost(let fault): .unknown(fault)
        }
    }

    var isNotFound: Bool { fault.code == .notFound }

    /// Anything thrown on the way to an engine, as a failure.
    static func from(_ error: any Error) -> EngineFailure {
        switch error {
        case let failure as EngineFailure: failure
        case let fault as EngineFault: .refused(fault, status: 0)
        case is CancellationError: .lost(EngineFault(.timedOut, "cancelled while waiting for the engine"))
        default: .lost(EngineFault(.malformed, "\(error)"))
        }
    }
}
