package import Foundation
import ServiceLifecycle
import Watchdog

/// Runs a command for each notice, with the CloudEvent on its standard input.
///
/// 0 is delivered; 75 (`EX_TEMPFAIL`) and a command that does not end in time are tried again; anything else is not.
package struct CommandNotifier: Notifier {
    package typealias Launcher = @Sendable (_ command: [String], _ input: Data) async throws -> Int32

    private static let temporaryFailure: Int32 = 75

    package let desk: NoticeDesk

    /// - Parameter launch: runs a command to its end; when its task is cancelled it ends the command.
    package init(command: [String], setting: NotifierSetting, launch: @escaping Launcher) {
        desk = setting.desk { notice in
            guard let body = try? CompactJSON.encode(NoticeEvent(notice, environment: setting.environment))
            else {
                return .refused("it could not be written as JSON")
            }
            return await Self.attempt(command, body, setting.policy.timeout, launch)
        }
    }

    private static func attempt(
        _ command: [String], _ body: Data, _ timeout: Duration, _ launch: @escaping Launcher
    ) async -> Delivery {
        let title = command.first ?? ""
        let (results, result) = AsyncStream<Delivery>.makeStream()
        // Not awaited when its time is up: a launcher that ignores its cancellation must not hold up what comes after.
        let run = Task {
            do {
                switch try await launch(command, body) {
                case 0: result.yield(.delivered)
                case temporaryFailure: result.yield(.failed("'\(title)' asked for another attempt"))
                case let status: result.yield(.refused("'\(title)' ended with \(status)"))
                }
            } catch {
                result.yield(.failed("'\(title)' could not be run: \(error)"))
            }
        }
        let timer = Task {
            try await Task.sleep(for: timeout)
            result.yield(.failed("'\(title)' did not end within \(timeout)"))
        }
        defer {
            run.cancel()
            timer.cancel()
        }
        for await first in results { return first }
        return .failed("the watchdog ended")
    }
}
