import Foundation
import Incident

/// The files of a package in a folder: what was built there, and its history, are no part of it.
package enum PackageFiles {
    private static let skipped: Set<String> = [".git", ".build", ".swiftpm"]
    /// SwiftPM writes it beside every package that it builds.
    private static let lockFile = "Package.resolved"

    /// Paths below the folder, sorted; links are listed and not followed.
    static func paths(in folder: String) -> [String] {
        var found: [String] = []
        func walk(_ prefix: String) {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + prefix)) ?? []
            for name in names where !skipped.contains(name) {
                let path = prefix + name
                if isDirectory(folder + "/" + path) { walk(path + "/") } else { found.append(path) }
            }
        }
        walk("")
        return found.sorted()
    }

    /// A digest of each file, or the target of a link; the lock file left out.
    package static func digests(in folder: String) -> [String: String] {
        var digests: [String: String] = [:]
        for path in paths(in: folder) where path != lockFile {
            let whole = folder + "/" + path
            if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: whole) {
                digests[path] = "link to \(target)"
            } else {
                digests[path] = Digest.sha256(FileManager.default.contents(atPath: whole) ?? Data())
            }
        }
        return digests
    }

    /// One digest of them all.
    package static func digest(of folder: String) -> String {
        Digest.sha256(
            digests(in: folder).sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined())
    }

    static func isDirectory(_ path: String) -> Bool {
        let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        return kind == .typeDirectory
    }
}
