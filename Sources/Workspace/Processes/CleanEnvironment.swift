import Foundation

/// The environment processes get: the lab's own, without what would change how they run or print.
///
/// A list of what to remove rather than of what to keep: a patient's tests may need variables nobody can guess.
package enum CleanEnvironment {
    /// Whose value decides how a process is started, traced, coloured or which repository git sees.
    private static let removed: Set<String> = [
        "CLICOLOR", "CLICOLOR_FORCE", "COLORTERM", "FORCE_COLOR", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_DIR",
        "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_WORK_TREE", "HEALING_LAB_FORK",
        "HEALING_LAB_HITS", "HEALING_LAB_PICKS", "LD_AUDIT", "LD_PRELOAD",
        "LLVM_PROFILE_FILE", "NSUnbufferedIO", "OLDPWD", "PWD", "SHLVL", "SWIFT_BACKTRACE",
        "SWIFT_DETERMINISTIC_HASHING", "SWIFT_EXEC", "SWIFT_TESTING_ENABLED", "TERM",
    ]
    private static let removedPrefixes = [
        "DYLD_", "LD_DEBUG", "MALLOC_", "SWIFT_DEBUG_", "SWIFT_DRIVER_", "SWT_", "XCTEST", "XCTest",
    ]

    /// The variables of `inherited` that are safe to pass on, plus plain output.
    package static func variables(
        from inherited: [String: String] = ProcessInfo.processInfo.environment
    ) -> [String: String] {
        var kept = inherited.filter { name, _ in
            guard let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
                return false
            }
            return !removed.contains(name) && !removedPrefixes.contains { name.hasPrefix($0) }
        }
        kept["NO_COLOR"] = "1"
        kept["TERM"] = "dumb"
        return kept
    }

    /// The file a name stands for: a path as it is, a bare name looked up in `path`; nil when there is none.
    package static func executable(named name: String, path: String?) -> String? {
        if name.contains("/") { return access(name, X_OK) == 0 ? name : nil }
        for directory in (path ?? "/usr/bin:/bin").split(separator: ":") where directory.hasPrefix("/") {
            let candidate = "\(directory)/\(name)"
            var isDirectory: ObjCBool = false
            if access(candidate, X_OK) == 0,
                FileManager.default.fileExists(atPath: candidate, isDirectory: &isDirectory),
                !isDirectory.boolValue
            {
                return candidate
            }
        }
        return nil
    }
}
