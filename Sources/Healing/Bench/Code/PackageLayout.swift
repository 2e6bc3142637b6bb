import Workspace

/// Which files of a package are whose, by its manifest as it was before any healer had it.
struct PackageLayout: Sendable {
    private let targets: [String]
    private let tests: [String]

    init(_ description: PackageDescription) {
        func folders(_ targets: [PackageDescription.Target]) -> [String] {
            targets.compactMap(\.path).map { $0.hasSuffix("/") ? $0 : $0 + "/" }
        }
        targets = folders(description.targets)
        tests = folders(description.targets.filter { $0.kind == "test" })
    }

    /// Tests, and manifests, which decide what is built and tested.
    func isProtected(_ path: String) -> Bool {
        Self.isManifest(path) || path.hasPrefix("Tests/") || tests.contains { path.hasPrefix($0) }
    }

    func isBuilt(_ path: String) -> Bool {
        Self.isManifest(path) || targets.contains { $0 == "./" || path.hasPrefix($0) }
    }

    static func isManifest(_ path: String) -> Bool {
        path.hasPrefix("Package") && path.hasSuffix(".swift") && !path.contains("/")
    }
}
