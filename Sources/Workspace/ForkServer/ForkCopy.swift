import Foundation

/// Directories for the children of a server without file systems of its own; kept as they should be by copying.
struct ForkCopy {
    let source: String
    let directory: String

    init(source: String, directory: String) {
        self.source = source
        self.directory = directory
    }

    var tree: String { directory + "/tree" }

    var environment: [String: String] {
        ["HOME": directory + "/home", "TMPDIR": directory + "/tmp"]
    }

    /// Makes the copy equal to its source and the other directories empty.
    func restore() throws {
        for name in ["home", "tmp"] {
            try Files.remove(directory + "/" + name)
            try Files.makeDirectory(directory + "/" + name)
        }
        try Files.makeDirectory(tree)
        chmod(tree, 0o755)
        try Files.mirror(source, to: tree, leavingOut: [".git", ".build"])
    }
}
