import Incident
package import SourceEdit
package import Workspace

/// Many mutations in one build: woven, compiled, and woven again without what does not compile.
///
///     weave ─► build ─► errors? ─► whose? ─► drop those mutations, move those switches ─► weave …
package struct SchemataBuild {
    /// A build that compiles, and where each mutation is in it.
    package struct Built: Sendable {
        package var build: Workspace.WovenBuild
        /// Mutations that are in the bundle, with their units.
        package var units: [Int32: Int32]
        /// The lines of each unit, by file as it was.
        package var unitLines: [Int32: (path: String, lines: ClosedRange<Int>)]
        package var probes: [(path: String, probe: Woven.Probe)]
        /// Places are numbered below this.
        package var unitLimit: Int32
        /// Mutations that do not compile, with the compiler's message where it names one.
        package var unviable: [Int32: String]
        /// Mutations of files with errors that nobody could be blamed for: nothing is known of them.
        package var abandoned: Set<Int32>
        /// Mutations that no switch could be put around, and why.
        package var unwoven: [Int32: Woven.Reason]
        package var builds: Int
        /// Added files that do not compile.
        package var droppedExtras: Set<String>
        /// What the woven files hold, by path.
        package var texts: [String: String]
        /// Whether the package took the bound on type-checking.
        var isLimited: Bool
        /// Whether only the targets that are needed were built.
        var isPruned: Bool
        /// What the manifests say in this build, by path; empty where they are the package's own.
        package var manifests: [String: String]
    }

    /// What runs in a fork server is told by its verdicts; debug information costs a quarter of a build.
    package static let withoutDebugInformation = ["-Xswiftc", "-gnone"]

    /// After so many failed builds of a module what still does not compile in it is left out as a whole.
    private static let mostBuilds = 14
    /// The compiler tells one error of some expressions a build. After so many failed builds of a module a mutation in
    /// it that does not compile takes with it those at the same place, where that is allowed, and an added file all of
    /// them: those are compiled last, one module at a time.
    static let patience = 4

    private let workspace: Workspace
    private let library: String
    private let files: [String: SourceFile]
    private let arguments: [String]
    private let isHasty: Bool
    private let patience: Int
    private let limited: [String]
    private let kept: [String]?
    private let progress: (String) -> Void

    /// - Parameters:
    ///   - library: path of `libForkServer.so`.
    ///   - files: those to weave into, by path.
    ///   - arguments: further ones of `swift build`; other ones than last time mean compiling anew.
    ///   - isHasty: whether mutations may be given up beside one that does not compile, to save builds.
    ///   - limited: names of the targets in which a change that takes the compiler too long counts as one that does not
    ///     compile, where the package as it is takes that bound.
    ///   - kept: names of the targets that are needed; others are left out where the package can be built without them. Nil
    ///     for all.
    package init(
        workspace: Workspace, library: String, files: [String: SourceFile], arguments: [String] = [],
        isHasty: Bool = false, limiting limited: [String] = [], keeping kept: [String]? = nil,
        progress: @escaping (String) -> Void
    ) {
        self.init(
            workspace: workspace, library: library, files: files, arguments: arguments, isHasty: isHasty,
            patience: Self.patience, limiting: limited, keeping: kept, progress: progress)
    }

    init(
        workspace: Workspace, library: String, files: [String: SourceFile], arguments: [String] = [],
        isHasty: Bool, patience: Int, limiting limited: [String] = [], keeping kept: [String]? = nil,
        progress: @escaping (String) -> Void
    ) {
        self.workspace = workspace
        self.library = library
        self.files = files
        self.arguments = arguments
        self.isHasty = isHasty
        self.patience = patience
        self.limited = limited
        self.kept = kept
        self.progress = progress
    }

    /// - Parameter base: files without mutations stay as they are in this build, so that they are not compiled again.
    ///
    /// Throws `LabError` when not even the probes alone can be built.
    package func build(
        _ mutations: [Schema.Numbered], probes: Schema.Probes = .none, extras: [String: String] = [:],
        over base: Built? = nil, isolation: isolated (any Actor)? = #isolation
    ) async throws -> Built {
        let byPath = Dictionary(grouping: mutations, by: \.mutation.path)
        var schemas: [(path: String, schema: Schema)] = []
        var next: Int32 = base?.unitLimit ?? 1
        var kept: [String: String] = [:]
        for path in files.keys.sorted() {
            guard let file = files[path] else { continue }
            let own = byPath[path] ?? []
            if own.isEmpty, probes == .none {
                kept[path] = base?.texts[path]
                continue
            }
            let schema = Schema(file: file, mutations: own, probes: probes, firstUnit: next)
            next = schema.nextUnit
            schemas.append((path, schema))
        }
        var unviable: [Int32: String] = [:]
        var abandoned: Set<Int32> = []
        var escalated: Set<Int32> = []
        var droppedExtras: Set<String> = []
        let package = try await workspace.describePackage()
        var isLimited = !limited.isEmpty && base?.isLimited != false
        var isPruned = self.kept != nil && base?.isPruned != false
        var manifests = try await manifests(isLimited: isLimited, isPruned: isPruned)
        if manifests.isEmpty { (isLimited, isPruned) = (false, false) }
        var last = ""
        var builds = 0
        var failed = FailedBuilds(package)
        while failed.most < Self.mostBuilds {
            builds += 1
            try Task.checkCancellation()
            let dropped = abandoned.union(unviable.keys)
            let woven = schemas.map {
                ($0.schema, $0.schema.rendered(dropping: dropped, escalating: escalated))
            }
            let alive = woven.reduce(0) { $0 + $1.1.placed.count }
            progress(alive == 0 ? "building with probes" : "building \(alive) candidates at once")
            var texts = Dictionary(uniqueKeysWithValues: woven.map { ($0.1.path, $0.1.text) })
            texts.merge(kept) { text, _ in text }
            texts.merge(extras.filter { !droppedExtras.contains($0.key) }) { text, _ in text }
            texts.merge(manifests) { text, _ in text }
            let outcome = try await workspace.build(
                woven: texts, linking: library, arguments: arguments, order: alive == 0 ? .any : .oneByOne)
            if outcome.run.succeeded {
                var built = Built(
                    build: outcome, units: [:], unitLines: [:], probes: [], unitLimit: next,
                    unviable: unviable,
                    abandoned: abandoned, unwoven: [:], builds: builds, droppedExtras: droppedExtras,
                    texts: texts.filter { files[$0.key] != nil }, isLimited: isLimited,
                    isPruned: isPruned, manifests: manifests)
                for (_, text) in woven { built.add(text) }
                return built
            }
            last = outcome.run.evidence.console
            if mutations.isEmpty, isLimited, TypeCheckLimit.isToBlame(for: last) {
                isLimited = false
                manifests = try await self.manifests(isLimited: false, isPruned: isPruned)
                continue
            }
            let notes = CompilerNotes(last, root: outcome.tree)
            var isStuck = true
            let places = Set(notes.problems.map(\.path))
            let changed = Set(texts.keys).subtracting(manifests.keys)
            if isPruned, places.isDisjoint(with: changed) || last.contains("no such module") {
                // No change is to blame, so perhaps what was left out is.
                isPruned = false
                manifests = try await self.manifests(isLimited: isLimited, isPruned: false)
                continue
            }
            let badExtras = places.filter { extras[$0] != nil }
            failed.count(places, besides: badExtras)
            if !badExtras.isSubset(of: droppedExtras) {
                droppedExtras.formUnion(
                    failed.withExtras < patience ? badExtras : Set(extras.keys))
                // Nothing that is woven is to blame, so it does not cost a build either.
                if badExtras == places { continue }
                isStuck = false
            }
            for (schema, text) in woven {
                let problems = notes.problems(in: text.path)
                let blame = schema.blame(problems, in: text)
                let isNew = !blame.drop.isSubset(of: dropped) || !blame.escalate.isSubset(of: escalated)
                if isNew { isStuck = false }
                for number in blame.drop where unviable[number] == nil {
                    unviable[number] = Self.message(for: number, problems, in: text)
                }
                escalated.formUnion(blame.escalate)
                if isHasty, failed.ofModule(with: text.path) >= patience {
                    abandoned.formUnion(
                        Self.beside(blame.drop, byPath[text.path] ?? []).subtracting(unviable.keys))
                }
            }
            let spent = places.map(failed.ofModule).max() ?? 0
            if isStuck || spent >= Self.mostBuilds - 2 {
                // Errors that nobody can be blamed for: the functions that have them go without mutations, then the files.
                let near = woven.reduce(into: Set<Int32>()) {
                    $0.formUnion($1.0.neighbours(of: notes.problems, in: $1.1))
                }
                .subtracting(dropped)
                let lost = mutations.filter {
                    near.isEmpty || spent == Self.mostBuilds - 1
                        ? places.isEmpty || places.contains($0.mutation.path) : near.contains($0.number)
                }
                .map(\.number).filter { unviable[$0] == nil }
                guard !lost.isEmpty, !abandoned.isSuperset(of: lost) else { break }
                abandoned.formUnion(lost)
            }
        }
        throw LabError(
            .software, "The package does not build with switches woven into it.",
            hint: last.split(separator: "\n").first { $0.contains("error: ") }.map(String.init))
    }

    /// The manifests of the package with what is to be in them besides; none where one of them cannot take it.
    private func manifests(
        isLimited: Bool, isPruned: Bool, isolation: isolated (any Actor)? = #isolation
    ) async throws -> [String: String] {
        let edit = WovenManifest(limited: isLimited ? limited : [], kept: isPruned ? kept : nil)
        if edit.changesNothing { return [:] }
        let names = try await workspace.sourceFiles().filter { $0.hasPrefix("Package@swift-") }
        var found: [String: String] = [:]
        for name in ["Package.swift"] + names {
            guard let manifest = edit.text(try await workspace.read(name)) else { return [:] }
            found[name] = manifest
        }
        return found
    }

    /// Mutations that change the same place as one of `numbers`.
    private static func beside(_ numbers: Set<Int32>, _ mutations: [Schema.Numbered]) -> Set<Int32> {
        let places = Set(
            mutations.filter { numbers.contains($0.number) }.map { $0.mutation.edits.map(\.range) })
        return Set(
            mutations.filter {
                places.contains($0.mutation.edits.map(\.range)) && !numbers.contains($0.number)
            }
            .map(\.number))
    }

    private static func message(
        for number: Int32, _ problems: [CompilerNotes.Problem], in woven: Woven
    ) -> String {
        problems.first { woven.place(line: $0.line, column: $0.column).owner == .variant(number) }?.message
            ?? ""
    }
}

