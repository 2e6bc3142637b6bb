import Foundation
import Incident
package import Workspace

/// A healer of somebody else's: a command that gets a broken patient and a budget.
///
///     lab ── sh -c COMMAND      working directory and variables name the patient
///             └── children      all of them are killed when the budget ends
package struct HealerCommand: Sendable {
    /// What became of one call.
    package struct Result: Sendable {
        package var wasTimedOut: Bool
        /// Nil when a signal ended it.
        package var exitCode: Int?
        package var duration: Duration
        package var console: String
        package var answer: HealerAnswer

        /// It says that it healed.
        package var claimsHeal: Bool { exitCode == 0 }
        /// It says that a person is needed.
        package var callsPerson: Bool {
            !wasTimedOut && exitCode != 0 && exitCode != Int(ExitCode.nothingToHeal.rawValue)
        }
    }

    /// As it was given.
    package let text: String
    private let command: String
    private let runner: any ProcessRunner

    /// - Throws: `LabError` with `.usage` when its first word names no program.
    package init(_ text: String, in folder: String, runner: any ProcessRunner = SubprocessRunner()) throws {
        self.text = text
        self.runner = runner
        let words = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
        guard let first = words.first.map(String.init) else {
            throw LabError(.usage, "--healer: the command is empty.")
        }
        var program = first
        // The command runs elsewhere, so a path is taken from where the user named it.
        if first.contains("/"), !first.hasPrefix("/") {
            program = URL(fileURLWithPath: folder).appendingPathComponent(first).standardizedFileURL.path
        }
        let path = ProcessInfo.processInfo.environment["PATH"]
        guard CleanEnvironment.executable(named: program, path: path) != nil else {
            throw LabError(
                .usage, "--healer \(first): there is no such program, or it may not be run.",
                hint: "It takes a command, such as `Benchmarks/Healers/does-nothing`.")
        }
        let quoted = "'" + program.replacing("'", with: "'\\''") + "'"
        command = ([quoted] + words.dropFirst().map(String.init)).joined(separator: " ")
    }

    /// Runs it to its end, or to the end of the budget.
    ///
    /// - Parameter answers: the file it may write its ``HealerAnswer`` to; removed before.
    package func run(
        in folder: String, environment: [String: String], budget: Duration, answers: String
    ) async throws -> Result {
        try? FileManager.default.removeItem(atPath: answers)
        var variables = environment
        variables["LAB_BUDGET_SECONDS"] = "\(Int(budget / .seconds(1)))"
        variables["LAB_ANSWER"] = answers
        let result = try await runner.run(
            Command(
                "/bin/sh", ["-c", command], environment: variables, workingDirectory: folder,
                limits: ProcessLimits(wall: budget, grace: .seconds(2)), owner: folder))
        var code: Int?
        if case .exited(let number) = result.termination { code = Int(number) }
        return Result(
            wasTimedOut: result.termination == .timedOut, exitCode: code, duration: result.duration,
            console: result.console, answer: HealerAnswer.read(answers))
    }
}
