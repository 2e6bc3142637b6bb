import CSupervise
import Foundation
package import Watchdog

extension ProcessEngine {
    private static let outputLimitBytes = 64 << 10

    /// Runs with the program's environment and in its directory. A command without a slash is looked for in the
    /// release and then in `PATH`.
    package func execute(_ command: [String], in id: String, limit: Duration) async throws -> Execution {
        try await blocking { [self] in
            guard let first = command.first else {
                throw EngineFault(.refused, "The command to execute in '\(id)' is empty.")
            }
            let directory = try root.directory(id)
            let status = try directory.status()
            guard case .running(let run) = status.phase else {
                throw EngineFault(.conflict, "'\(status.record.name)' is not running.")
            }
            let release = try releases.path(of: status.record.image)
            let environment = environment(
                of: status.record, try ReleaseStore.manifest(in: release), in: directory, run: run.run)
            let path = Self.find(first, release: release, path: environment["PATH"] ?? "")
            guard let path else {
                throw EngineFault(.notFound, "There is no command '\(first)' for '\(status.record.name)'.")
            }
            let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            return try Self.run(path, [path] + command.dropFirst(), variables, directory.files, limit)
        }
    }

    private static func find(_ word: String, release: String, path: String) -> String? {
        if word.hasPrefix("/") { return word }
        let places = [release] + (word.contains("/") ? [] : path.split(separator: ":").map(String.init))
        return places.map { $0 + "/" + word }.first { access($0, X_OK) == 0 }
    }

    private static func run(
        _ path: String, _ arguments: [String], _ environment: [String], _ directory: String, _ limit: Duration
    ) throws -> Execution {
        var output = [CChar](repeating: 0, count: outputLimitBytes)
        var length = 0
        var exitCode: Int32 = 0
        let error = withPointers(arguments) { arguments in
            withPointers(environment) { environment in
                supervise_execute(
                    path, arguments, environment, directory, Int32(limit.wholeMilliseconds), &output,
                    output.count, &length, &exitCode)
            }
        }
        if error == ETIMEDOUT {
            throw EngineFault(.timedOut, "'\(path)' was not over after \(limit.inSeconds) s and was killed.")
        }
        errno = error
        guard error == 0 else { throw DurableFile.fault("execute", path) }
        let text = String(decoding: output[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return Execution(exitCode: Int(exitCode), output: text)
    }

    /// The strings as C wants them, for the time of the call.
    private static func withPointers<Value>(
        _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Value
    ) -> Value {
        let pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        return pointers.withUnsafeBufferPointer { buffer in
            // An array that ends in nil is never empty.
            body(buffer.baseAddress.unsafelyUnwrapped)
        }
    }
}
