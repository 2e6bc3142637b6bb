import Foundation
import Incident

/// Reads manifests by way of `swift package dump-package`.
struct PackageReader {
    let runner: any ProcessRunner
    let owner: String
    let scratchPath: String

    func read(packageAt directory: String) async throws -> PackageDescription {
        guard Files.kind(of: directory + "/Package.swift") != nil else {
            throw LabError(.badInput, "There is no Package.swift in '\(directory)'.")
        }
        let result = try await runner.run(
            Command(
                "swift",
                ["package", "--package-path", directory, "--scratch-path", scratchPath, "dump-package"],
                workingDirectory: directory,
                limits: ProcessLimits(wall: .seconds(120), grace: .seconds(1), consoleBytes: 64 << 20),
                owner: owner))
        guard result.termination.isSuccess else {
            throw LabError(
                .badInput,
                "The manifest of '\(directory)' cannot be read:\n"
                    + result.console.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        // Warnings about the manifest come before the JSON, on the same pipe.
        let lines = result.console.split(separator: "\n", omittingEmptySubsequences: false)
        let json = lines.drop { $0 != "{" }
        let end = json.lastIndex { $0 == "}" } ?? json.startIndex
        guard !json.isEmpty,
            let dump = try? JSONDecoder().decode(
                Dump.self, from: Data(json[...end].joined(separator: "\n").utf8))
        else {
            throw LabError(.software, "SwiftPM described '\(directory)' in a form that is not known.")
        }
        return PackageDescription(
            name: dump.name, toolsVersion: dump.toolsVersion._version,
            targets: dump.targets.map { target in
                PackageDescription.Target(
                    name: target.name, kind: target.type,
                    path: target.path ?? Self.usualPath(of: target, in: directory, count: dump.targets.count),
                    excluded: target.exclude ?? [], sources: target.sources,
                    dependencies: target.dependencies?.compactMap(\.name) ?? [],
                    programs: dump.products?.filter { $0.isProgram && $0.targets.contains(target.name) }
                        .map(\.name) ?? [])
            },
            localDependencies: dump.dependencies.flatMap { $0.fileSystem ?? [] }.map(\.path))
    }

    /// Where SwiftPM looks for a target that names no path ("PackageDescription API", property `path`).
    private static func usualPath(of target: Dump.Target, in directory: String, count: Int) -> String? {
        let places: [String] =
            switch target.type {
            case "test": ["Tests", "Sources", "Source", "src", "srcs"]
            case "plugin": ["Plugins"]
            case "binary": []
            default: ["Sources", "Source", "src", "srcs"]
            }
        for place in places where Files.kind(of: "\(directory)/\(place)/\(target.name)") == .directory {
            return "\(place)/\(target.name)"
        }
        // Since tools version 5.9 a package with a single target may keep its files right in `Sources`.
        guard target.type != "test", count <= 2 else { return nil }
        return places.first { Files.kind(of: "\(directory)/\($0)") == .directory }
    }

    private struct Dump: Decodable {
        struct Version: Decodable {
            var _version: String
        }
        struct Target: Decodable {
            var name: String
            var type: String
            var path: String?
            var exclude: [String]?
            var sources: [String]?
            var dependencies: [Used]?
        }
        /// `{"byName": ["Kit", null]}`, or `target` or `product` with the name in the same place.
        struct Used: Decodable {
            var name: String?

            init(from decoder: any Decoder) throws {
                let kinds = try decoder.singleValueContainer().decode([String: [Part]].self)
                guard case .text(let name) = kinds.values.first?.first else { return }
                self.name = name
            }
        }
        enum Part: Decodable {
            case text(String)
            case other

            init(from decoder: any Decoder) throws {
                let text = try? decoder.singleValueContainer().decode(String.self)
                self = text.map(Part.text) ?? .other
            }
        }
        /// `{"name": "tool", "targets": ["Tool"], "type": {"executable": null}}`.
        struct Product: Decodable {
            var name: String
            var targets: [String]
            var isProgram: Bool

            enum CodingKeys: CodingKey { case name, targets, type }
            enum Kind: CodingKey { case executable }

            init(from decoder: any Decoder) throws {
                let product = try decoder.container(keyedBy: CodingKeys.self)
                name = try product.decode(String.self, forKey: .name)
                targets = try product.decode([String].self, forKey: .targets)
                isProgram =
                    try product.nestedContainer(keyedBy: Kind.self, forKey: .type).contains(.executable)
            }
        }
        struct Dependency: Decodable {
            struct Local: Decodable {
                var path: String
            }
            var fileSystem: [Local]?
        }
        var name: String
        var toolsVersion: Version
        var products: [Product]?
        var targets: [Target]
        var dependencies: [Dependency]
    }
}
