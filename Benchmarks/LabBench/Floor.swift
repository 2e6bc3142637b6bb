import Foundation
import Incident
import Workspace

/// The bare work of a heal: its builds and test runs over the same edits, with nothing of the lab around them.
enum Floor {
    /// Replays the entries in the tree they were noted in.
    ///
    /// A process that the lab ended for standing still is ended after the same time here.
    static func replay(_ entries: [RecordingRunner.Entry]) throws -> [Duration] {
        var times: [Duration] = []
        for entry in entries {
            guard let tree = entry.command.workingDirectory else {
                times.append(.zero)
                continue
            }
            for (name, data) in entry.changes {
                let path = tree + "/" + name
                if let data {
                    try data.write(to: URL(fileURLWithPath: path))
                    // As the lab does: a build must not take the edit for an old one.
                    try FileManager.default.setAttributes(
                        [.modificationDate: Date(timeIntervalSinceNow: 2)], ofItemAtPath: path)
                } else {
                    try? FileManager.default.removeItem(atPath: path)
                }
            }
            times.append(try run(entry, in: tree))
        }
        return times
    }

    private static func run(_ entry: RecordingRunner.Entry, in tree: String) throws -> Duration {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [entry.command.executable] + entry.command.arguments
        process.currentDirectoryURL = URL(fileURLWithPath: tree)
        // No backtraces and no preloaded library: the floor is the bare bundle.
        var environment = ProcessInfo.processInfo.environment
        environment["SWIFT_BACKTRACE"] = "enable=no"
        let variables = entry.command.environment.filter {
            $0.key != "SWIFT_BACKTRACE" && $0.key != "LD_PRELOAD"
        }
        process.environment = environment.merging(variables) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let clock = ContinuousClock()
        let start = clock.now
        try process.run()
        if entry.termination == .timedOut {
            let limit = entry.duration / .seconds(1)
            DispatchQueue.global().asyncAfter(deadline: .now() + limit) {
                if process.isRunning { kill(process.processIdentifier, SIGKILL) }
            }
        }
        process.waitUntilExit()
        return clock.now - start
    }
}
