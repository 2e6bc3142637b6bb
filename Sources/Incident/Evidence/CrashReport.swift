/// A crash as the Swift runtime's backtracer reports it.
package struct CrashReport: Codable, Sendable, Hashable {
    package struct Frame: Codable, Sendable, Hashable {
        /// Demangled, without the offset: `Ratio.percentage(of:in:)`.
        package var function: String
        /// Absolute path as compiled; nil for frames without debug information.
        package var file: String?
        /// 0 when the compiler attributed the instruction to no line.
        package var line: Int
        package var column: Int
        /// Base name of the executable or library.
        package var image: String?

        package init(
            function: String, file: String? = nil, line: Int = 0, column: Int = 0, image: String? = nil
        ) {
            self.function = function
            self.file = file
            self.line = line
            self.column = column
            self.image = image
        }
    }

    /// Such as `Illegal instruction`, `Bad pointer dereference`, `Swift runtime failure: arithmetic overflow`.
    package var description: String
    /// The crashed thread, innermost first.
    package var frames: [Frame]

    package init(description: String, frames: [Frame]) {
        self.description = description
        self.frames = frames
    }
}
