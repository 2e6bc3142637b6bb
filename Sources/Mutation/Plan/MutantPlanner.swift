import Incident
import SourceEdit

/// Proposes the mutants of a package and sorts out those that a run is not about.
struct MutantPlanner {
    let sources: PackageSources
    let filter: MutantFilter

    /// Throws `LabError` with code `usage` for a file, function or operator that does not exist, and `noSite` when
    /// nothing is left to judge.
    func plan() throws -> MutantPlan {
        try checkOperators()
        try checkFiles()
        var found: [PlannedMutant] = []
        var functions: Set<String> = []
        for (_, paths) in sources.modules {
            let wanted = paths.filter(filter.includes(file:))
            if wanted.isEmpty { continue }
            let ingredients = Ingredients(module: paths.compactMap { sources.files[$0] })
            for path in wanted {
                try Task.checkCancellation()
                guard let file = sources.files[path] else { continue }
                found += mutants(of: file, ingredients, &functions)
            }
        }
        if !functions.isEmpty {
            for name in filter.functions
            where !functions.contains(where: { MutantFilter.matches(name, $0) }) {
                let bare = Set(
                    functions.map { String($0.prefix { $0 != "(" }.split(separator: ".").last ?? "") })
                let nearest = MutantFilter.nearest(name, among: functions.union(bare).sorted())
                throw LabError(
                    .usage, "--function \(name): no function with mutants has this name.",
                    hint: nearest.map { "Did you mean '\($0)'?" })
            }
        }
        found = sampled(found)
        guard !found.isEmpty else {
            throw LabError(
                .noSite, "No mutant is left to judge.",
                hint:
                    "Widen --file, --function, --operators, --in-diff, --since or --shard; `--list` shows them."
            )
        }
        return MutantPlan(mutants: found, sources: sources.files)
    }

    private func mutants(
        of file: SourceFile, _ ingredients: Ingredients, _ functions: inout Set<String>
    ) -> [PlannedMutant] {
        // Marks are judged here, so that what they leave out is known and told.
        let mutations = OperatorCatalogue.mutations(
            in: SkipMarks.unmarked(file), module: ingredients, operators: filter.operators, purpose: .testing)
        if mutations.isEmpty { return [] }
        let marks = SkipMarks(file)
        let lines = LineDiff(file)
        let exclusion = filter.excluded.first { $0.matches(file.path) }
        var seen: [String: Int] = [:]
        var found: [PlannedMutant] = []
        for mutation in mutations {
            functions.insert(mutation.function)
            guard var mutant = mutant(mutation, lines, &seen), filter.includes(function: mutation.function),
                filter.includes(mutant)
            else { continue }
            if let exclusion {
                mutant.verdict = .skipped
                mutant.reason = "--exclude \(exclusion.pattern)"
            } else if let reason = marks.reason(line: mutant.start.line) {
                mutant.verdict = .skipped
                mutant.reason = reason
            }
            found.append(PlannedMutant(mutation: mutation, mutant: mutant))
        }
        return found.sorted {
            ($0.mutant.start.line, $0.mutant.start.column, $0.mutant.operatorID, $0.mutant.id)
                < ($1.mutant.start.line, $1.mutant.start.column, $1.mutant.operatorID, $1.mutant.id)
        }
    }

    private func mutant(_ mutation: Mutation, _ lines: LineDiff, _ seen: inout [String: Int]) -> Mutant? {
        let edits = mutation.edits.sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
        guard let low = edits.first?.range.lowerBound, let high = edits.map(\.range.upperBound).max(),
            let after = lines.changed(low..<high, edits)
        else { return nil }
        let original = lines.text(low..<high)
        let replacement = String(decoding: after, as: UTF8.self)
        let key = [mutation.path, mutation.operatorID, mutation.function, original, replacement]
            .joined(separator: "\0")
        // The same change may be possible several times in a function.
        let count = seen[key, default: 0]
        seen[key] = count + 1
        let start = lines.position(of: low)
        let end = lines.position(of: high)
        return Mutant(
            id: String(Digest.sha256("\(key)\0\(count)").prefix(16)), path: mutation.path,
            operatorID: mutation.operatorID, function: mutation.function,
            start: .init(line: start.line, column: start.column),
            end: .init(line: end.line, column: end.column), original: original, replacement: replacement,
            summary: mutation.summary, diff: lines.diff(edits))
    }

    /// Those whose digests with the seed come first.
    private func sampled(_ mutants: [PlannedMutant]) -> [PlannedMutant] {
        guard let sample = filter.sample, sample < mutants.count else { return mutants }
        let chosen = Set(
            mutants.map { MutantOrder.key($0.mutant.id, seed: filter.seed) }.sorted().prefix(sample))
        return mutants.filter { chosen.contains(MutantOrder.key($0.mutant.id, seed: filter.seed)) }
    }

    private func checkOperators() throws {
        let known = OperatorCatalogue.all.map(\.id)
        for name in (filter.operators ?? []).sorted() where !known.contains(name) {
            throw LabError(
                .usage, "--operators \(name): there is no such operator.",
                hint: MutantFilter.nearest(name, among: known).map { "Did you mean '\($0)'?" }
                    ?? "Known are: \(known.sorted().joined(separator: ", ")).")
        }
    }

    private func checkFiles() throws {
        let paths = sources.files.keys.sorted()
        for (flag, globs) in [("--file", filter.files), ("--exclude", filter.excluded)] {
            for glob in globs where !paths.contains(where: glob.matches) {
                let nearest = MutantFilter.nearest(glob.pattern, among: paths)
                throw LabError(
                    .usage, "\(flag) \(glob.pattern): no source file of the package matches.",
                    hint: nearest.map { "Did you mean '\($0)'?" })
            }
        }
    }
}
