import Foundation
import Incident
import Watchdog

/// Releases named by their content, and the tags that point to them.
struct ReleaseStore: Sendable {
    let root: ProcessRoot

    // MARK: - Releases

    /// Copies a directory with a `release.json` into the store, unless it is there already. Under the root's lock.
    func install(_ directory: String) throws -> String {
        let source = try Self.manifest(in: directory)
        try Self.check(source, in: directory)
        let digest = try Self.digest(of: directory)
        let target = try path(of: digest)
        // A name is only given to a whole copy; but one that was tampered with since is replaced.
        if access(target, F_OK) == 0 {
            if (try? Self.digest(of: target)) == digest { return digest }
            guard rename(target, "\(root.releases)/.broken-\(UInt32.random(in: 0 ... .max))") == 0 else {
                throw DurableFile.fault("replace", target)
            }
        }
        let draft = "\(root.releases)/.draft-\(UInt64.random(in: 0 ... .max))"
        do {
            try copy(directory, to: draft)
            guard try Self.digest(of: draft) == digest else {
                throw EngineFault(.conflict, "'\(directory)' was changed while it was installed.")
            }
            guard rename(draft, target) == 0 else { throw DurableFile.fault("create", target) }
        } catch {
            ProcessRoot.remove(draft)
            throw error
        }
        // Last: a directory that cannot be written cannot be renamed by others than root.
        chmod(target, 0o555)
        DurableFile.synchronise(directoryOf: target)
        return digest
    }

    /// Where a release lies; whether it is there is another question.
    func path(of digest: String) throws -> String {
        let hex = digest.dropFirst(7)
        guard digest.hasPrefix("sha256:"), hex.count == 64,
            hex.allSatisfy({ $0.isHexDigit && !$0.isUppercase })
        else { throw EngineFault(.notFound, "'\(digest)' is no digest of the form sha256:<64 digits>.") }
        return "\(root.releases)/sha256-\(hex)"
    }

    /// Throws when the release is missing or does not hold any more what its name says.
    func verify(_ digest: String) throws {
        let path = try path(of: digest)
        guard access(path, F_OK) == 0 else {
            throw EngineFault(.notFound, "There is no release '\(digest)' in '\(root.path)'.")
        }
        guard try Self.digest(of: path) == digest else {
            throw EngineFault(.refused, "The release '\(digest)' was changed on disk; install it again.")
        }
    }

    static func manifest(in directory: String) throws -> ReleaseManifest {
        try DurableFile.decode(ReleaseManifest.self, from: directory + "/" + ReleaseManifest.fileName)
    }

    /// The program's full path.
    static func program(_ manifest: ReleaseManifest, in directory: String) -> String {
        manifest.command.hasPrefix("/") ? manifest.command : directory + "/" + manifest.command
    }

    private static func check(_ manifest: ReleaseManifest, in directory: String) throws {
        let program = program(manifest, in: directory)
        guard access(program, X_OK) == 0 else {
            throw EngineFault(
                .refused,
                "The command '\(manifest.command)' of '\(directory)' is not there or cannot be executed.")
        }
    }

    // MARK: - Digests

    /// Over relative paths, what may be read and executed, and contents; whoever installs it, and when, is no part.
    ///
    /// Write permissions do not count, since a release has none.
    static func digest(of directory: String) throws -> String {
        var lines = ""
        for entry in try entries(of: directory) {
            let full = directory + "/" + entry.path
            switch entry.kind {
            case .directory: lines += "directory \(String(entry.mode, radix: 8)) \(entry.path)\0"
            case .link(let target): lines += "link \(target)\0\(entry.path)\0"
            case .file:
                let data = try Data(contentsOf: URL(fileURLWithPath: full), options: .alwaysMapped)
                lines += "file \(String(entry.mode, radix: 8)) \(Digest.sha256(data)) \(entry.path)\0"
            }
        }
        return "sha256:" + Digest.sha256(lines)
    }

    private struct Entry {
        enum Kind {
            case file
            case directory
            case link(String)
        }
        var path: String
        var kind: Kind
        var mode: mode_t
    }

