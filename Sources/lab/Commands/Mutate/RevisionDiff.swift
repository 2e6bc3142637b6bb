import Incident
import Mutation
import Workspace

/// What git says has changed in a package.
struct RevisionDiff {
    let package: String

    /// Lines that differ between a revision and the files as they are; files that git does not know count as a whole.
    ///
    /// - Throws: `LabError`: `badInput` when there is no repository or no such revision, `unavailable` without git.
    func changes(since revision: String) async throws -> ChangedLines {
        guard !revision.hasPrefix("-") else {
            throw LabError(.badInput, "--since \(revision): this is no revision.")
        }
        let diff = try await git(
            [
                "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--unified=0",
                "--relative",
                "--src-prefix=a/", "--dst-prefix=b/", revision, "--", ".",
            ], revision)
        var changes = try ChangedLines(diff: diff)
        for path in try await git(["ls-files", "--others", "--exclude-standard"], revision).split(
            separator: "\n")
        {
            changes.addAll(of: String(path))
        }
        return changes
    }

    private func git(_ arguments: [String], _ revision: String) async throws -> String {
        let limits = ProcessLimits(consoleBytes: 64 << 20)
        let result = try await SubprocessRunner().run(
            Command(
                "git", ["-c", "core.quotepath=false"] + arguments, workingDirectory: package, limits: limits))
        guard result.termination.isSuccess else {
            let lines = result.console.split(separator: "\n").prefix(3).joined(separator: "\n")
            throw LabError(.badInput, "--since \(revision): git cannot compare with it.", hint: lines)
        }
        return result.console
    }
}
