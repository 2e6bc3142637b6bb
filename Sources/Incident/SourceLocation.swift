/// A place in the patient's own sources.
package struct SourceLocation: Codable, Sendable, Hashable {
    /// Path relative to the package root, with `/` separators; a base name when the evidence had no more.
    package var file: String
    /// One-based; 0 when the evidence named the file or function but no line.
    package var line: Int
    /// One-based; nil when unknown. Counted in UTF-8 bytes, as the compiler does.
    package var column: Int?
    /// The function as the evidence printed it, such as `Ratio.percentage(of:in:)`; nil when unknown.
    package var function: String?

    package init(file: String, line: Int, column: Int? = nil, function: String? = nil) {
        self.file = file
        self.line = line
        self.column = column
        self.function = function
    }
}
