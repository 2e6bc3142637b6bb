import Foundation

/// `lab` as a user runs it.
final class LabProcess {
    struct Result {
        /// Negative for a signal.
        var code: Int32
        var output: String
        var errors: String
    }

    /// Beside the test bundle, unless `LAB_BINARY` names another.
    static let executable =
        LiveHost.variable("LAB_BINARY")
        ?? URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent()
        .appendingPathComponent("lab").path

    private let process = Process()
    private let files: URL

    var pid: Int32 { process.processIdentifier }
    var isRunning: Bool { process.isRunning }
    var output: String { text("out") }
    var errors: String { text("err") }

    /// - Parameter wrapper: words before the program, such as `setpriv …`.
    init(
        _ arguments: [String], in folder: String, wrapper: [String] = [], environment: [String: String] = [:]
    )
        throws
    {
        files = FileManager.default.temporaryDirectory.appendingPathComponent("lab-live-\(UUID())")
        let words = wrapper + [Self.executable] + arguments
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = words
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        var variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        variables["NO_COLOR"] = "1"
        if environment["DOCKER_HOST"] == nil { variables["DOCKER_HOST"] = nil }
        process.environment = variables
        for name in ["out", "err"] { try Data().write(to: files.appendingPathExtension(name)) }
        process.standardOutput = try FileHandle(forWritingTo: files.appendingPathExtension("out"))
        process.standardError = try FileHandle(forWritingTo: files.appendingPathExtension("err"))
        process.standardInput = FileHandle.nullDevice
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        for name in ["out", "err"] {
            try? FileManager.default.removeItem(at: files.appendingPathExtension(name))
        }
    }

    static func run(
        _ arguments: [String], in folder: String, wrapper: [String] = [], environment: [String: String] = [:],
        limit: Duration = .seconds(60)
    ) async throws -> Result {
        try await LabProcess(arguments, in: folder, wrapper: wrapper, environment: environment)
            .ended(within: limit)
    }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    func ended(within limit: Duration = .seconds(60)) async throws -> Result {
        try await eventually("lab ends", within: limit, context: { self.output + self.errors }) {
            !self.process.isRunning
        }
        let isSignal = process.terminationReason == .uncaughtSignal
        return Result(
            code: isSignal ? -process.terminationStatus : process.terminationStatus, output: output,
            errors: errors)
    }

    /// The lines of `--json`, as far as they are whole.
    var lines: [JSONValue] {
        output.split(separator: "\n").compactMap { try? JSONValue(Data($0.utf8)) }
    }

    /// Waits for a line of `--json` that something holds of.
    func line(_ what: String, within limit: Duration = .seconds(30), _ holds: (JSONValue) -> Bool)
        async throws
    {
        try await eventually(what, within: limit, context: { self.output + self.errors }) {
            guard self.process.isRunning || self.lines.contains(where: holds) else {
                throw NeverCame(description: "lab ended")
            }
            return self.lines.contains(where: holds)
        }
    }

    private func text(_ name: String) -> String {
        String(decoding: (try? Data(contentsOf: files.appendingPathExtension(name))) ?? Data(), as: UTF8.self)
    }
}
