import CGit2
import Foundation
import Incident

extension UserGit {
    struct Signatures {
        var author: UnsafeMutablePointer<git_signature>?
        var committer: UnsafeMutablePointer<git_signature>?
    }

    /// Joins the files that the git command reads to the repository's own: system, XDG, global.
    func readConfiguration() throws {
        var own: OpaquePointer?
        try Git.check(git_repository_config(&own, pointer), "read the configuration")
        defer { git_config_free(own) }
        for (path, level) in Self.files(ProcessInfo.processInfo.environment)
        where Files.kind(of: path) != nil && Files.kind(of: path) != .directory {
            try Git.check(git_config_add_file_ondisk(own, path, level, pointer, 1), "read \(path)")
        }
    }

    /// Who is named as author and committer, as the git command decides it.
    ///
    /// - Throws: `LabError` with `badInput` when nobody is configured.
    func signature<Result>(_ body: (Signatures) throws -> Result) throws -> Result {
        var signatures = Signatures()
        defer {
            git_signature_free(signatures.author)
            git_signature_free(signatures.committer)
        }
        try sign(&signatures.author, "AUTHOR")
        try sign(&signatures.committer, "COMMITTER")
        return try body(signatures)
    }

    private func sign(_ signature: inout UnsafeMutablePointer<git_signature>?, _ role: String) throws {
        let environment = ProcessInfo.processInfo.environment
        let name = environment["GIT_\(role)_NAME"] ?? setting("user.name")
        let email = environment["GIT_\(role)_EMAIL"] ?? setting("user.email")
        guard let name, let email, git_signature_now(&signature, name, email) == 0 else {
            throw LabError(
                .badInput, "--open-branch: git does not know who commits.",
                hint:
                    "Set it with: git config --global user.name NAME; git config --global user.email ADDRESS")
        }
    }

    private func setting(_ key: String) -> String? {
        var configuration: OpaquePointer?
        guard git_repository_config(&configuration, pointer) == 0 else { return nil }
        defer { git_config_free(configuration) }
        var value = git_buf()
        defer { git_buf_dispose(&value) }
        guard git_config_get_string_buf(&value, configuration, key) == 0, value.size > 0 else { return nil }
        return String(cString: value.ptr)
    }

    private static func files(_ environment: [String: String]) -> [(String, git_config_level_t)] {
        var files: [(String, git_config_level_t)] = []
        func isSet(_ name: String) -> Bool {
            !["", "0", "false", "no", "off"].contains(environment[name, default: ""].lowercased())
        }
        if !isSet("GIT_CONFIG_NOSYSTEM") {
            files.append((environment["GIT_CONFIG_SYSTEM"] ?? "/etc/gitconfig", GIT_CONFIG_LEVEL_SYSTEM))
        }
        if let global = environment["GIT_CONFIG_GLOBAL"] {
            files.append((global, GIT_CONFIG_LEVEL_GLOBAL))
        } else {
            let home = environment["HOME"] ?? NSHomeDirectory()
            let shared = environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home + "/.config"
            files.append((shared + "/git/config", GIT_CONFIG_LEVEL_XDG))
            files.append((home + "/.gitconfig", GIT_CONFIG_LEVEL_GLOBAL))
        }
        return files
    }
}
