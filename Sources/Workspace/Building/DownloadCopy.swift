import Foundation
import Incident

/// Gives one scratch path the downloads of another, so that nothing is resolved, cloned or fetched twice.
struct DownloadCopy {
    let source: String
    let target: String

    init(from source: String, to target: String) {
        self.source = source
        self.target = target
    }

    /// What was copied last: SwiftPM writes it anew with every change of its downloads.
    private var record: String { target + "/lab-downloads" }
    private static let state = "workspace-state.json"

    /// Copies if the source has other downloads than last time; a source without any is left to SwiftPM.
    func update() throws {
        try Files.makeDirectory(target)
        guard let state = try? Files.read(source + "/" + Self.state) else { return }
        let digest = Array(Digest.sha256(state).utf8)
        if (try? Files.read(record)) == digest { return }
        for name in BuildFolder.downloads.sorted() where name != Self.state {
            try Files.remove(target + "/" + name)
            if Files.kind(of: source + "/" + name) == .directory { try copy(name, isImmutable: false) }
        }
        // Last, because it says that the rest is there.
        try copy(Self.state, isImmutable: false)
        try Files.write(digest, to: record, mode: 0o644, scratch: record + ".incoming")
    }

    /// Links what git never writes again, and copies the rest, with paths into the source turned into the target's.
    private func copy(_ path: String, isImmutable: Bool) throws {
        let from = source + "/" + path
        let to = target + "/" + path
        guard let status = Files.status(of: from), let kind = Files.kind(of: from) else { return }
        switch kind {
        case .special: return
        case .link: try Files.link(to, to: try Files.target(ofLink: from))
        case .directory:
            try Files.makeDirectory(to)
            let name = path.split(separator: "/").last ?? ""
            for entry in try Files.names(in: from) {
                let isObject = name == "objects" && (entry.utf8.count == 2 || entry == "pack")
                try copy(path + "/" + entry, isImmutable: isImmutable || isObject)
            }
        case .regular:
            if isImmutable, link(from, to) == 0 { return }
            var bytes = try Files.read(from)
            if Self.namesPaths(path) {
                bytes = Array(
                    String(decoding: bytes, as: UTF8.self)
                        .replacingOccurrences(of: source + "/", with: target + "/").utf8)
            }
            try Files.write(
                bytes, to: to, mode: status.st_mode & 0o7777, scratch: target + "/lab-downloads.incoming")
            Files.setModificationTime(
                of: to, seconds: status.modificationSeconds,
                nanoseconds: status.modification - status.modificationSeconds * 1_000_000_000)
        }
    }

    /// Files of SwiftPM and of git that spell out where other downloads lie.
    private static func namesPaths(_ path: String) -> Bool {
        path == state || path.hasSuffix("/config") || path.hasSuffix("/objects/info/alternates")
            || path.hasSuffix("/FETCH_HEAD") || path.hasSuffix("/packed-refs")
    }
}
