import Foundation
import Incident

/// Lists the files that make up a patient, without changing anything there.
///
/// In a git repository: tracked files as they are in the working tree, and untracked ones that are not ignored.
/// Elsewhere: everything that its `.gitignore` files do not ignore. Nested repositories are read by their own rules.
struct PatientScanner {
    /// Never part of a patient, at any depth: caches and histories.
    private static let skipped: Set<String> = [".git", ".build", ".swiftpm"]

    /// Real path of the package.
    let root: String
    /// Real path of the workspace, which may lie inside the package.
    let workspace: String
    /// A directory for the empty repository that reads `.gitignore` files where there is no other.
    let scratch: String

    func files() throws -> [PatientFile] {
        var found = try list(repositoryAt: root, prefix: "")
        if !found.contains(where: { $0.path == "Package.resolved" }),
            Files.kind(of: root + "/Package.resolved") == .regular
        {
            found.append(
                PatientFile(
                    path: "Package.resolved", source: root + "/Package.resolved",
                    content: .regular(isExecutable: false), isTracked: false))
        }
        return found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// `top` is the root or the root of a nested repository; `prefix` its path below the root, with a final slash.
    private func list(repositoryAt top: String, prefix: String) throws -> [PatientFile] {
        let rules = try IgnoreRules(directory: top, scratch: scratch)
        var found: [PatientFile] = []
        try walk("", top: top, prefix: prefix, rules: rules, into: &found)
        return found
    }

    private func walk(
        _ directory: String, top: String, prefix: String, rules: IgnoreRules, into found: inout [PatientFile]
    ) throws {
        let here = directory.isEmpty ? top : top + "/" + directory
        for name in try Files.names(in: here) where !Self.skipped.contains(name) {
            let path = directory.isEmpty ? name : directory + "/" + name
            let source = top + "/" + path
            switch Files.kind(of: source) {
            case .directory:
                if source == workspace { continue }
                if !rules.holdsTracked(below: path), try rules.ignores(path) { continue }
                if Files.kind(of: source + "/.git") != nil {
                    found += try list(repositoryAt: source, prefix: prefix + path + "/")
                } else {
                    try walk(path, top: top, prefix: prefix, rules: rules, into: &found)
                }
            case .regular:
                guard try rules.includes(path) else { continue }
                let mode = Files.status(of: source)?.st_mode ?? 0
                found.append(
                    PatientFile(
                        path: prefix + path, source: source,
                        content: .regular(isExecutable: mode & 0o100 != 0)))
            case .link:
                guard try rules.includes(path) else { continue }
                let target = try insideTarget(ofLink: prefix + path, source: source)
                found.append(PatientFile(path: prefix + path, source: source, content: .link(target: target)))
            case .special, nil:
                continue
            }
        }
    }

    /// The target as a relative path; throws when it lies outside the package, by its text or in fact.
    private func insideTarget(ofLink path: String, source: String) throws -> String {
        let target = try Files.target(ofLink: source)
        let outside = LabError(
            .badInput, "The symbolic link '\(path)' leads out of the package, to '\(target)'.",
            hint: "Replace it by a copy of what it points to.")
        if let real = Files.realPath(source), RelativePath.below(root, real) == nil { throw outside }
        let directory = RelativePath.parents(of: path).last ?? ""
        guard target.hasPrefix("/") else {
            guard RelativePath.normalised(directory + "/" + target) != nil else { throw outside }
            return target
        }
        guard let inside = RelativePath.below(root, target).flatMap(RelativePath.normalised) else {
            throw outside
        }
        return RelativePath.route(from: directory, to: inside)
    }
}
