import Fixers
import Incident
import SourceEdit
import Trials
import Workspace

/// Tests made of the patient's own, with inputs next to theirs: on those, patches that pass the same tests differ.
struct InputVariants {
    struct Group {
        var framework: TestEvent.Framework
        /// As the runner lists them.
        var tests: [String]
        var isOfFailing: Bool

        var suite: Substring { tests.first?.split(separator: "/").first?.split(separator: ".").last ?? "" }
    }

    /// To be added to the woven copy, by path.
    private(set) var files: [String: String] = [:]
    private(set) var groups: [Group] = []

    private static let suitePrefix = "HealingRegression"
    private static let firstSuite = suitePrefix + "SEARCH00"
    private static let mostGroups = 8
    private static let mostTests = 12

    init() {}

    init(
        patient: PatientSource, diagnosis: Diagnosis, failing: [String], passing: [String],
        module: @escaping @Sendable (String) -> String?
    ) {
        let sources = failing.prefix(4).map { ($0, true) } + passing.prefix(6).map { ($0, false) }
        for (index, (test, isOfFailing)) in sources.enumerated() where groups.count < Self.mostGroups {
            let author = RegressionAuthor(
                patient: patient, incident: "SEARCH0\(index)", module: module)
            // Where the failing assertion stands means nothing for another test.
            var about = diagnosis
            if index > 0 { about.testLocation = nil }
            guard let draft = author.draft(for: about, failing: [test]) else { continue }
            let tests = draft.tests.filter { $0.input != .failing }.prefix(Self.mostTests)
            guard !tests.isEmpty else { continue }
            let folder = draft.path.lastIndex(of: "/").map { draft.path[...$0] } ?? ""
            files["\(folder)HealingLabVariants\(index).swift"] = draft.file(with: Array(tests))
            groups.append(
                Group(framework: draft.framework, tests: tests.map(\.id), isOfFailing: isOfFailing))
        }
    }

    /// Without the files that do not compile.
    mutating func drop(_ paths: Set<String>) {
        for path in paths where files.removeValue(forKey: path) != nil {
            guard let digits = path.split(separator: "/").last?.filter(\.isNumber) else { continue }
            groups.removeAll { $0.tests.contains { $0.contains("SEARCH0\(digits)") } }
        }
    }

    static func isVariant(_ test: String) -> Bool { test.contains(suitePrefix + "SEARCH0") }

    // MARK: - Running

    struct Answers {
        var inputs: [PatchRanking.Input] = []
        /// The names of the first failing test's variants that fail on the original and pass with a patch, by the patch's
        /// numbers. A regression test is drafted the same way.
        var turned: [[Int32]: Set<String>] = [:]
    }

    /// What each patch, and the original, does on each input. A patch alone is not compared.
    func answers(
        _ patches: [SearchCandidate], units: [Int32: Int32], pool: ForkPool, bench: TestBench,
        isolation: isolated (any Actor)? = #isolation
    ) async throws -> Answers {
        let groups = patches.count > 1 ? groups : groups.filter { $0.suite == Self.firstSuite }
        var jobs: [ForkJob] = []
        for group in groups {
            let listing = bench.listings[group.framework] ?? []
            let tests = listing.filter(Set(group.tests).contains)
            for numbers in [[]] + patches.map(\.numbers) {
                jobs.append(
                    ForkJob(
                        active: numbers.map { .init(unit: units[$0] ?? 0, number: $0) },
                        framework: group.framework, tests: tests, listing: listing,
                        wall: .milliseconds(1_500)))
            }
        }
        let results = try await pool.run(jobs)
        var answers = Answers()
        if groups.contains(where: { $0.suite == Self.firstSuite }) {
            for patch in patches { answers.turned[patch.numbers] = [] }
        }
        let stride = patches.count + 1
        for (index, group) in groups.enumerated() {
            let behaviours = results[(index * stride)..<((index + 1) * stride)].map(Self.behaviours)
            for test in group.tests {
                let input = PatchRanking.Input(
                    isOfFailing: group.isOfFailing, original: behaviours[0][test] ?? .unknown,
                    patches: behaviours.dropFirst().map { $0[test] ?? .unknown })
                answers.inputs.append(input)
                guard group.suite == Self.firstSuite, input.original != .unknown, !input.original.isPass
                else { continue }
                for (patch, behaviour) in zip(patches, input.patches) where behaviour.isPass {
                    answers.turned[patch.numbers, default: []].insert(RegressionDraft.Test.name(in: test))
                }
            }
        }
        return answers
    }

    private static func behaviours(_ result: ForkResult) -> [String: PatchRanking.Behaviour] {
        let events = result.evidence(root: "/")?.events ?? []
        var messages: [String: [String]] = [:]
        for event in events where event.kind == .issue {
            messages[event.test, default: []].append(event.message ?? "")
        }
        var found: [String: PatchRanking.Behaviour] = [:]
        for outcome in result.outcomes {
            switch outcome.result {
            case .passed, .skipped: found[outcome.test] = .answered("")
            case .failed:
                found[outcome.test] = .answered((messages[outcome.test] ?? []).joined(separator: "\n"))
            case .crashed, .timedOut: found[outcome.test] = .died
            case .notRun: found[outcome.test] = .unknown
            }
        }
        return found
    }
}
