package import Incident

/// Everything a fork server is started from.
package struct ForkSetup: Sendable {
    /// A test bundle that is linked with the library `ForkServer`.
    package var bundle: String
    /// Where children start; with full isolation each may do there as it likes.
    package var tree: String
    /// Further directories that a child may change for itself, such as the one the bundle was built in.
    package var directories: [String]
    /// Where each server makes a directory of its own.
    package var scratch: String
    /// Added to the cleaned environment of the lab; see ``CleanEnvironment``.
    package var environment: [String: String]
    package var limits: ForkLimits
    /// Places are numbered below this; hits of others are lost.
    package var units: Int32
    /// Whether to try for full isolation, or to keep to what every machine has.
    package var mayUseNamespaces: Bool
    /// Which of the bundle's tests count.
    package var scope: TestScope
    /// Names whose processes these are; see ``Command/owner``.
    package var owner: String

    package init(
        bundle: String, tree: String, directories: [String] = [], scratch: String,
        environment: [String: String] = [:], limits: ForkLimits = ForkLimits(), units: Int32 = 0,
        mayUseNamespaces: Bool = true, scope: TestScope = .all, owner: String = "lab"
    ) {
        self.scope = scope
        self.bundle = bundle
        self.tree = tree
        self.directories = directories
        self.scratch = scratch
        self.environment = environment
        self.limits = limits
        self.units = units
        self.mayUseNamespaces = mayUseNamespaces
        self.owner = owner
    }
}
