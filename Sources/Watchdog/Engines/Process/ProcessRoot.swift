import Foundation
import Watchdog

/// The directory that holds everything of a process engine:
///
///     format                      version of this layout
///     lock                        held during each change
///     releases/sha256-<hex>/      immutable, named by what they hold
///     tags/<name>/<tag>           symbolic link to a release, replaced as a whole
///     containers/<id>/            see ``ContainerDirectory``
///
/// Names with a dot in front are drafts and leftovers of killed engines: whoever holds the lock may remove them.
struct ProcessRoot: Sendable {
    let path: String
    let lockLimit: Duration

    private static let format = "1"

    var releases: String { path + "/releases" }
    var tags: String { path + "/tags" }
    var containers: String { path + "/containers" }

    /// Makes what is missing. Throws ``EngineFault``: `.denied`, or `.tooOld` for a root of a later layout.
    func prepare() throws {
        for directory in [path, releases, tags, containers] {
            guard mkdirs(directory) else { throw DurableFile.fault("create", directory) }
        }
        let formatPath = path + "/format"
        if let data = try? DurableFile.read(formatPath) {
            let found = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
            guard found == Self.format else {
                throw EngineFault(
                    .tooOld, "'\(path)' has layout \(found); this lab knows layout \(Self.format) only.")
            }
        } else {
            try DurableFile.write(Data((Self.format + "\n").utf8), to: formatPath)
        }
    }

    /// Runs one change with the root held. Leftovers of changes that were cut short are removed first.
    func change<Value>(_ body: (RootLock) throws -> Value) throws -> Value {
        try prepare()
        let lock = try RootLock(path: path + "/lock", limit: lockLimit)
        return try withExtendedLifetime(lock) {
            for directory in [releases, containers] {
                for name in Self.names(in: directory) where name.hasPrefix(".") {
                    Self.remove(directory + "/" + name)
                }
            }
            return try body(lock)
        }
    }

    func directories() -> [ContainerDirectory] {
        Self.names(in: containers).filter { !$0.hasPrefix(".") }.sorted()
            .map { ContainerDirectory(path: containers + "/" + $0) }
    }

    /// Every container that can be read, by name; one that is just being removed is not there any more.
    func statuses() throws -> [ContainerStatus] {
        guard access(containers, R_OK | X_OK) == 0 else {
            if errno == ENOENT { return [] }
            throw DurableFile.fault("read", containers)
        }
        return directories().compactMap { try? $0.status() }.sorted {
            ($0.record.name, $0.record.id) < ($1.record.name, $1.record.id)
        }
    }

    /// By id or name.
    func directory(_ word: String) throws -> ContainerDirectory {
        let all = directories()
        if let match = all.first(where: { $0.id == word }) { return match }
        if let match = all.first(where: { (try? $0.record())?.name == word }) { return match }
        throw EngineFault(.notFound, "There is no container '\(word)' in '\(path)'.")
    }

    // MARK: - Files

    static func names(in directory: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    }

    /// Removes a tree, read-only directories included.
    static func remove(_ path: String) {
        if let names = FileManager.default.enumerator(atPath: path) {
            while let name = names.nextObject() as? String {
                if names.fileAttributes?[.type] as? FileAttributeType == .typeDirectory {
                    chmod(path + "/" + name, 0o700)
                }
            }
        }
        chmod(path, 0o700)
        try? FileManager.default.removeItem(atPath: path)
    }

    private func mkdirs(_ directory: String) -> Bool {
        if mkdir(directory, 0o755) == 0 || errno == EEXIST { return true }
        guard errno == ENOENT else { return false }
        return
            (try? FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true)) != nil
    }
}
