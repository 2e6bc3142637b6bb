import Foundation

/// `lab` as a user runs it.
struct LabProcess {
    struct Result {
        var code: Int32
        var output: String
        var errors: String
    }

    /// Beside the test bundle.
    static let executable = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("lab")

    /// Runs to the end.
    static func run(_ arguments: [String], in folder: String? = nil, input: String? = nil) throws -> Result {
        let process = try start(arguments, in: folder, input: input)
        return process.finish()
    }

    let process: Process
    private let output: URL
    private let errors: URL

    static func start(_ arguments: [String], in folder: String? = nil, input: String? = nil) throws
        -> LabProcess
    {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        var environment = ProcessInfo.processInfo.environment
        environment["NO_COLOR"] = "1"
        process.environment = environment
        let base = FileManager.default.temporaryDirectory.appendingPathComponent("lab-\(UUID())").path
        let output = URL(fileURLWithPath: base + ".out"), errors = URL(fileURLWithPath: base + ".err")
        for url in [output, errors] { try Data().write(to: url) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        if let input {
            let url = URL(fileURLWithPath: base + ".in")
            try input.write(to: url, atomically: true, encoding: .utf8)
            process.standardInput = try FileHandle(forReadingFrom: url)
        } else {
            process.standardInput = FileHandle.nullDevice
        }
        try process.run()
        return LabProcess(process: process, output: output, errors: errors)
    }

    func finish() -> Result {
        process.waitUntilExit()
        func text(_ url: URL) -> String {
            String(decoding: (try? Data(contentsOf: url)) ?? Data(), as: UTF8.self)
        }
        defer {
            try? FileManager.default.removeItem(at: output)
            try? FileManager.default.removeItem(at: errors)
        }
        let isSignal = process.terminationReason == .uncaughtSignal
        return Result(
            code: isSignal ? -process.terminationStatus : process.terminationStatus, output: text(output),
            errors: text(errors))
    }
}
