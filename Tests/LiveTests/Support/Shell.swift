import Foundation

/// Runs what is neither the lab nor the engine: a compiler, tar, mount.
enum Shell {
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    @discardableResult
    static func run(
        _ words: String..., environment: [String: String] = [:]
    ) throws -> (output: Data, text: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = words
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let output = Pipe()
        process.standardOutput = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(
                description: "\(words.joined(separator: " ")) ended with \(process.terminationStatus)")
        }
        return (data, String(decoding: data, as: UTF8.self))
    }
}
