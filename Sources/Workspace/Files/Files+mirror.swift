import CProcess
import Foundation
import Incident

extension Files {
    /// Makes a directory equal to another, writing only what differs; pipes, sockets and devices are left out.
    ///
    /// - Parameter names: left out at the top, and not removed there.
    static func mirror(_ source: String, to target: String, leavingOut names: Set<String> = []) throws {
        let wanted = try Files.names(in: source).filter { !names.contains($0) }
        for name in try Files.names(in: target) where !names.contains(name) && !wanted.contains(name) {
            try remove(target + "/" + name)
        }
        for name in wanted {
            let from = source + "/" + name
            let to = target + "/" + name
            guard let status = status(of: from), let kind = kind(of: from) else { continue }
            switch kind {
            case .special: try remove(to)
            case .link:
                let destination = try self.target(ofLink: from)
                if self.kind(of: to) != .link || (try? self.target(ofLink: to)) != destination {
                    try link(to, to: destination)
                }
            case .directory:
                if self.kind(of: to) != .directory {
                    try remove(to)
                    try makeDirectory(to)
                }
                chmod(to, 0o700)
                try mirror(from, to: to)
                chmod(to, status.st_mode & 0o7777)
            case .regular:
                try copy(from, status, to: to)
            }
        }
    }

    private static func copy(_ source: String, _ status: stat, to target: String) throws {
        let bytes = try read(source)
        if kind(of: target) != .regular || (try? read(target)) != bytes {
            try write(bytes, to: target, mode: status.st_mode & 0o7777, scratch: target + ".incoming")
        }
        chmod(target, status.st_mode & 0o7777)
        setModificationTime(
            of: target, seconds: status.modificationSeconds,
            nanoseconds: status.modification - status.modificationSeconds * 1_000_000_000)
    }

    /// Whether a file holds a text, somewhere.
    static func contains(_ text: String, in path: String) throws -> Bool {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else {
            throw LabError(.badInput, "'\(path)' cannot be read.")
        }
        let word = Array(text.utf8)
        return data.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return false }
            return lab_contains(base, bytes.count, word, word.count) != 0
        }
    }
}
