package import Watchdog

/// Passes when a command, run inside of the container, ends with 0.
package struct ExecProbe: Probe {
    /// Waited beyond the command's own time-out, so that the engine's word on it comes first.
    private static let grace: Duration = .milliseconds(250)

    private let command: [String]
    private let container: String
    private let limit: Duration
    private let engine: any ContainerEngine

    package init(_ command: [String], container: String, timeout: Duration, engine: any ContainerEngine) {
        self.command = command
        self.container = container
        limit = timeout
        self.engine = engine
    }

    package func look() async -> ProbeResult {
        let clock = ContinuousClock()
        let began = clock.now
        var result = await run()
        result.duration = began.duration(to: clock.now)
        return result
    }

    private func run() async -> ProbeResult {
        do {
            let execution = try await TimeLimit.run(limit + Self.grace) {
                try await engine.execute(command, in: container, limit: limit)
            }
            guard let execution else {
                return ProbeResult(.unknown, "the engine did not answer within \(limit.text)")
            }
            return Self.judge(execution.exitCode)
        } catch is CancellationError {
            return ProbeResult(.unknown, "given up")
        } catch let fault as EngineFault {
            return judge(fault)
        } catch {
            return ProbeResult(.unknown, "the engine could not run it")
        }
    }

    /// 126 and 127 are what engines and shells say of a command that is not there: a container is none the worse for
    /// lacking the probe's tool.
    private static func judge(_ exitCode: Int) -> ProbeResult {
        switch exitCode {
        case 0: ProbeResult(.passed, "exit code 0")
        case 126: ProbeResult(.unknown, "exit code 126, command not executable")
        case 127: ProbeResult(.unknown, "exit code 127, command not found")
        default: ProbeResult(.failed, "exit code \(exitCode)")
        }
    }

    private func judge(_ fault: EngineFault) -> ProbeResult {
        switch fault.code {
        case .timedOut: ProbeResult(.failed, "no end within \(limit.text)")
        case .conflict: ProbeResult(.failed, "container is not running")
        default: ProbeResult(.unknown, fault.code.detail)
        }
    }
}
