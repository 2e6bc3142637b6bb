/// `release.json` at the top of a release: what to run in it.
package struct ReleaseManifest: Sendable, Equatable, Codable {
    /// The program: a path inside of the release, or an absolute one.
    package var command: String
    package var arguments: [String]
    /// Defaults; a container's own are stronger.
    package var environment: [String: String]

    package static let fileName = "release.json"

    package init(command: String, arguments: [String] = [], environment: [String: String] = [:]) {
        self.command = command
        self.arguments = arguments
        self.environment = environment
    }

    private enum CodingKeys: String, CodingKey {
        case command, arguments, environment
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        command = try values.decode(String.self, forKey: .command)
        arguments = try values.decodeIfPresent([String].self, forKey: .arguments) ?? []
        environment = try values.decodeIfPresent([String: String].self, forKey: .environment) ?? [:]
    }
}
