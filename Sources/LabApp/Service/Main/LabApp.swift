import FlyingFox
import FlyingSocks
import Foundation
import Handlers

/// Parses, listens, and stops on SIGTERM or SIGINT.
@main
struct LabApp {
    /// How long requests in flight may take to finish after a signal; after this they are cut.
    static let drainSeconds = 0.5

    static func main() async {
        do {
            let process = ProcessInfo.processInfo
            let options = try Options(
                arguments: Array(process.arguments.dropFirst()),
                environment: process.environment
            )
            try await serve(options)
        } catch let error as OptionsError {
            report("labapp: \(error)")
            exit(64)
        } catch {
            report("labapp: \(error)")
            exit(1)
        }
    }

    private static func serve(_ options: Options) async throws {
        if options.startDelaySeconds > 0, await isSignalled(within: options.startDelaySeconds) {
            return report("labapp: stopped")
        }
        let signals = Signals.stream([SIGTERM, SIGINT])
        let server = HTTPServer(
            address: try .inet(ip4: options.host, port: options.port),
            logger: .disabled,
            handler: App(options: options)
        )
        try await withThrowingTaskGroup(of: Ending.self) { group in
            group.addTask {
                do {
                    try await server.run()
                    return .closed(nil)
                } catch {
                    return .closed(error)
                }
            }
            group.addTask {
                try await server.waitUntilListening()
                report("labapp: listening on \(options.host):\(await port(of: server) ?? options.port)")
                for await _ in signals { break }
                return .signalled
            }
            if case .closed(let error?) = try await group.next() { throw error }
            await server.stop(timeout: drainSeconds)
            group.cancelAll()
        }
        report("labapp: stopped")
    }

    /// Whether a signal came while the service was still starting.
    private static func isSignalled(within seconds: Int) async -> Bool {
        report("labapp: starting, \(seconds) s")
        // A stream of its own: ending the wait ends it.
        let signals = Signals.stream([SIGTERM, SIGINT])
        return await withTaskGroup(of: Bool.self) { group in
            group.addTask { await signals.contains { _ in true } }
            group.addTask {
                try? await Task.sleep(for: .seconds(seconds))
                return false
            }
            defer { group.cancelAll() }
            return await group.next() ?? false
        }
    }

    private static func port(of server: HTTPServer) async -> UInt16? {
        switch await server.listeningAddress {
        case .ip4(_, let port), .ip6(_, let port): return port
        default: return nil
        }
    }

    private static func report(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}

/// Why the service is no longer listening.
private enum Ending: Sendable {
    case signalled
    case closed((any Error)?)
}
