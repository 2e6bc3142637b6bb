package import Incident

/// A whole run of the scoreboard: the cases, every trial, and what they come to.
///
/// `docs/schemas/bench-v1.schema.json` is its schema. Measures are written for readers and worked out anew when read.
package struct BenchRun: Codable, Sendable {
    package static let schemaVersion = 1
    /// Name of the record in the folder of a run.
    package static let fileName = "bench.json"

    package var toolVersion: String
    /// `healing-lab`, or the command that was measured.
    package var healer: String
    /// Name of the package whose code was broken, or of the configuration whose services were.
    package var package: String
    /// The engine of the services; nil where none was broken.
    @Nullable package var engine: String?
    package var seed: UInt64
    package var repetitions: Int
    /// Of each trial of the healer; after this it is ended and the trial is `timed_out`.
    package var budgetSeconds: Double
    /// In the order they ran.
    package var cases: [BenchCase]
    /// By case, in the order of ``cases``, then by repetition.
    package private(set) var trials: [Trial]

    /// Keeps the trials of these cases and repetitions, sorted.
    package init(
        toolVersion: String, healer: String, package: String, engine: String?, seed: UInt64, repetitions: Int,
        budgetSeconds: Double, cases: [BenchCase], trials: [Trial]
    ) {
        self.toolVersion = toolVersion
        self.healer = healer
        self.package = package
        self.engine = engine
        self.seed = seed
        self.repetitions = repetitions
        self.budgetSeconds = budgetSeconds
        self.cases = cases
        self.trials = cases.flatMap { item in
            trials.filter { $0.caseID == item.id && $0.domain == item.domain }
                .filter { $0.repetition <= repetitions }
                .sorted { $0.repetition < $1.repetition }
        }
    }

    package func trials(of item: BenchCase) -> [Trial] {
        trials.filter { $0.caseID == item.id && $0.domain == item.domain }
    }

    /// Of one case, one domain, or all.
    package func measures(of item: BenchCase) -> Measures {
        Measures(trials(of: item)) { _ in item.expected }
    }

    package func measures(of domain: Domain? = nil) -> Measures {
        let expected = Dictionary(
            cases.map { ([$0.domain.rawValue, $0.id], $0.expected) }, uniquingKeysWith: { first, _ in first })
        return Measures(trials.filter { domain == nil || $0.domain == domain }) {
            expected[[$0.domain.rawValue, $0.caseID]] ?? .healed
        }
    }

    /// Domains that have cases, in the order of the vocabulary.
    package var domains: [Domain] {
        Domain.allCases.filter { domain in cases.contains { $0.domain == domain } }
    }

    /// Trials that are still to be run.
    package var missing: Int { cases.count * repetitions - trials.count }

    enum CodingKeys: String, CodingKey {
        case healer, package, engine, seed, repetitions, cases, trials, measures
        case schemaVersion = "schema_version"
        case toolVersion = "tool_version"
        case budgetSeconds = "budget_seconds"
    }

    private struct Scored: Codable {
        var item: BenchCase
        var measures: Measures

        enum CodingKeys: String, CodingKey { case measures }

        init(_ item: BenchCase, _ measures: Measures) {
            self.item = item
            self.measures = measures
        }

        init(from decoder: any Decoder) throws {
            item = try BenchCase(from: decoder)
            measures = try decoder.container(keyedBy: CodingKeys.self).decode(
                Measures.self, forKey: .measures)
        }

        func encode(to encoder: any Encoder) throws {
            try item.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(measures, forKey: .measures)
        }
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let version = try container.decode(Int.self, forKey: .schemaVersion)
        guard version == Self.schemaVersion else {
            throw DecodingError.dataCorruptedError(
                forKey: .schemaVersion, in: container,
                debugDescription: "schema version \(version) is not \(Self.schemaVersion)")
        }
        self.init(
            toolVersion: try container.decode(String.self, forKey: .toolVersion),
            healer: try container.decode(String.self, forKey: .healer),
            package: try container.decode(String.self, forKey: .package),
            engine: try container.decodeIfPresent(String.self, forKey: .engine),
            seed: try container.decode(UInt64.self, forKey: .seed),
            repetitions: try container.decode(Int.self, forKey: .repetitions),
            budgetSeconds: try container.decode(Double.self, forKey: .budgetSeconds),
            cases: try container.decode([Scored].self, forKey: .cases).map(\.item),
            trials: try container.decode([Trial].self, forKey: .trials))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.schemaVersion, forKey: .schemaVersion)
        try container.encode(toolVersion, forKey: .toolVersion)
        try container.encode(healer, forKey: .healer)
        try container.encode(package, forKey: .package)
        try container.encode(engine, forKey: .engine)
        try container.encode(seed, forKey: .seed)
        try container.encode(repetitions, forKey: .repetitions)
        try container.encode(budgetSeconds, forKey: .budgetSeconds)
        try container.encode(cases.map { Scored($0, measures(of: $0)) }, forKey: .cases)
        try container.encode(trials, forKey: .trials)
        var all = ["all": measures()]
        for domain in domains { all[domain.rawValue] = measures(of: domain) }
        try container.encode(all, forKey: .measures)
    }
}
