import Fixers
import Foundation
import Incident
import SourceEdit
import Workspace

/// Reads the copy's Swift files and sorts them into sources and tests.
///
/// A file is parsed once for each text it has: rounds of a heal differ in a file or two.
final class PatientReader {
    let workspace: Workspace
    let description: PackageDescription
    private var parsed: [String: SourceFile] = [:]

    init(workspace: Workspace, description: PackageDescription) {
        self.workspace = workspace
        self.description = description
    }

    /// - Parameter sparingHelpers: whether code that asserts for tests, in a target of its own, counts as theirs: a healer
    ///   that could change it would silence the tests. A fault may sit in it.
    func sources(
        sparingHelpers: Bool, isolation: isolated (any Actor)? = #isolation
    ) async throws -> PatientSource {
        var sources: [SourceFile] = []
        var tests: [SourceFile] = []
        for path in try await workspace.sourceFiles() where !Self.isManifest(path) {
            let text = try await read(path)
            let known = parsed[path].flatMap { $0.text == text ? $0 : nil }
            let file = known ?? SourceFile(path: path, text: text)
            parsed[path] = file
            if description.testTarget(of: path) != nil || sparingHelpers && file.importsTestFramework {
                tests.append(file)
            } else if description.targets.contains(where: {
                $0.path.map { path.hasPrefix($0 + "/") } ?? false
            }) {
                sources.append(file)
            }
        }
        return PatientSource(sources: sources, tests: tests)
    }

    /// A Swift file that is not UTF-8 cannot be edited without harm.
    private func read(_ path: String, isolation: isolated (any Actor)? = #isolation) async throws -> String {
        let url = URL(fileURLWithPath: await workspace.tree).appendingPathComponent(path)
        let data = try Data(contentsOf: url)
        guard let text = String(validating: data, as: UTF8.self) else {
            throw LabError(
                .badInput, "\(path) is not UTF-8 text.", hint: "Save the file as UTF-8 and run again.")
        }
        return text
    }

    static func isManifest(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        return name == "Package.swift" || name.hasPrefix("Package@swift-")
    }
}

extension PackageDescription {
    /// The test target that a path belongs to.
    func testTarget(of path: String) -> String? {
        targets.first { target in
            target.kind == "test" && target.path.map { path.hasPrefix($0 + "/") } ?? false
        }?.name
    }

    /// Whether a path is compiled into a plugin and nothing else.
    func isInPlugin(_ path: String) -> Bool {
        let owners = targets.filter { $0.compiles(path) }
        return !owners.isEmpty && owners.allSatisfy { $0.kind == "plugin" }
    }
}
