import Incident

extension Workspace {
    /// What the manifest of the copy says now.
    ///
    /// Throws `LabError` with code `badInput` when there is no `Package.swift`, or when it does not compile; the message
    /// then holds the compiler's.
    package func describePackage() async throws -> PackageDescription {
        var key: [UInt8] = []
        for name in try Files.names(in: tree) where name.hasPrefix("Package") && name.hasSuffix(".swift") {
            key += Array(name.utf8) + [0] + (try Files.read(tree + "/" + name)) + [0]
        }
        if let known = descriptions[key] { return known }
        let reader = PackageReader(runner: runner, owner: directory, scratchPath: build)
        let description = try await reader.read(packageAt: tree)
        descriptions[key] = description
        return description
    }
}
