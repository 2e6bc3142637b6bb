/// Room for private copies and their builds.
enum DiskCheck {
    /// A package of a few files takes 0.1 GiB with its builds, one that builds swift-syntax 2 GiB; with less than this
    /// the first build may already fail.
    static let neededBytes: Int64 = 1 << 30
    /// Below this there is room for few packages.
    static let ampleBytes: Int64 = 5 << 30
    /// A build makes some thousand files.
    static let neededFiles: Int64 = 20_000

    private static let meaning =
        "private copies and their builds may not fit, so that runs end with exit code 73"

    static func check(_ facts: MachineFacts) -> Check {
        let folder = facts.work
        let advice =
            "free some room, or keep private copies elsewhere with --work-dir or LAB_WORK_DIR"
        if let problem = folder.problem {
            return .failed(
                .disk,
                "\(folder.path) cannot be written to: \(problem)"
                    + (folder.freeBytes.map { "; \(Room.text($0)) free" } ?? ""),
                meaning: "there is no place for private copies, so nothing can be healed",
                advice: problem.contains("No space")
                    ? advice
                    : "let this user write there, or keep private copies elsewhere with --work-dir or LAB_WORK_DIR"
            )
        }
        guard let bytes = folder.freeBytes else {
            return .warning(
                .disk, "\(folder.path): its file system does not tell what is free", meaning: meaning,
                advice: advice)
        }
        let finding = "\(Room.text(bytes)) free in \(folder.path)"
        if let files = folder.freeFiles, files < neededFiles {
            return .failed(
                .disk, "\(finding), but room for only \(files) more files (\(neededFiles) needed)",
                meaning: meaning, advice: advice)
        }
        if bytes < neededBytes {
            return .failed(
                .disk, "only \(finding), \(Room.text(neededBytes)) needed", meaning: meaning, advice: advice)
        }
        if bytes < ampleBytes {
            return .warning(
                .disk, "only \(finding), \(Room.text(ampleBytes)) recommended", meaning: meaning,
                advice: advice)
        }
        return .ok(.disk, finding)
    }
}
