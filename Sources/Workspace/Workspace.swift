import Foundation
package import Incident

/// A private copy of a patient: its git history, its builds, its test runs.
///
///     <directory>/lock           flock, with the owner's process id
///     <directory>/tree           the copy, with a git repository of its own
///     <directory>/siblings/…     the copy and links to its neighbours, for a patient that needs packages beside it
///     <directory>/build          SwiftPM's scratch path, kept between runs
///     <directory>/runs           event streams and crash reports of the last test run
///     <directory>/modules        what the compiler keeps of the toolchain's modules, unless told elsewhere
///     <directory>/search/…       the woven copy of the tree, its scratch path, and what fork servers need
///
/// The patient itself is only read. One caller at a time: a build and an edit at once would race on the files.
package actor Workspace {
    /// Real path of the workspace.
    package nonisolated let directory: String
    /// Where the copy lies; known after ``load(patient:)``.
    package internal(set) var tree: String
    /// Id of the commit that the copy stands at, apart from what was written since.
    package internal(set) var head: String?

    nonisolated let runner: any ProcessRunner
    /// Path of the library that makes aborts readable; see `Sources/AbortTrace`.
    nonisolated let abortTrace: String?
    /// Where the compiler keeps what it made of the toolchain's modules.
    nonisolated let modules: String
    /// Which of the patient's own tests count.
    package nonisolated let scope: TestScope
    private let lock: WorkspaceLock

    var store: GitStore?
    /// Files of ``head``.
    var tracked: [String: GitStore.Entry] = [:]
    /// Written or removed (nil) since ``head``.
    var pending: [String: GitStore.Entry?] = [:]
    /// Modification time given last, in seconds: the next one is later.
    var lastModification = 0
    var descriptions: [[UInt8]: PackageDescription] = [:]
    var listings: TestListings?
    /// Numbers the files of test processes.
    var runNumber = 0

    private init(
        directory: String, runner: any ProcessRunner, abortTrace: String?, modules: String?,
        scope: TestScope, lock: WorkspaceLock
    ) {
        self.scope = scope
        self.modules = modules ?? directory + "/modules"
        self.directory = directory
        self.tree = directory + "/tree"
        self.runner = runner
        self.abortTrace = abortTrace
        self.lock = lock
    }

    /// Creates the directory if need be, takes its lock, and ends what a killed run left running.
    ///
    /// `abortTrace` is the path of `libAbortTrace.so`; without it a crash by `abort` shows no frame of the patient.
    /// `modules` is a folder that several workspaces may share: the first build of a small package takes half the time
    /// when another one was built before. `scope` tells which of the patient's tests count; the others are never run.
    /// Throws `LabError`: `locked` when another process holds it, `cannotWrite` when it cannot be created.
    package static func open(
        at directory: String, runner: any ProcessRunner = SubprocessRunner(), abortTrace: String? = nil,
        modules: String? = nil, scope: TestScope = .all
    ) async throws -> Workspace {
        try Files.makeDirectory(directory)
        guard let real = Files.realPath(directory) else {
            throw LabError(.cannotWrite, "The directory '\(directory)' cannot be created.")
        }
        let lock = try WorkspaceLock(directory: real)
        await ProcessTable.killStrays(markedWith: RunMarker.prefix(of: real))
        try Files.remove(real + "/search/servers")
        for name in ["build", "runs"] { try Files.makeDirectory(real + "/" + name) }
        return Workspace(
            directory: real, runner: runner, abortTrace: abortTrace, modules: modules, scope: scope,
            lock: lock)
    }

    nonisolated var build: String { directory + "/build" }
    nonisolated var runs: String { directory + "/runs" }
    nonisolated var search: String { directory + "/search" }
    nonisolated var searchBuild: String { search + "/build" }
    nonisolated var forkServers: String { search + "/servers" }
    /// Where files are made before they are moved into place.
    nonisolated var incoming: String { directory + "/incoming" }

    /// The history; throws before the first load.
    func loadedStore() throws -> GitStore {
        guard let store, head != nil else {
            throw LabError(.software, "No patient has been loaded into '\(directory)'.")
        }
        return store
    }

    /// A modification time later than any build so far and than what the file has now.
    ///
    /// Incremental builds compare times, and have missed an edit made within moments of the last build.
    func nextModification(of path: String) -> Int {
        let current = Files.status(of: path).map { Int($0.modificationSeconds) } ?? 0
        lastModification = max(Int(Date().timeIntervalSince1970), current, lastModification) + 2
        return lastModification
    }

    /// Writes one file below the tree, or another root, if its bytes, mode or kind differ; true when it did.
    @discardableResult
    func place(
        _ content: PatientFile.Content, bytes: [UInt8], at path: String, in root: String? = nil
    ) throws -> Bool {
        let root = root ?? tree
        let target = root + "/" + path
        try Files.makeParents(of: path, in: root)
        switch content {
        case .link(let destination):
            if Files.kind(of: target) == .link, try Files.target(ofLink: target) == destination {
                return false
            }
            try Files.link(target, to: destination)
        case .regular(let isExecutable):
            let mode: mode_t = isExecutable ? 0o755 : 0o644
            if let status = Files.status(of: target), Files.kind(of: target) == .regular {
                if status.st_mode & 0o7777 != mode { chmod(target, mode) }
                if Int(status.st_size) == bytes.count, try Files.read(target) == bytes { return false }
            }
            let time = nextModification(of: target)
            try Files.write(bytes, to: target, mode: mode, scratch: incoming)
            Files.setModificationTime(of: target, seconds: time)
        }
        return true
    }

    /// Removes everything below the tree, or another root, that `keep` does not name, and directories left empty.
    func sweep(keeping keep: Set<String>, in root: String? = nil) throws {
        var directories: Set<String> = []
        for path in keep { directories.formUnion(RelativePath.parents(of: path)) }
        try sweep("", in: root ?? tree, keeping: keep, directories: directories)
    }

    private func sweep(
        _ directory: String, in root: String, keeping keep: Set<String>, directories: Set<String>
    ) throws {
        let here = directory.isEmpty ? root : root + "/" + directory
        for name in try Files.names(in: here) {
            let path = directory.isEmpty ? name : directory + "/" + name
            if path == ".git" || keep.contains(path) { continue }
            if directories.contains(path), Files.kind(of: root + "/" + path) == .directory {
                try sweep(path, in: root, keeping: keep, directories: directories)
            } else {
                try Files.remove(root + "/" + path)
            }
        }
    }
}

extension stat {
    var modificationSeconds: Int {
        #if canImport(Darwin)
            st_mtimespec.tv_sec
        #else
            st_mtim.tv_sec
        #endif
    }

    /// Nanoseconds since 1970.
    var modification: Int {
        #if canImport(Darwin)
            st_mtimespec.tv_sec * 1_000_000_000 + st_mtimespec.tv_nsec
        #else
            st_mtim.tv_sec * 1_000_000_000 + st_mtim.tv_nsec
        #endif
    }
}
