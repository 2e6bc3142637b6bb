/// What the doctor looks at, in the order it tells it.
package enum CheckID: String, Codable, Sendable, CaseIterable {
    /// The Swift compiler and package manager.
    case toolchain
    /// Whether that toolchain builds and runs tests.
    case tests
    case git
    case libgit2
    /// What building the lab itself needs.
    case packages
    /// A container engine.
    case engine
    /// Room for private copies.
    case disk
    /// The folder for temporary files.
    case temporary
    /// How far the tests of a search are kept from the machine.
    case isolation
}
