package import Incident

/// A trap known by its message; one value per class and wording, listed in `table`.
package struct TrapSignature: Signature {
    /// Who prints the message: a user's own text must not pass for the standard library's, nor the reverse.
    package enum Speaker: Sendable {
        case library
        case user
        case anyone
    }

    package let id: String
    package let failureClass: FailureClass
    let kind: TrapMessage.Kind?
    let speaker: Speaker
    let openings: [String]

    init(
        _ failureClass: FailureClass, kind: TrapMessage.Kind? = nil, by speaker: Speaker = .library,
        _ openings: [String] = [""]
    ) {
        id = "trap." + failureClass.rawValue
        self.failureClass = failureClass
        self.kind = kind
        self.speaker = speaker
        self.openings = openings
    }

    package func match(_ symptom: Symptom, in reading: Reading) -> Diagnosis? {
        guard case .crash(let crash) = symptom else { return nil }
        if let message = crash.message, recognises(message) {
            return Diagnosis.crash(self, crash, reading, evidence: [message.raw])
        }
        // Optimised code prints no message; the backtrace then carries the text.
        if speaker != .user, crash.message == nil, let failure = crash.runtimeFailure,
            openings.contains(where: { !$0.isEmpty && failure.hasPrefix($0) })
        {
            return Diagnosis.crash(self, crash, reading, evidence: ["Swift runtime failure: " + failure])
        }
        return nil
    }

    private func recognises(_ message: TrapMessage) -> Bool {
        if let kind, kind != message.kind { return false }
        switch speaker {
        case .library where !message.isFromLibrary: return false
        case .user where message.isFromLibrary: return false
        default: return openings.contains { message.text.hasPrefix($0) }
        }
    }
}
