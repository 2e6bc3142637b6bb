import Foundation
import Incident

/// The processes that the watched services live in: this program again, as `serve`.
final class ManyServices {
    /// In one process: each takes a descriptor to listen and one for a connection, of the 20,000 that machines allow.
    private static let part = 5000

    private var children: [Child] = []

    /// Returns when all of them listen.
    init(_ count: Int, port: Int) throws {
        guard let program = Bundle.main.executableURL?.path else {
            throw LabError(.software, "this program does not know where it lies.")
        }
        for first in stride(from: 0, to: count, by: Self.part) {
            let services = min(Self.part, count - first)
            let child = try Child(
                program,
                ["serve", "--first", "\(first)", "--services", "\(services)", "--port", "\(port)"],
                prints: true)
            children.append(child)
            let word = String(decoding: child.output?.availableData ?? Data(), as: UTF8.self)
            guard word.hasPrefix("ready") else {
                throw LabError(.unavailable, "\(services) services could not be started.")
            }
        }
    }

    func stop() {
        for child in children { child.end() }
    }
}
