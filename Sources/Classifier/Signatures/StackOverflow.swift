package import Incident

/// A bad pointer at the end of the stack: the same calls over and over.
package struct StackOverflow: Signature {
    package let id = "trap.stack_overflow"
    package let failureClass = FailureClass.stackOverflow
    /// Fewer repetitions than this may be an ordinary recursion that met a bad pointer.
    private static let leastRepetitions = 10

    package init() {}

    package func match(_ symptom: Symptom, in reading: Reading) -> Diagnosis? {
        guard case .crash(let crash) = symptom, crash.message == nil, let report = crash.report,
            crash.signal == 11 || crash.signal == 7 || report.description.contains("pointer")
        else { return nil }
        let calls = Dictionary(report.frames.map { ($0.function, 1) }, uniquingKeysWith: +)
        guard let most = calls.values.max(), most >= Self.leastRepetitions else { return nil }
        let frames = reading.code.frames(report)
        let repeated = frames.first { frame in
            report.frames.count { UserCode.function($0.function) == frame.function } * 2 >= most
        }
        // The innermost frame stands at the function's entry; the call that repeats tells more.
        let call = frames.first { $0.function == repeated?.function && $0.column != nil } ?? repeated
        let name = call?.function ?? calls.max { $0.value < $1.value }?.key ?? ""
        return .crash(
            self, crash, reading, evidence: ["\(report.description): \(name) repeats"], confidence: .high,
            location: call)
    }
}

/// The same on a worker thread of Dispatch, where Swift Testing runs tests: no stack is left to report from.
///
/// Any other bad pointer does leave a report there; without one the guess is still weak.
package struct SilentStackOverflow: Signature {
    package let id = "trap.stack_overflow.silent"
    package let failureClass = FailureClass.stackOverflow

    package init() {}

    package func match(_ symptom: Symptom, in reading: Reading) -> Diagnosis? {
        guard case .crash(let crash) = symptom, crash.message == nil, crash.report == nil,
            reading.evidence.termination == .signalled(11), crash.test?.framework == .swiftTesting,
            !reading.lines.contains(where: { TextBacktrace.signal($0.text) != nil })
        else { return nil }
        return .crash(
            self, crash, reading, evidence: ["ended by signal 11, without a backtrace"], confidence: .low)
    }
}
