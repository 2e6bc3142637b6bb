/// The folder for temporary files, which compilers and tests write to.
enum TemporaryCheck {
    /// A build's largest intermediate files are some tens of MiB.
    static let neededBytes: Int64 = 256 << 20

    static func check(_ facts: MachineFacts) -> Check {
        let folder = facts.temporary
        let meaning =
            "compilers and tests write there, so builds fail for reasons that look like the package's"
        let advice = "free some room, or name another folder in TMPDIR"
        if let problem = folder.problem {
            return .failed(
                .temporary, "\(folder.path) cannot be written to: \(problem)", meaning: meaning,
                advice: advice)
        }
        if let bytes = folder.freeBytes, bytes < neededBytes {
            return .failed(
                .temporary,
                "only \(Room.text(bytes)) free in \(folder.path), \(Room.text(neededBytes)) needed",
                meaning: meaning, advice: advice)
        }
        return .ok(.temporary, "\(folder.path) can be written to")
    }
}
