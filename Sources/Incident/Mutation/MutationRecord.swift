/// One run of mutation testing: which small changes of a package do its tests notice?
package struct MutationRecord: Codable, Sendable {
    package struct File: Codable, Sendable {
        package var path: String
        package var source: String

        package init(path: String, source: String) {
            self.path = path
            self.source = source
        }
    }

    package static let schemaVersion = 1

    package var schemaVersion: Int
    /// Name of the package.
    package var package: String
    package var toolVersion: String
    package var seed: UInt64
    /// "2/4", or nil where the run is not sharded.
    package var shard: String?
    /// Nil where all tests count.
    package var scope: TestScope?
    /// Tests that the baseline ran and that passed.
    package var tests: Int
    /// Files with mutants, sorted by path.
    package var files: [File]
    /// Sorted by path, place and operator.
    package var mutants: [Mutant]

    package init(
        package: String, toolVersion: String, seed: UInt64, shard: String?, scope: TestScope = .all,
        tests: Int, files: [File],
        mutants: [Mutant]
    ) {
        self.schemaVersion = Self.schemaVersion
        self.package = package
        self.toolVersion = toolVersion
        self.seed = seed
        self.shard = shard
        self.scope = scope.isAll ? nil : scope
        self.tests = tests
        self.files = files
        self.mutants = mutants
    }

    package func count(_ verdict: MutantVerdict) -> Int {
        mutants.count { $0.verdict == verdict }
    }

    /// Detected mutants as a percentage of the detected and undetected ones; nil where there are neither.
    package var score: Double? {
        let detected = mutants.count { $0.verdict.isDetected }
        let undetected = mutants.count { $0.verdict.isUndetected }
        guard detected + undetected > 0 else { return nil }
        return 100 * Double(detected) / Double(detected + undetected)
    }

    private enum CodingKeys: String, CodingKey {
        case schemaVersion = "schema_version"
        case package
        case toolVersion = "tool_version"
        case seed, shard, tests, files, mutants
    }
}
