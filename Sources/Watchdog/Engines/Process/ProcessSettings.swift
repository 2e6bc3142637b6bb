/// How a supervised process is run: everything of a container but its name and its release.
package struct ProcessSettings: Sendable, Equatable, Codable {
    /// Only one, on purpose: to start a program again is the watchdog's decision, not the engine's.
    package enum RestartPolicy: String, Sendable, Equatable, Codable {
        case no
    }

    /// Added to the release's own, and stronger.
    package var environment: [String: String]
    /// Instead of the release's own; nil leaves those.
    package var arguments: [String]?
    /// Anonymous and shared memory of all its processes; above this they are killed. 0 is no limit.
    package var memoryLimitBytes: Int
    /// How long a stop waits between SIGTERM and SIGKILL where the call does not say.
    package var stopTimeoutMilliseconds: Int
    package var restartPolicy: RestartPolicy
    package var labels: [String: String]
    /// The log is turned over at this size; one older part is kept.
    package var logLimitBytes: Int

    package init(
        environment: [String: String] = [:], arguments: [String]? = nil, memoryLimitBytes: Int = 0,
        stopTimeout: Duration = .seconds(10), labels: [String: String] = [:], logLimitBytes: Int = 1 << 20
    ) {
        self.environment = environment
        self.arguments = arguments
        self.memoryLimitBytes = memoryLimitBytes
        stopTimeoutMilliseconds = stopTimeout.wholeMilliseconds
        restartPolicy = .no
        self.labels = labels
        self.logLimitBytes = logLimitBytes
    }

    package var stopTimeout: Duration { .milliseconds(stopTimeoutMilliseconds) }

    /// Names of the settings that are not the same; values stay out, since they may be secrets.
    func differences(from other: ProcessSettings) -> [String] {
        var names: [String] = []
        func compare<Value: Equatable>(_ name: String, _ value: KeyPath<ProcessSettings, Value>) {
            if self[keyPath: value] != other[keyPath: value] { names.append(name) }
        }
        func compareKeys(_ name: String, _ value: KeyPath<ProcessSettings, [String: String]>) {
            let (mine, theirs) = (self[keyPath: value], other[keyPath: value])
            for key in Set(mine.keys).union(theirs.keys).sorted() where mine[key] != theirs[key] {
                names.append("\(name) \(key)")
            }
        }
        compareKeys("environment", \.environment)
        compare("arguments", \.arguments)
        compare("memory limit", \.memoryLimitBytes)
        compare("stop timeout", \.stopTimeoutMilliseconds)
        compare("restart policy", \.restartPolicy)
        compareKeys("label", \.labels)
        compare("log limit", \.logLimitBytes)
        return names
    }
}

extension Duration {
    /// Cut to milliseconds, never negative, and at most the 37 hours a supervisor can be told in one number.
    var wholeMilliseconds: Int {
        let limit: Duration = .milliseconds(Int64(Int32.max >> 4))
        let parts = (self < .zero ? .zero : self > limit ? limit : self).components
        return Int(parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000)
    }
}
