/// One small change of a program, and whether its tests notice.
package struct Mutant: Codable, Sendable, Hashable {
    /// One-based, as an editor counts; columns count UTF-8 bytes.
    package struct Position: Codable, Sendable, Hashable {
        package var line: Int
        package var column: Int

        package init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }
    }

    /// The first 16 hexadecimal digits of a digest of path, operator, function and edits, the same in every run.
    package var id: String
    /// Relative to the package root.
    package var path: String
    /// Identifier of the operator family.
    package var operatorID: String
    /// `Ratio.percentage(of:in:)`.
    package var function: String
    package var start: Position
    package var end: Position
    /// The text from ``start`` to ``end``, and what the mutant has in its place.
    package var original: String
    package var replacement: String
    /// "`<` becomes `<=`".
    package var summary: String
    /// Unified, with three lines of context.
    package var diff: String
    package var verdict: MutantVerdict
    /// Why it was skipped, does not compile or was not judged; nil where the verdict says it all.
    package var reason: String?
    /// Tests that failed under it.
    package var killedBy: [String]
    /// Tests that reach it.
    package var coveredBy: [String]
    /// Of a survivor: the test that runs most of its function, where an assertion would catch it.
    package var nearestTest: String?
    /// Of all its test runs.
    package var milliseconds: Int
    /// The verdict is that of an earlier run of the same sources and tests.
    package var isCached: Bool

    package init(
        id: String, path: String, operatorID: String, function: String, start: Position, end: Position,
        original: String, replacement: String, summary: String, diff: String,
        verdict: MutantVerdict = .pending, reason: String? = nil, killedBy: [String] = [],
        coveredBy: [String] = [], nearestTest: String? = nil, milliseconds: Int = 0, isCached: Bool = false
    ) {
        self.id = id
        self.path = path
        self.operatorID = operatorID
        self.function = function
        self.start = start
        self.end = end
        self.original = original
        self.replacement = replacement
        self.summary = summary
        self.diff = diff
        self.verdict = verdict
        self.reason = reason
        self.killedBy = killedBy
        self.coveredBy = coveredBy
        self.nearestTest = nearestTest
        self.milliseconds = milliseconds
        self.isCached = isCached
    }

    private enum CodingKeys: String, CodingKey {
        case id, path
        case operatorID = "operator"
        case function, start, end, original, replacement, summary, diff, verdict, reason
        case killedBy = "killed_by"
        case coveredBy = "covered_by"
        case nearestTest = "nearest_test"
        case milliseconds
        case isCached = "cached"
    }
}
