/// One small change of a program that the type checker may or may not take.
package struct Mutation: Sendable, Hashable {
    /// ``MutationOperator/id`` of the operator that proposes it.
    package var operatorID: String
    /// Relative to the package root.
    package var path: String
    /// Non-overlapping, in source order, with offsets into the file; all inside of one function's body.
    package var edits: [TextEdit]
    /// One-based place of the first character that changes.
    package var line: Int
    package var column: Int
    /// `Ratio.percentage(of:in:)`; empty outside of functions.
    package var function: String
    /// The text that changes and what it becomes, trimmed; empty for insertions and deletions.
    package var original: String
    package var replacement: String
    /// What it does in one phrase, such as "`<` becomes `<=`".
    package var summary: String
    /// It takes something away that the program did: such a patch ranks last.
    package var removes: Bool
    /// How often a change of this kind is the repair, from 0 to 1: the operator's prior times that of the variant.
    package var prior: Double
    /// How many places the same change is made at.
    package var places = 1

    package init(
        operatorID: String, path: String, edits: [TextEdit], line: Int, column: Int, function: String,
        original: String, replacement: String, summary: String, removes: Bool = false, prior: Double
    ) {
        self.operatorID = operatorID
        self.path = path
        self.edits = edits
        self.line = line
        self.column = column
        self.function = function
        self.original = original
        self.replacement = replacement
        self.summary = summary
        self.removes = removes
        self.prior = prior
    }
}
