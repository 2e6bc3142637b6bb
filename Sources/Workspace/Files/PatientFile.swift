/// One file of a patient, as it goes into the private copy.
struct PatientFile {
    enum Content: Equatable {
        case regular(isExecutable: Bool)
        /// Relative, and inside the package.
        case link(target: String)
    }

    /// Relative to the package root.
    var path: String
    /// Where its bytes are now.
    var source: String
    var content: Content
    /// False for what the copy needs but its history must not hold: a lock file that the patient ignores.
    var isTracked = true
}
