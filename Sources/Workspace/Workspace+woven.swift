import Foundation
import Incident

extension Workspace {
    /// A build of the woven copy, and what it takes to serve from it.
    package struct WovenBuild: Sendable {
        package var run: BuildRun
        /// The woven copy, with the same files as the tree but for those that were woven.
        package var tree: String
        /// Nil when the build failed, or the package has no test target.
        package var bundle: String?
    }

    /// In which order the modules of a woven copy are compiled.
    package enum ModuleOrder: Sendable {
        /// As the machine has room: the quickest way where no errors are expected. The first module that fails has
        /// SwiftPM stop all others wherever they are, so which errors are told is a matter of time.
        case any
        /// One after the other, in an order that depends on nothing but the package: the errors that a failed build tells
        /// are those of one module, and all of those.
        case oneByOne
    }

    /// Builds a second copy of the tree, with some files written over, without touching the first and its build.
    ///
    ///     <directory>/tree, <directory>/build                  the patient, and its incremental build
    ///     <directory>/search/tree, <directory>/search/build    the woven copy, and its
    ///
    /// Writes only what differs from the last woven copy. Dependencies are those that the first build downloaded; they
    /// are compiled once more, because what SwiftPM compiles for one scratch path it does not know in another.
    ///
    /// - Parameter overrides: texts by path; a path that the tree lacks is added.
    /// - Parameter library: path of `libForkServer.so`, linked into everything that is built.
    /// - Parameter arguments: further arguments of `swift build`; other ones than last time mean compiling anew.
    /// - Parameter order: of the modules; it may differ from last time.
    /// - Parameter limit: of the whole build; after this it counts as timed out. Nil sets none.
    ///
    /// Throws as ``build(limit:)`` does, and `LabError` with code `badInput` for a path that is not inside the package.
    package func build(
        woven overrides: [String: String], linking library: String?, arguments: [String] = [],
        order: ModuleOrder = .any, limit: Duration? = nil
    ) async throws -> WovenBuild {
        _ = try loadedStore()
        let woven = try placeWoven(overrides)
        try DownloadCopy(from: build, to: searchBuild).update()
        let builder = PackageBuilder(
            runner: runner, owner: directory, tree: woven, scratchPath: searchBuild,
            arguments: (library.map { ["-Xlinker", $0] } ?? []) + Self.allErrors + arguments
                + (order == .oneByOne ? ["--jobs", "1"] : []),
            modules: modules)
        let run = try await builder.build(limit: limit)
        let bundle = run.succeeded ? try await testBundle(in: searchBuild) : nil
        return WovenBuild(run: run, tree: woven, bundle: bundle.flatMap(Files.realPath))
    }

    /// A module's files are compiled by several processes, as many as there are processors also where modules come one by
    /// one; one that fails keeps none from being started.
    private static let allErrors = [
        "-Xswiftc", "-j\(ProcessInfo.processInfo.activeProcessorCount)", "-Xswiftc",
        "-continue-building-after-errors",
    ]

    /// What fork servers of a woven build are started from; nil when it has no bundle.
    package func forkSetup(
        for build: WovenBuild, units: Int32, limits: ForkLimits = ForkLimits(),
        environment: [String: String] = [:]
    ) throws -> ForkSetup? {
        guard let bundle = build.bundle else { return nil }
        try Files.makeDirectory(forkServers)
        return ForkSetup(
            bundle: bundle, tree: build.tree, directories: [searchBuild], scratch: forkServers,
            environment: environment, limits: limits, units: units, scope: scope, owner: directory)
    }

    /// Makes the woven copy: the files of the tree as they are on disk, then the overrides.
    private func placeWoven(_ overrides: [String: String]) throws -> String {
        for path in overrides.keys { try RelativePath.check(path) }
        // At the same place relative to its neighbours as the tree.
        let woven = search + "/" + (RelativePath.below(directory, tree) ?? "tree")
        try Files.makeDirectory(woven)
        let siblings = directory + "/siblings"
        if RelativePath.below(siblings, tree) != nil { try linkNeighbours(siblings, besides: tree) }
        var files: [String: Files.Kind] = [:]
        try collect("", into: &files)
        for path in overrides.keys { files[path] = .regular }
        try sweep(keeping: Set(files.keys).union([Self.resolvedFile]), in: woven)
        for (path, kind) in files.sorted(by: { $0.key < $1.key }) {
            let source = tree + "/" + path
            if kind == .link {
                try place(.link(target: try Files.target(ofLink: source)), bytes: [], at: path, in: woven)
                continue
            }
            let isExecutable = (Files.status(of: source)?.st_mode ?? 0) & 0o100 != 0
            let bytes = try overrides[path].map { Array($0.utf8) } ?? Files.read(source)
            try place(.regular(isExecutable: isExecutable), bytes: bytes, at: path, in: woven)
        }
        return woven
    }

    private func collect(_ path: String, into files: inout [String: Files.Kind]) throws {
        let here = path.isEmpty ? tree : tree + "/" + path
        for name in try Files.names(in: here) where name != ".git" && !(path.isEmpty && name == ".build") {
            let below = path.isEmpty ? name : path + "/" + name
            switch Files.kind(of: tree + "/" + below) {
            case .directory: try collect(below, into: &files)
            case .regular: files[below] = .regular
            case .link: files[below] = .link
            case .special, nil: continue
            }
        }
    }

    /// Repeats the links beside the tree, so that relative paths in its manifest hold in the woven copy too.
    private func linkNeighbours(_ here: String, besides tree: String) throws {
        guard let way = RelativePath.below(directory, here) else { return }
        for name in try Files.names(in: here) {
            let path = here + "/" + name
            if path == tree { continue }
            switch Files.kind(of: path) {
            case .link:
                try place(
                    .link(target: try Files.target(ofLink: path)), bytes: [], at: way + "/" + name, in: search
                )
            case .directory: try linkNeighbours(path, besides: tree)
            default: continue
            }
        }
    }
}
