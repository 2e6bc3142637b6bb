/// A Swift toolchain that is new enough.
enum ToolchainCheck {
    /// Below this the lab does not build, and what it reads of a test run is not written.
    static let oldest = (major: 6, minor: 2)

    private static let advice =
        "install Swift \(oldest.major).\(oldest.minor) or later from https://www.swift.org/install and put its usr/bin into PATH"
    private static let meaning = "packages can be neither built nor tested, so nothing can be healed"

    static func check(_ facts: MachineFacts) -> Check {
        switch facts.swift {
        case .missing:
            return .failed(.toolchain, "there is no swift in PATH", meaning: meaning, advice: advice)
        case .broken(let words):
            return .failed(
                .toolchain, "swift does not answer: \(words)", meaning: meaning, advice: advice)
        case .version(let line):
            guard let version = version(in: line) else {
                return .warning(
                    .toolchain, "swift does not say which version it is: \(line)",
                    meaning: "it is not known whether it can build and test packages", advice: advice)
            }
            guard (version.major, version.minor) >= oldest else {
                return .failed(
                    .toolchain, "Swift \(version.major).\(version.minor) is too old",
                    meaning: meaning, advice: advice)
            }
            return .ok(.toolchain, line)
        }
    }

    /// Of "Swift version 6.3.1 (swift-6.3.1-RELEASE)", and of Apple's longer line.
    static func version(in line: String) -> (major: Int, minor: Int)? {
        guard let match = line.firstMatch(of: #/Swift version (\d+)\.(\d+)/#),
            let major = Int(match.output.1), let minor = Int(match.output.2)
        else { return nil }
        return (major, minor)
    }
}
