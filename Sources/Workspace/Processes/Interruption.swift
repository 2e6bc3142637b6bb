import Dispatch
import Foundation

/// Has the signals that end a program cancel its work, which ends its processes and removes what is half done; a second
/// one ends the program at once.
///
/// Ctrl-C and a request to end (SIGTERM) count, and a terminal that is closed (SIGHUP), unless the program was started to
/// outlive it, as by `nohup`.
package final class Interruption {
    private let queue = DispatchQueue(label: "signals")
    private var sources: [any DispatchSourceSignal] = []

    /// - Parameters:
    ///   - hangUp: whether SIGHUP counts; a program that gives it another meaning says no.
    ///   - code: the exit code on a second signal.
    ///   - cancel: called once, on a queue of its own.
    package init(hangUp: Bool = true, code: Int32, cancel: @escaping @Sendable () -> Void) {
        let count = Count()
        for number in [SIGINT, SIGTERM] + (hangUp ? [SIGHUP] : []) {
            let before = signal(number, SIG_IGN)
            if number == SIGHUP, Self.isIgnored(before) { continue }
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            // It runs on the signal queue, not where it is made.
            let handler: @Sendable () -> Void = {
                if count.next() > 1 { _exit(code) }
                cancel()
            }
            source.setEventHandler(handler: handler)
            source.resume()
            sources.append(source)
        }
    }

    private static func isIgnored(_ action: (@convention(c) (Int32) -> Void)?) -> Bool {
        unsafeBitCast(action, to: UInt.self) == unsafeBitCast(SIG_IGN, to: UInt.self)
    }

    private final class Count: @unchecked Sendable {
        // Only the serial signal queue touches it.
        private var count = 0

        func next() -> Int {
            count += 1
            return count
        }
    }
}
