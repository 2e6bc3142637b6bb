import Foundation
import Incident

/// Finds the packages outside of a patient that it takes from the file system, also by way of one another.
struct NeighbourFinder {
    let reader: PackageReader

    init(workspace: Workspace) {
        reader = PackageReader(
            runner: workspace.runner, owner: workspace.directory, scratchPath: workspace.build)
    }

    /// Whether a manifest could name a package outside; reading it costs a compiler run, and few do.
    ///
    /// True for a `path:` that climbs, is absolute, starts at home, or is not a plain literal.
    static func mayNeedNeighbours(_ manifest: String) -> Bool {
        manifest.matches(of: /path\s*:\s*(.)(.?)/).contains { match in
            match.output.1 != "\"" || "./~\\".contains(match.output.2)
        }
    }

    func neighbours(of patient: String) async throws -> [String] {
        var found: [String] = []
        var queue = [patient]
        var seen: Set<String> = [patient]
        while let package = queue.popLast() {
            let description = try await reader.read(packageAt: package)
            for path in description.localDependencies {
                guard Files.realPath(path) != nil else {
                    throw LabError(
                        .badInput, "'\(package)' depends on a package at '\(path)', which is not there.")
                }
                guard seen.insert(path).inserted else { continue }
                if RelativePath.below(patient, path) == nil { found.append(path) }
                queue.append(path)
            }
        }
        return found.sorted()
    }
}
