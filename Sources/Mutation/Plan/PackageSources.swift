import Foundation
import Incident
import SourceEdit
import Workspace

/// The Swift files of a package that mutants can be in, by the module that they belong to.
struct PackageSources {
    /// Files by path.
    private(set) var files: [String: SourceFile] = [:]
    /// Paths by target, both sorted.
    private(set) var modules: [(name: String, paths: [String])] = []

    /// Throws `LabError` with code `badInput` for a file that is not UTF-8.
    init(workspace: Workspace, isolation: isolated (any Actor)? = #isolation) async throws {
        let description = try await workspace.describePackage()
        let targets = description.targets.filter { $0.kind != "test" && $0.kind != "plugin" }
        let tests = description.targets.filter { $0.kind == "test" }
        let tree = URL(fileURLWithPath: await workspace.tree)
        var owners: [String: [String]] = [:]
        for path in try await workspace.sourceFiles() {
            // Of targets inside of one another, the innermost has the file.
            let owner = targets.filter { $0.compiles(path) }
                .max { ($0.path ?? "").count < ($1.path ?? "").count }
            let isManifest = !path.contains("/") && path.hasPrefix("Package")
            guard let owner, !isManifest, !tests.contains(where: { $0.compiles(path) }) else { continue }
            let data = try Data(contentsOf: tree.appendingPathComponent(path))
            guard let text = String(validating: data, as: UTF8.self) else {
                throw LabError(
                    .badInput, "\(path) is not UTF-8 text.", hint: "Save the file as UTF-8 and run again.")
            }
            files[path] = SourceFile(path: path, text: text)
            owners[owner.name, default: []].append(path)
        }
        modules = owners.keys.sorted().map { ($0, (owners[$0] ?? []).sorted()) }
    }

    /// For a plan of texts that stand in no workspace.
    init(modules: [String: [SourceFile]]) {
        for file in modules.values.joined() { files[file.path] = file }
        self.modules = modules.keys.sorted().map { name in (name, (modules[name] ?? []).map(\.path).sorted())
        }
    }
}
