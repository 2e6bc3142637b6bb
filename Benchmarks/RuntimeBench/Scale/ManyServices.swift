import Foundation
import Incident

/// The process that the watched services live in: this program again, as `serve`.
final class ManyServices {
    private let process = Process()
    private let input = Pipe()

    /// Returns when all of them listen.
    init(_ count: Int, port: Int) throws {
        let output = Pipe()
        guard let program = Bundle.main.executableURL else {
            throw LabError(.software, "this program does not know where it lies.")
        }
        process.executableURL = program
        process.arguments = ["serve", "--services", "\(count)", "--port", "\(port)"]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let word = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard word.hasPrefix("ready") else {
            process.waitUntilExit()
            throw LabError(.unavailable, "the \(count) services could not be started.")
        }
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }
}
