/// What a package's manifest says, as far as the lab needs it.
package struct PackageDescription: Sendable, Hashable, Codable {
    package struct Target: Sendable, Hashable, Codable {
        package var name: String
        /// As SwiftPM spells it: `regular`, `executable`, `test`, `macro`, `plugin`, `system`, `binary`.
        package var kind: String
        /// Relative to the package; nil when it is neither declared nor in one of SwiftPM's usual places.
        package var path: String?

        package init(name: String, kind: String, path: String?) {
            self.name = name
            self.kind = kind
            self.path = path
        }
    }

    package var name: String
    /// Such as `6.0.0`.
    package var toolsVersion: String
    package var targets: [Target]
    /// Absolute paths of the packages it takes from the file system.
    package var localDependencies: [String]

    package init(name: String, toolsVersion: String, targets: [Target], localDependencies: [String]) {
        self.name = name
        self.toolsVersion = toolsVersion
        self.targets = targets
        self.localDependencies = localDependencies
    }
}
