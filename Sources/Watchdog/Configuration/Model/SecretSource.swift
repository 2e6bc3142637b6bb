import Foundation
package import Incident

/// Where a secret is found; the secret itself is read when it is needed, and kept nowhere.
package enum SecretSource: Sendable, Equatable {
    case environment(String)
    /// As written in the configuration.
    case file(String)

    /// - Parameter path: makes a written path one that can be opened.
    /// - Throws: ``LabError`` with `.unavailable`, which names the place and never the content.
    package func read(
        environment: [String: String] = ProcessInfo.processInfo.environment, path: (String) -> String = { $0 }
    ) throws(LabError) -> String {
        switch self {
        case .environment(let name):
            guard let value = environment[name], !value.isEmpty else {
                throw LabError(.unavailable, "the environment variable \(name) is not set")
            }
            return value
        case .file(let written):
            guard let data = FileManager.default.contents(atPath: path(written)) else {
                throw LabError(.unavailable, "the secret file \(written) cannot be read")
            }
            let value = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
            guard !value.isEmpty else { throw LabError(.unavailable, "the secret file \(written) is empty") }
            return value
        }
    }
}
