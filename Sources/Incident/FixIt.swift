/// An edit the compiler proposed, read from its console output.
package struct FixIt: Codable, Sendable, Hashable {
    package var file: String
    /// One-based.
    package var line: Int
    /// One-based UTF-8 columns of what is replaced; the end is exclusive and equal to the start for an insertion.
    package var startColumn: Int
    package var endColumn: Int
    package var replacement: String
    /// The diagnostic or note that carries it.
    package var message: String

    package init(
        file: String, line: Int, startColumn: Int, endColumn: Int, replacement: String, message: String
    ) {
        self.file = file
        self.line = line
        self.startColumn = startColumn
        self.endColumn = endColumn
        self.replacement = replacement
        self.message = message
    }
}
