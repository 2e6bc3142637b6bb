import Foundation

/// A file whose presence makes the service report itself unhealthy.
///
/// A file rather than a variable, so that the state outlives a restart and can be set from outside.
public struct HealthMarker: Sendable {
    public let path: String

    public init(path: String) {
        self.path = path
    }

    /// Whether the file is absent.
    public var isHealthy: Bool {
        !FileManager.default.fileExists(atPath: path)
    }

    /// Creates the file; does nothing more when it is there already.
    public func markUnhealthy() throws {
        try Data().write(to: URL(fileURLWithPath: path))
    }

    /// Removes the file; its absence is not an error.
    public func markHealthy() throws {
        guard !isHealthy else { return }
        try FileManager.default.removeItem(atPath: path)
    }
}
