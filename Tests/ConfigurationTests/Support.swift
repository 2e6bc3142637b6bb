import Incident
import Testing
import Watchdog
import WatchdogConfiguration

/// The smallest service there is, with more keys: each line is indented as a key of the service.
func web(_ keys: String...) -> String {
    let lines = ["version: 1", "services:", "  web:", "    liveness: [{tcp: 127.0.0.1:1}]"]
    return (lines + keys.map { "    \($0)" }).joined(separator: "\n") + "\n"
}

func parsed(_ text: String) throws -> WatchConfiguration { try WatchConfiguration.parse(text: text) }

func service(_ text: String) throws -> ServiceSpec { try #require(try parsed(text).services.first) }

/// The lines of the error, without the file's name; empty when there is none.
func problems(_ text: String) -> [String] {
    do {
        _ = try WatchConfiguration.parse(text: text)
        return []
    } catch {
        guard error.code == .badInput else { return ["code \(error.code)"] }
        return error.message.split(separator: "\n").map {
            $0.hasPrefix("watchdog.yaml:") ? String($0.dropFirst("watchdog.yaml:".count)) : "unplaced: \($0)"
        }
    }
}
