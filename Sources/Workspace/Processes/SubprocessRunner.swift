import CProcess
import Foundation
import Incident
import Subprocess
import SystemPackage

/// Runs processes for real, each in a process group of its own, and sees them all to their end.
///
///     lab ── sh: ulimit … ; exec ── program ── children      one process group: killed together
///      ▲                              └── setsid ── stray     found by its mark, killed as well
///      └────────── one pipe ──────────┘
package struct SubprocessRunner: ProcessRunner {
    package init() {}

    package func run(_ command: Command) async throws -> ProcessResult {
        try Task.checkCancellation()
        let stop = StopFlag()
        // The work goes into a task of its own, awaited right here, which cancellation does not reach: the process is
        // killed by the one place that kills, and the task ends only when nothing of it is left.
        let task = Task { try await supervise(command, stop: stop) }
        let result = await withTaskCancellationHandler {
            await task.result
        } onCancel: {
            stop.set()
        }
        if stop.isSet { throw CancellationError() }
        return try result.get()
    }

    private func supervise(_ command: Command, stop: StopFlag) async throws -> ProcessResult {
        let mark = RunMarker(
            owner: command.owner, isBuild: command.executable == "swift" && !command.owner.isEmpty)
        let ticks = ProcessTable.ticksNow()
        var variables = CleanEnvironment.variables()
        variables[RunMarker.variable] = mark.value(inherited: variables[RunMarker.variable])
        variables.merge(command.environment) { $1 }
        guard
            let executable = CleanEnvironment.executable(named: command.executable, path: variables["PATH"])
        else {
            throw LabError(
                .unavailable, "There is no executable '\(command.executable)'.",
                hint: command.executable.contains("/") ? nil : "Install it, or add its directory to PATH.")
        }
        let console = SharedConsole(limitBytes: command.limits.consoleBytes)
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = [
            .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)
        ]
        let keys = variables.compactMap { name, value in
            Environment.Key(rawValue: name).map { ($0, value) }
        }
        let started = ContinuousClock.now
        do {
            let outcome = try await Subprocess.run(
                .path("/bin/sh"),
                arguments: Arguments(
                    ["-c", command.limits.shellPrelude + "; exec \"$0\" \"$@\"", executable]
                        + command.arguments),
                environment: .custom(Dictionary(uniqueKeysWithValues: keys)),
                workingDirectory: command.workingDirectory.map { FilePath($0) },
                platformOptions: options,
                input: .none, output: .sequence, error: .combinedWithOutput
            ) { execution in
                let process = execution.processIdentifier.value
                return await withTaskGroup(of: Bool?.self) { group in
                    group.addTask {
                        var buffers = execution.standardOutput.makeAsyncIterator()
                        while let buffer = try? await buffers.next() {
                            let bytes = [UInt8](unsafeUninitializedCapacity: buffer.count) { target, count in
                                buffer.withUnsafeBytes {
                                    UnsafeMutableRawBufferPointer(target).copyMemory(from: $0)
                                }
                                count = buffer.count
                            }
                            console.append(bytes)
                            command.monitor?.received(bytes)
                        }
                        return nil
                    }
                    group.addTask {
                        await watch(
                            process, of: command, mark: mark, since: ticks, stop: stop, console: console)
                    }
                    var wasTimedOut = false
                    for await answer in group { wasTimedOut = answer ?? wasTimedOut }
                    return wasTimedOut
                }
            }
            let termination: Termination =
                switch outcome.terminationStatus {
                case _ where outcome.closureResult: .timedOut
                case .exited(let code): .exited(code)
                case .signaled(let signal): .signalled(signal)
                }
            return ProcessResult(
                console: console.text, termination: termination,
                duration: ContinuousClock.now - started)
        } catch let error as SubprocessError {
            await ProcessTable.killStrays(markedWith: mark.text, since: ticks)
            throw LabError(.software, "'\(command.executable)' could not be run.", underlying: error)
        }
    }

    /// Waits for the end of a process, ends it when a limit says so, then sweeps up; true when a limit did.
    ///
    /// The process is not reaped before this returns, so its number still names its group and nothing else.
    private func watch(
        _ process: Int32, of command: Command, mark: RunMarker, since ticks: Int, stop: StopFlag,
        console: SharedConsole
    ) async -> Bool {
        let limits = command.limits
        let started = ContinuousClock.now
        var lastProgress = (value: Int.min, at: started)
        var lastLook = started
        var work = limits.busy.map { BusyThreads(process: process, limit: $0) }
        var wasTimedOut = false
        var killAt: ContinuousClock.Instant?
        while lab_has_exited(process) == 0 {
            let now = ContinuousClock.now
            if let deadline = killAt {
                if now >= deadline { killGroup(process, SIGKILL) }
            } else {
                if limits.idle != nil, now - lastLook >= .milliseconds(50) {
                    lastLook = now
                    let value = command.monitor?.progress() ?? console.totalBytes
                    if value != lastProgress.value {
                        lastProgress = (value, now)
                        work?.restart()
                    }
                }
                let isTooLong = limits.wall.map { now - started >= $0 } ?? false
                let isIdle = limits.idle.map { now - lastProgress.at >= $0 } ?? false
                let isBusy = work?.isOverLimit(at: now) ?? false
                if stop.isSet || isTooLong || isIdle || isBusy {
                    wasTimedOut = !stop.isSet
                    if wasTimedOut { await command.monitor?.willKill(process: process) }
                    if limits.grace > .zero { killGroup(process, SIGTERM) }
                    killAt = ContinuousClock.now + limits.grace
                    continue
                }
            }
            // Short at first: most test processes end within milliseconds.
            await uncancellableSleep(.milliseconds(now - started < .milliseconds(200) ? 1 : 10))
        }
        // By the mark first, which waits for the dead; the group is for systems that show no environments.
        await ProcessTable.killStrays(markedWith: mark.text, since: ticks)
        killGroup(process, SIGKILL)
        return wasTimedOut
    }

    private func killGroup(_ process: Int32, _ signal: Int32) {
        kill(-process, signal)
        // The leader may have moved to another group.
        kill(process, signal)
    }
}
