import Incident
import SourceEdit
import Workspace

/// Many mutations in one build: woven, compiled, and woven again without what does not compile.
///
///     weave ─► build ─► errors? ─► whose? ─► drop those mutations, move those switches ─► weave …
struct SchemataBuild {
    /// A build that compiles, and where each mutation is in it.
    struct Built {
        var build: Workspace.WovenBuild
        /// Mutations that are in the bundle, with their units.
        var units: [Int32: Int32]
        var probes: [(path: String, probe: Woven.Probe)]
        /// Places are numbered below this.
        var unitLimit: Int32
        /// Mutations that do not compile.
        var unviable: Set<Int32>
        /// Mutations that no switch could be put around, and why.
        var unwoven: [Int32: Woven.Reason]
        var builds: Int
        /// Added files that do not compile.
        var droppedExtras: Set<String>
    }

    /// After so many builds what still does not compile is left out as a whole.
    private static let mostBuilds = 14

    let workspace: Workspace
    let library: String
    /// Files to weave into, by path.
    let files: [String: SourceFile]
    let progress: (String) -> Void

    /// Throws `LabError` when not even the probes alone can be built.
    func build(
        _ mutations: [Schema.Numbered], probes: Schema.Probes = .none, extras: [String: String] = [:],
        isolation: isolated (any Actor)? = #isolation
    ) async throws -> Built {
        let byPath = Dictionary(grouping: mutations, by: \.mutation.path)
        var schemas: [(path: String, schema: Schema)] = []
        var next: Int32 = 1
        for path in files.keys.sorted() {
            guard let file = files[path] else { continue }
            let own = byPath[path] ?? []
            if own.isEmpty, probes == .none { continue }
            let schema = Schema(file: file, mutations: own, probes: probes, firstUnit: next)
            next = schema.nextUnit
            schemas.append((path, schema))
        }
        var dropped: Set<Int32> = []
        var escalated: Set<Int32> = []
        var droppedExtras: Set<String> = []
        var last = ""
        for round in 1...Self.mostBuilds {
            try Task.checkCancellation()
            let woven = schemas.map {
                ($0.schema, $0.schema.rendered(dropping: dropped, escalating: escalated))
            }
            let alive = woven.reduce(0) { $0 + $1.1.placed.count }
            progress(alive == 0 ? "building with probes" : "building \(alive) candidates at once")
            var texts = Dictionary(uniqueKeysWithValues: woven.map { ($0.1.path, $0.1.text) })
            texts.merge(extras.filter { !droppedExtras.contains($0.key) }) { text, _ in text }
            let outcome = try await workspace.build(woven: texts, linking: library)
            if outcome.run.succeeded {
                return result(woven, outcome, dropped, next, round, droppedExtras)
            }
            last = outcome.run.evidence.console
            let notes = CompilerNotes(last, root: outcome.tree)
            var isStuck = true
            let badExtras = Set(notes.problems.map(\.path).filter { extras[$0] != nil })
            if !badExtras.isSubset(of: droppedExtras) { isStuck = false }
            droppedExtras.formUnion(badExtras)
            for (schema, text) in woven {
                let blame = schema.blame(notes.problems(in: text.path), in: text)
                let isNew = !blame.drop.isSubset(of: dropped) || !blame.escalate.isSubset(of: escalated)
                if isNew { isStuck = false }
                dropped.formUnion(blame.drop)
                escalated.formUnion(blame.escalate)
            }
            if isStuck || round == Self.mostBuilds - 1 {
                // Errors that nobody can be blamed for: the files that have them go without mutations.
                let guilty = Set(notes.problems.map(\.path))
                let lost = mutations.filter { guilty.isEmpty || guilty.contains($0.mutation.path) }
                guard !lost.isEmpty, !Set(lost.map(\.number)).isSubset(of: dropped) else { break }
                dropped.formUnion(lost.map(\.number))
            }
        }
        throw LabError(
            .software, "The package does not build with switches woven into it.",
            hint: last.split(separator: "\n").first { $0.contains(": error: ") }.map(String.init))
    }

    private func result(
        _ woven: [(Schema, Woven)], _ build: Workspace.WovenBuild, _ dropped: Set<Int32>,
        _ next: Int32, _ builds: Int, _ droppedExtras: Set<String>
    ) -> Built {
        var built = Built(
            build: build, units: [:], probes: [], unitLimit: next, unviable: dropped, unwoven: [:],
            builds: builds, droppedExtras: droppedExtras)
        for (_, text) in woven {
            built.units.merge(text.placed) { $1 }
            built.probes += text.probes.map { (text.path, $0) }
            for (number, reason) in text.unwoven { built.unwoven[number] = reason }
        }
        return built
    }
}
