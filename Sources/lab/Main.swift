import ArgumentParser
import Dispatch
import Foundation
import Incident

@main
struct Main {
    static func main() async {
        let task = Task { await run() }
        // Ctrl-C cancels the run, which ends its processes and removes what is half done; a second one ends at once.
        let queue = DispatchQueue(label: "signals")
        let interrupts = InterruptCounter()
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            // It runs on the signal queue, not where `main` does.
            let handler: @Sendable () -> Void = {
                if interrupts.next() > 1 { _exit(ExitCode.interrupted.rawValue) }
                task.cancel()
            }
            source.setEventHandler(handler: handler)
            source.resume()
            return source
        }
        let code = await task.value
        withExtendedLifetime(sources) {}
        exit(code.rawValue)
    }

    private static func run() async -> Incident.ExitCode {
        do {
            var command = try Lab.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            return .done
        } catch let verdict as VerdictExit {
            return verdict.code
        } catch let error as LabError {
            Console.error(error)
            return error.code
        } catch is CancellationError {
            Console.note("interrupted")
            return .interrupted
        } catch {
            let code = Lab.exitCode(for: error)
            // Help is a result, a usage error is not.
            if code == .success {
                Console.result(Lab.fullMessage(for: error))
                return .done
            }
            if code == .validationFailure {
                Console.note(Lab.fullMessage(for: error))
                return .usage
            }
            Console.error(LabError(.software, "\(error)"))
            return .software
        }
    }
}

/// Ends a command with a code that is no error, such as `nothing to heal`.
struct VerdictExit: Error {
    var code: Incident.ExitCode
}

/// Counts interrupts on the signal queue.
private final class InterruptCounter: @unchecked Sendable {
    // Only the serial signal queue touches it.
    private var count = 0

    func next() -> Int {
        count += 1
        return count
    }
}
