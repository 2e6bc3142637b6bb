package import Incident

/// The lab ended the process while it worked in the user's own code.
package struct InfiniteLoop: Signature {
    package let id = "hang.infinite_loop"
    package let failureClass = FailureClass.infiniteLoop

    package func match(_ symptom: Symptom, in reading: Reading) -> Diagnosis? {
        guard case .hang(let crash) = symptom, !reading.code.frames(crash.report).isEmpty,
            !crash.isWaiting(reading)
        else { return nil }
        return .crash(self, crash, reading, evidence: ["no end within the limit"], confidence: .high)
    }
}

/// The lab ended the process, and it waited or left nothing to read.
package struct TimeOut: Signature {
    package let id = "hang.time_out"
    package let failureClass = FailureClass.timeOut

    package func match(_ symptom: Symptom, in reading: Reading) -> Diagnosis? {
        guard case .hang(let crash) = symptom else { return nil }
        return .crash(
            self, crash, reading, evidence: ["no end within the limit"],
            confidence: crash.report == nil ? .low : .medium)
    }
}

/// A continuation that nobody resumes: the waiting task never ends, and the runtime says which.
package struct LeakedContinuation: Signature {
    package let id = "hang.continuation_misuse"
    package let failureClass = FailureClass.continuationMisuse

    package func match(_ symptom: Symptom, in reading: Reading) -> Diagnosis? {
        guard case .hang(let crash) = symptom, reading.code.frames(crash.report).isEmpty,
            let line = reading.lines.last(where: {
                !$0.isQuiet && $0.text.contains("leaked its continuation without resuming it")
            })
        else { return nil }
        return .crash(self, crash, reading, evidence: [line.text], confidence: .medium)
    }
}

/// The time limit of Swift Testing, which stops no synchronous code but reports it afterwards.
package struct TimeLimit: Signature {
    package let id = "swift_testing.time_limit"
    package let failureClass = FailureClass.timeOut

    package func match(_ symptom: Symptom, in reading: Reading) -> Diagnosis? {
        guard case .issue(let issue) = symptom, let message = issue.message,
            message.contains("Time limit was exceeded")
        else { return nil }
        return .issue(self, issue, reading, confidence: .medium)
    }
}

extension Crash {
    /// The user's innermost frame called something that blocks.
    fileprivate func isWaiting(_ reading: Reading) -> Bool {
        guard let frames = report?.frames,
            let first = frames.firstIndex(where: { $0.file.flatMap(reading.code.file) != nil }), first > 0
        else { return false }
        let callee = frames[first - 1].function
        return Self.waits.contains { callee.contains($0) }
    }

    private static let waits = [
        "DispatchSemaphore.wait", "dispatch_semaphore_wait", "DispatchGroup.wait", "DispatchQueue.sync",
        "DispatchWorkItem.wait", "Thread.sleep", "usleep", "nanosleep", "pthread_join", "pthread_mutex_lock",
        "pthread_cond", "NSCondition", "NSLock", "RunLoop.run", "sigsuspend", "Process.waitUntilExit",
        "epoll_wait",
    ]
}
