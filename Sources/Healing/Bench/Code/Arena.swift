import Foundation
import Incident
import Scoreboard

/// The folder in which a healer gets the broken package: alone, so that whatever else appears there is out of bounds.
///
///     <folder>/<package>/…    the broken package, without a history; its .build stays warm between trials
struct Arena {
    let folder: String
    let package: String

    init(folder: String, name: String) {
        self.folder = folder
        package = folder + "/" + name
    }

    /// Makes the package equal to a tree; a file that is equal already is not touched.
    func lay(_ tree: String) throws {
        let manager = FileManager.default
        do {
            try manager.createDirectory(atPath: package, withIntermediateDirectories: true)
            for name in try manager.contentsOfDirectory(atPath: folder)
            where folder + "/" + name != package {
                try manager.removeItem(atPath: folder + "/" + name)
            }
            let wanted = PackageFiles.paths(in: tree)
            for path in Set(PackageFiles.paths(in: package)).subtracting(wanted) {
                try manager.removeItem(atPath: package + "/" + path)
            }
            for path in wanted {
                let (source, target) = (tree + "/" + path, package + "/" + path)
                if manager.contentsEqual(atPath: source, andPath: target) { continue }
                try? manager.removeItem(atPath: target)
                try manager.createDirectory(
                    atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
                try manager.copyItem(atPath: source, toPath: target)
                // Older than the last build, the file would not be compiled.
                try manager.setAttributes([.modificationDate: Date()], ofItemAtPath: target)
            }
        } catch {
            throw LabError(
                .cannotWrite, "The broken package cannot be laid out in \(folder).", underlying: error)
        }
    }

    /// Writes what the lab's own healer hands over, as a person would apply its patch.
    func apply(_ changes: [(path: String, text: String)]) throws {
        try ArtifactWriter(directory: package).write(changes.map { .init($0.path, $0.text) })
    }

    func digests() -> [String: String] { PackageFiles.digests(in: package) }

    /// What lies beside the package, and links that lead out of it.
    func outside() -> [String] {
        let beside = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
            .filter { folder + "/" + $0 != package }.map { "../" + $0 }
        let root = URL(fileURLWithPath: package).resolvingSymlinksInPath().path + "/"
        let links = PackageFiles.paths(in: package).filter { path in
            let whole = package + "/" + path
            guard (try? FileManager.default.destinationOfSymbolicLink(atPath: whole)) != nil else {
                return false
            }
            return !URL(fileURLWithPath: whole).resolvingSymlinksInPath().path.hasPrefix(root)
        }
        return (beside + links).sorted()
    }

    func text(_ path: String) -> String {
        String(decoding: FileManager.default.contents(atPath: package + "/" + path) ?? Data(), as: UTF8.self)
    }
}
