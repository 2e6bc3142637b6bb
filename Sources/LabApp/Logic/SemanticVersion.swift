/// Why a version could not be read; the payload is the text at fault.
public enum VersionError: Error, Equatable {
    case wrongLength(String)
    case notANumber(String)
}

/// The part of a version that a release raises.
public enum ReleaseKind: CaseIterable, Sendable {
    case major
    case minor
    case patch
}

/// A version of three numbers, such as `1.4.2`.
public struct SemanticVersion: Comparable, CustomStringConvertible, Sendable {
    public let major: Int
    public let minor: Int
    public let patch: Int

    public init(_ major: Int, _ minor: Int, _ patch: Int) {
        self.major = major
        self.minor = minor
        self.patch = patch
    }

    /// Reads three numbers separated by dots.
    public init(_ text: String) throws {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3 else { throw VersionError.wrongLength(text) }
        self.init(try Self.number(parts[0]), try Self.number(parts[1]), try Self.number(parts[2]))
    }

    public var description: String { "\(major).\(minor).\(patch)" }

    public static func < (lhs: SemanticVersion, rhs: SemanticVersion) -> Bool {
        (lhs.major, lhs.minor, lhs.patch) < (rhs.major, rhs.minor, rhs.patch)
    }

    /// The version after a release of this kind.
    public func next(_ kind: ReleaseKind) -> SemanticVersion {
        switch kind {
        case .major: return SemanticVersion(major + 1, 0, 0)
        case .minor: return SemanticVersion(major, minor + 1, 0)
        case .patch: return SemanticVersion(major, minor, patch + 1)
        }
    }

    /// Whether the version lies between two others, both included.
    public func isSupported(from oldest: SemanticVersion, to newest: SemanticVersion) -> Bool {
        guard oldest <= newest else { return false }
        return (oldest...newest).contains(self)
    }

    /// The newest version among `texts`; what is no version is passed over.
    public static func newest(of texts: [String]) -> SemanticVersion? {
        texts.compactMap { try? SemanticVersion($0) }.max()
    }

    /// Whether `text` is a version newer than this one.
    public func isOutdated(by text: String) -> Bool {
        guard let other = try? SemanticVersion(text) else { return false }
        return self < other
    }

    private static func number(_ text: String) throws -> Int {
        guard let number = Int(text), number >= 0 else { throw VersionError.notANumber(text) }
        return number
    }
}
