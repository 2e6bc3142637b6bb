package import Incident

/// `sync` on the queue one is already on: Dispatch traps without a message.
package struct DispatchDeadlock: Signature {
    package let id = "trap.deadlock"
    package let failureClass = FailureClass.deadlock

    package func match(_ symptom: Symptom, in reading: Reading) -> Diagnosis? {
        guard case .crash(let crash) = symptom, crash.message == nil,
            crash.calls("__DISPATCH_WAIT_FOR_QUEUE__")
        else { return nil }
        return .crash(self, crash, reading, evidence: ["__DISPATCH_WAIT_FOR_QUEUE__"])
    }
}

/// `dispatchPrecondition` and isolation to the main actor end in the same assertion of Dispatch.
package struct WrongQueue: Signature {
    package let id = "trap.wrong_queue"
    package let failureClass = FailureClass.actorIsolation

    package func match(_ symptom: Symptom, in reading: Reading) -> Diagnosis? {
        guard case .crash(let crash) = symptom, crash.message == nil,
            crash.calls("_dispatch_assert_queue_fail")
        else { return nil }
        return .crash(self, crash, reading, evidence: ["_dispatch_assert_queue_fail"])
    }
}

/// `abs(Int.min)` and its like: the overflow is inside the standard library, which then says nothing.
package struct SilentOverflow: Signature {
    package let id = "trap.integer_overflow.silent"
    package let failureClass = FailureClass.integerOverflow

    package func match(_ symptom: Symptom, in reading: Reading) -> Diagnosis? {
        guard case .crash(let crash) = symptom, crash.message == nil,
            crash.signal == 4 || crash.signal == nil,
            let frames = crash.report?.frames, crash.report?.description.contains("pointer") == false
        else { return nil }
        // Only what runs above the user's innermost frame can be the trap.
        let above = frames.prefix { $0.file == nil || reading.code.file($0.file ?? "") == nil }.map(
            \.function)
        let arithmetic = [
            "abs<", ".magnitude.getter", ".negate()", "static SignedNumeric.-", "AdditiveArithmetic",
        ]
        guard let call = above.first(where: { name in arithmetic.contains(where: name.contains) }) else {
            return nil
        }
        return .crash(self, crash, reading, evidence: [call])
    }
}
