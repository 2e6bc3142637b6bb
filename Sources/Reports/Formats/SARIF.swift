import Foundation

/// SARIF 2.1.0, as much of it as the lab writes.
enum SARIF {
    struct Log: Encodable {
        var schema = "https://json.schemastore.org/sarif-2.1.0.json"
        var version = "2.1.0"
        var runs: [Run]

        enum CodingKeys: String, CodingKey {
            case schema = "$schema"
            case version, runs
        }
    }
    struct Run: Encodable {
        var tool: Tool
        var columnKind = "utf16CodeUnits"
        var results: [Result]
    }
    struct Tool: Encodable {
        var driver: Driver
    }
    struct Driver: Encodable {
        var name: String
        var version: String
        var rules: [Rule]
    }
    struct Text: Encodable {
        var text: String
    }
    struct Rule: Encodable {
        var id: String
        var shortDescription: Text
        var fullDescription: Text
        var help: Text
        var defaultConfiguration: [String: String]
        var properties: [String: [String]]
    }
    struct Result: Encodable {
        var ruleId: String
        var ruleIndex: Int
        var level: String
        var message: Text
        var locations: [Location]
        var partialFingerprints: [String: String]
        /// Left out where there is none.
        var fixes: [Fix]?
        var properties: [String: String]
    }
    struct Location: Encodable {
        var physicalLocation: PhysicalLocation
        /// Left out where there is none.
        var logicalLocations: [LogicalLocation]?
    }
    struct PhysicalLocation: Encodable {
        var artifactLocation: ArtifactLocation
        var region: Region
    }
    struct ArtifactLocation: Encodable {
        var uri: String
        var uriBaseId = "%SRCROOT%"

        init(path: String) { uri = SARIF.uri(path) }
    }
    /// Lines and columns from 1, columns in UTF-16 units; the end column is the first one behind.
    struct Region: Encodable {
        var startLine: Int
        /// Left out where the whole line is meant.
        var startColumn: Int?
        var endLine: Int?
        var endColumn: Int?
    }
    struct LogicalLocation: Encodable {
        var fullyQualifiedName: String
        var kind = "function"
    }
    struct Fix: Encodable {
        var description: Text
        var artifactChanges: [ArtifactChange]
    }
    struct ArtifactChange: Encodable {
        var artifactLocation: ArtifactLocation
        var replacements: [Replacement]
    }
    struct Replacement: Encodable {
        var deletedRegion: Region
        var insertedContent: Text
    }

    /// A relative reference, its segments percent-encoded.
    static func uri(_ path: String) -> String {
        let plain = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/+@")
        return path.addingPercentEncoding(withAllowedCharacters: plain) ?? path
    }
}