/// What has failed to compile how often. Each module has its own patience and comes to its end by itself: which of
/// several fails first says nothing about either.
private struct FailedBuilds {
    private let package: PackageDescription
    private var byModule: [String: Int] = [:]
    private var ofExtrasAlone = 0

    init(_ package: PackageDescription) {
        self.package = package
    }

    var most: Int { byModule.values.max() ?? 0 }
    var withExtras: Int { most + ofExtrasAlone }

    func ofModule(with path: String) -> Int {
        byModule[module(of: path)] ?? 0
    }

    mutating func count(_ places: Set<String>, besides extras: Set<String>) {
        if !extras.isEmpty, extras == places {
            ofExtrasAlone += 1
            return
        }
        let modules = Set(places.subtracting(extras).map(module))
        for module in modules.isEmpty ? [""] : modules { byModule[module, default: 0] += 1 }
    }

    private func module(of path: String) -> String {
        package.targets.first { $0.compiles(path) }?.name ?? ""
    }
}

extension SchemataBuild.Built {
    fileprivate mutating func add(_ text: Woven) {
        units.merge(text.placed) { $1 }
        for unit in text.units { unitLines[unit.id] = (text.path, unit.lines) }
        probes += text.probes.map { (text.path, $0) }
        for (number, reason) in text.unwoven { unwoven[number] = reason }
    }
}
