internal import Watchdog

extension EngineFailure {
    /// A status that says no, with the engine's own message; nil where the status is a yes (2xx, and 304: already so).
    static func from(status: Int, body: [UInt8]) -> EngineFailure? {
        if (200..<300).contains(status) || status == 304 { return nil }
        let said = (try? JSON(parsing: body))?["message"].string
        let text = said ?? String(decoding: body.prefix(512), as: UTF8.self)
        let message = "the engine answered \(status): \(text.isEmpty ? "nothing more" : text)"
        return switch status {
        case 401, 403: .refused(EngineFault(.denied, message), status: status)
        case 404: .refused(EngineFault(.notFound, message), status: status)
        case 409: .refused(EngineFault(.conflict, message), status: status)
        case 400..<600:
            .refused(EngineFault(text.saysOutOfSequence ? .conflict : .refused, message), status: status)
        default: .lost(EngineFault(.malformed, message))
        }
    }

    /// The engine at the other end is not the one the version was agreed with: nothing was done, agree anew.
    var asksForAnotherVersion: Bool {
        guard case .refused(let fault, status: 400) = self else { return false }
        return fault.message.contains("client version")
    }
}

extension String {
    /// Swarm refuses a change of what has changed meanwhile with a 500 and these words.
    fileprivate var saysOutOfSequence: Bool { contains("update out of sequence") }
}
