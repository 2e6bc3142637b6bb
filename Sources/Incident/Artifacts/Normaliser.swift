import Foundation

/// Takes out of a text what differs from machine to machine and run to run.
///
/// Paths become relative to the package or to a placeholder; addresses, process ids, durations, dates, versions of
/// the toolchain and platform names become placeholders. Two runs over the same commit then read the same.
package struct Normaliser: Sendable {
    private let paths: [(path: String, placeholder: String)]

    /// - Parameters:
    ///   - root: the package root; paths below it become relative.
    ///   - build: the folder of the build products.
    package init(root: String, build: String) {
        var paths: [(String, String)] = []
        for (path, placeholder) in [(build, "<build>"), (root, "")] where !path.isEmpty {
            for spelling in Set([
                path, (path as NSString).resolvingSymlinksInPath, (path as NSString).standardizingPath,
            ]) {
                paths.append((spelling, placeholder))
            }
        }
        self.paths = paths.sorted { $0.0.count > $1.0.count }
    }

    package func normalise(_ text: String) -> String {
        var text = Self.withoutLongLines(Self.withoutTerminalCodes(text))
        for (path, placeholder) in paths {
            if placeholder.isEmpty {
                text = text.replacing(path + "/", with: "").replacing(path, with: "<package>")
            } else {
                text = text.replacing(path, with: placeholder)
            }
        }
        for (pattern, replacement) in Self.patterns {
            text = text.replacingOccurrences(of: pattern, with: replacement, options: .regularExpression)
        }
        return text
    }

    private static let patterns: [(String, String)] = [
        ("0x[0-9a-fA-F]{4,}", "0x…"),
        ("\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z?", "<time>"),
        ("\\d+(\\.\\d+)?(e-\\d+)? seconds", "<n> seconds"),
        (" in <n> seconds", " in <n> seconds"),
        ("in \\d+\\.\\d+(e-\\d+)? \\(\\d+\\.\\d+(e-\\d+)?\\) seconds", "in <n> seconds"),
        ("in \\d+\\.\\d+(e-\\d+)? \\(<n> seconds\\)", "in <n> seconds"),
        ("\\(\\d+\\.\\d+(e-\\d+)?\\) seconds", "<n> seconds"),
        ("\\d+\\.\\d+(e-\\d+)? \\(\\d+\\.\\d+(e-\\d+)?\\) seconds", "<n> seconds"),
        ("Testing Library Version: .*", "Testing Library Version: <version>"),
        ("Target Platform: .*", "Target Platform: <platform>"),
        ("[a-z0-9_]+-unknown-linux-gnu", "<platform>"),
        ("/tmp/swift-generated-sources/[^\\s:]+", "<generated>"),
        ("swift-[0-9A-Za-z.]+-RELEASE", "swift-<version>"),
        ("\\(pid \\d+\\)", "(pid <n>)"),
        ("crashed at Thread \\d+", "crashed at Thread <n>"),
        // On a busy machine only.
        ("(?m)^swift-runtime: failed to suspend thread .*\\n?", ""),
    ]

    /// After this many bytes a line is cut: a test may print a line of any length, and patterns search each line.
    private static let lineLimitBytes = 4096

    private static func withoutLongLines(_ text: String) -> String {
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.contains(where: { $0.count > lineLimitBytes }) else { return text }
        return lines.map { line in
            guard line.count > lineLimitBytes else { return String(decoding: line, as: UTF8.self) }
            let left = line.count - lineLimitBytes
            return String(decoding: line.prefix(lineLimitBytes), as: UTF8.self)
                + " [… \(left) bytes left out …]"
        }.joined(separator: "\n")
    }

    /// Without colours and other escape sequences.
    package static func withoutTerminalCodes(_ text: String) -> String {
        guard text.contains("\u{1B}") else { return text }
        return text.replacingOccurrences(
            of: "\u{1B}\\[[0-9;?]*[ -/]*[@-~]", with: "", options: .regularExpression)
    }
}