    /// Everything below a directory, ordered by the bytes of the paths.
    private static func entries(of directory: String) throws -> [Entry] {
        var found: [Entry] = []
        var rest = [""]
        while let parent = rest.popLast() {
            let full = parent.isEmpty ? directory : directory + "/" + parent
            for name in try FileManager.default.contentsOfDirectory(atPath: full) {
                let path = parent.isEmpty ? name : parent + "/" + name
                var info = stat()
                guard lstat(directory + "/" + path, &info) == 0 else { throw DurableFile.fault("read", path) }
                let mode = info.st_mode & 0o555
                switch info.st_mode & S_IFMT {
                case S_IFREG: found.append(Entry(path: path, kind: .file, mode: mode))
                case S_IFDIR:
                    found.append(Entry(path: path, kind: .directory, mode: mode))
                    rest.append(path)
                case S_IFLNK:
                    let target = try FileManager.default.destinationOfSymbolicLink(
                        atPath: directory + "/" + path)
                    found.append(Entry(path: path, kind: .link(target), mode: 0))
                default:
                    throw EngineFault(
                        .refused, "'\(path)' is neither a file, a directory nor a symbolic link.")
                }
            }
        }
        return found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private func copy(_ source: String, to target: String) throws {
        guard mkdir(target, 0o755) == 0 else { throw DurableFile.fault("create", target) }
        let entries = try Self.entries(of: source)
        for entry in entries {
            let full = target + "/" + entry.path
            switch entry.kind {
            case .directory:
                guard mkdir(full, 0o755) == 0 else { throw DurableFile.fault("create", full) }
            case .link(let destination):
                guard symlink(destination, full) == 0 else { throw DurableFile.fault("create", full) }
            case .file:
                try FileManager.default.copyItem(atPath: source + "/" + entry.path, toPath: full)
                chmod(full, entry.mode)
                let file = open(full, O_RDONLY | O_CLOEXEC)
                defer { close(file) }
                guard file >= 0, fsync(file) == 0 else { throw DurableFile.fault("write", full) }
            }
        }
        for entry in entries.reversed() {
            if case .directory = entry.kind { chmod(target + "/" + entry.path, entry.mode) }
        }
    }

    // MARK: - Tags

    /// `name:tag`, where the tag defaults to `latest`.
    private func tagPath(_ reference: String) throws -> String {
        let parts = reference.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let (name, tag) = (parts[0], parts.count > 1 ? parts[1] : "latest")
        func isGood(_ word: String) -> Bool {
            !word.isEmpty && word.count <= 128 && !word.hasPrefix(".")
                && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
        }
        guard parts.count <= 2, isGood(name), isGood(tag) else {
            throw EngineFault(
                .refused, "'\(reference)' is no reference: name:tag of letters, digits, '.', '_' and '-'.")
        }
        return "\(root.tags)/\(name)/\(tag)"
    }

    /// The digest a reference points to; nil when it points nowhere.
    func resolve(_ reference: String) throws -> String? {
        let path = try tagPath(reference)
        guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path),
            let name = target.split(separator: "/").last, name.hasPrefix("sha256-")
        else { return nil }
        return "sha256:" + name.dropFirst(7)
    }

    /// Under the root's lock.
    func tag(_ digest: String, as reference: String) throws {
        let release = try path(of: digest)
        guard access(release, F_OK) == 0 else {
            throw EngineFault(.notFound, "There is no release '\(digest)' in '\(root.path)'.")
        }
        let path = try tagPath(reference)
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        if mkdir(folder, 0o755) == 0 {
            DurableFile.synchronise(directoryOf: folder)
        } else if errno != EEXIST {
            throw DurableFile.fault("create", folder)
        }
        let draft = folder + "/.draft"
        unlink(draft)
        let name = release.dropFirst(root.path.count + 1)
        guard symlink("../../" + name, draft) == 0 else { throw DurableFile.fault("create", draft) }
        guard rename(draft, path) == 0 else { throw DurableFile.fault("replace", path) }
        DurableFile.synchronise(directoryOf: path)
    }

    /// A digest as it is, or what a reference points to.
    func digest(for image: String) throws -> String {
        if image.hasPrefix("sha256:") { return image }
        guard let digest = try resolve(image) else {
            throw EngineFault(.notFound, "There is no release tagged '\(image)' in '\(root.path)'.")
        }
        return digest
    }
}
