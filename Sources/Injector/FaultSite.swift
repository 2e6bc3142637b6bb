package import SourceEdit

/// A place where a fault can act, and the edit that makes it act.
package struct FaultSite: Sendable, Hashable {
    /// Relative to the package root.
    package var file: String
    /// One-based line of the code that is changed, in the unbroken file.
    package var line: Int
    /// Enclosing function, as a backtrace spells it; empty outside of functions.
    package var function: String
    /// One line that says what is changed, such as "drops the guard before `/`".
    package var summary: String
    package var edit: FileEdit
    /// Lines of the broken file among which the failure shows itself: the trapping line, or the whole loop or
    /// function where no single line fails.
    package var symptom: ClosedRange<Int>

    package init(
        file: String, line: Int, function: String, summary: String, edit: FileEdit, symptom: ClosedRange<Int>
    ) {
        self.file = file
        self.line = line
        self.function = function
        self.summary = summary
        self.edit = edit
        self.symptom = symptom
    }
}
