/// Edits to one file of a patient.
package struct FileEdit: Sendable, Hashable {
    /// Relative to the package root.
    package var path: String
    package var edits: [TextEdit]

    package init(path: String, edits: [TextEdit]) {
        self.path = path
        self.edits = edits
    }
}
