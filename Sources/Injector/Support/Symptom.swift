import SwiftSyntax

/// Where a failure will show itself, said in terms of the unbroken file.
enum Symptom {
    /// Code that the edit keeps.
    case kept([Syntax])
    /// New code: in the replacement that starts at `offset`, after `skipping` lines, for `lines` lines.
    case new(offset: Int, skipping: Int = 0, lines: Int = 1)
}
