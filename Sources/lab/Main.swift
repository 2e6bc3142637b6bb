import ArgumentParser
import Foundation
import Incident
import Workspace

@main
struct Main {
    static func main() async {
        // From here on the task alone uses it.
        nonisolated(unsafe) let parsed = Result { try Lab.parseAsRoot() }
        // For `lab watch` it means to read the configuration again.
        let endsOnHangUp = !((try? parsed.get()) is WatchRunCommand)
        let task = Task { await run(parsed) }
        let interruption = Interruption(hangUp: endsOnHangUp, code: ExitCode.interrupted.rawValue) {
            task.cancel()
        }
        let code = await task.value
        withExtendedLifetime(interruption) {}
        exit(code.rawValue)
    }

    private static func run(_ parsed: Result<any ParsableCommand, any Error>) async -> Incident.ExitCode {
        do {
            var command = try parsed.get()
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
