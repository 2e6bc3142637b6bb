import CProcess
import Foundation

/// Makes a hanging Swift process write its crash report without ending it.
enum HangTracer {
    /// Signals the likely culprit and waits up to `patience` for a complete report at `path`.
    ///
    /// The runtime's handler runs on the thread that takes the signal and reports that one. Worker threads of Dispatch,
    /// where Swift Testing runs its tests, block SIGQUIT but not SIGTRAP, so the mask decides which is sent. The handler
    /// works once per process. A thread that waits inside the C library shows no frame of the patient, because the
    /// backtracer follows frame pointers and the library keeps none.
    static func trace(process: Int32, reportPath path: String, patience: Duration = .seconds(3)) async {
        guard let thread = await ThreadPicker.pick(in: process) else { return }
        let signal = isBlocked(SIGQUIT, process: process, thread: thread) ? SIGTRAP : SIGQUIT
        guard lab_signal_thread(process, thread, signal) == 0 else { return }
        let deadline = ContinuousClock.now + patience
        while ContinuousClock.now < deadline, lab_has_exited(process) == 0 {
            if let data = FileManager.default.contents(atPath: path),
                (try? JSONSerialization.jsonObject(with: data)) != nil
            {
                return
            }
            await uncancellableSleep(.milliseconds(20))
        }
    }

    private static func isBlocked(_ signal: Int32, process: Int32, thread: Int32) -> Bool {
        guard let bytes = ProcessTable.contents(of: "/proc/\(process)/task/\(thread)/status") else {
            return false
        }
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        where line.hasPrefix("SigBlk:") {
            let mask = line.dropFirst(7).drop { $0.isWhitespace }
            return (UInt64(mask, radix: 16) ?? 0) & (1 << UInt64(signal - 1)) != 0
        }
        return false
    }
}
