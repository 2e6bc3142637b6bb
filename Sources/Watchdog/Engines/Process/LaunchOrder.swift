import Foundation
import Watchdog

/// `launch`: all that a supervisor has to know to start the program, as strings that end in NUL.
///
/// The supervisor is a small C program without a JSON reader, and a command line could be read by every user.
struct LaunchOrder: Sendable, Equatable {
    var run: Int
    var memoryLimitBytes: Int
    var logLimitBytes: Int
    var program: String
    var directory: String
    var scratch: String
    var arguments: [String]
    var environment: [String: String]

    private static let version = "1"

    func write(to path: String) throws {
        let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let words =
            [
                Self.version, String(run), String(memoryLimitBytes), String(logLimitBytes), program,
                directory,
                scratch,
            ] + [String(arguments.count)] + arguments + [String(variables.count)] + variables
        guard words.allSatisfy({ !$0.utf8.contains(0) }) else {
            throw EngineFault(.refused, "An argument or a variable of the container holds a zero byte.")
        }
        var data = Data()
        for word in words {
            data.append(contentsOf: word.utf8)
            data.append(0)
        }
        // Variables may be secrets.
        try DurableFile.write(data, to: path, mode: 0o600)
    }

    /// The number of the run in an order, 0 where there is none.
    static func run(at path: String) -> Int {
        guard let data = try? DurableFile.read(path) else { return 0 }
        let words = data.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
        return words.count > 1 ? Int(String(decoding: words[1], as: UTF8.self)) ?? 0 : 0
    }
}
