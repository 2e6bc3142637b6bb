package import Incident

/// Memory ran out: the kernel's killer leaves only signal 9.
package struct MemoryExhaustion: Signature {
    package let id = "signal.memory_exhaustion"
    package let failureClass = FailureClass.memoryExhaustion

    package func match(_ symptom: Symptom, in reading: Reading) -> Diagnosis? {
        guard case .crash(let crash) = symptom, crash.message == nil, crash.signal == 9 else { return nil }
        return .crash(
            self, crash, reading, evidence: ["ended by signal 9, without a message"], confidence: .low)
    }
}

/// A trap whose message belongs to no class.
package struct AnyTrap: Signature {
    package let id = "trap.other_trap"
    package let failureClass = FailureClass.otherTrap

    package func match(_ symptom: Symptom, in reading: Reading) -> Diagnosis? {
        guard case .crash(let crash) = symptom else { return nil }
        guard let text = crash.message?.raw ?? crash.runtimeFailure.map({ "Swift runtime failure: " + $0 })
        else {
            return nil
        }
        return .crash(self, crash, reading, evidence: [text])
    }
}

/// A signal that nothing explains.
package struct Killed: Signature {
    package let id = "signal.killed"
    package let failureClass = FailureClass.killed

    package func match(_ symptom: Symptom, in reading: Reading) -> Diagnosis? {
        guard case .crash(let crash) = symptom, crash.message == nil else { return nil }
        guard crash.report != nil || crash.signal != nil else { return nil }
        let said = crash.report?.description ?? "ended by a signal, without a message"
        let signal = crash.signal.map { "signal \($0): \(said)" } ?? said
        return .crash(
            self, crash, reading, evidence: [signal], confidence: crash.report == nil ? .low : .medium)
    }
}
