import Watchdog

extension EngineFault.Code {
    /// One line that does not vary, unlike the fault's message.
    var detail: String {
        switch self {
        case .unreachable: "the engine cannot be reached"
        case .timedOut: "the engine did not answer in time"
        case .notFound: "no such container"
        case .conflict: "the engine is busy with the container"
        case .refused: "the engine refused"
        case .tooOld: "the engine is too old"
        case .denied: "the engine denied access"
        case .malformed: "the engine's answer was not understood"
        }
    }
}
