import Foundation

/// Tells a build folder that was damaged, by a kill in the middle of a build, from code that does not compile.
enum BuildDamage {
    /// Messages of SwiftPM, llbuild, compiler and linker about files of their own making.
    private static let phrases = [
        "database disk image is malformed", "disk I/O error", "file is not a database",
        "unable to attach DB", "malformed or corrupted", "malformed compiled module", "malformed AST file",
        "file format not recognized", "file truncated", "file too small", "truncated or malformed",
        "missing required module map", "unable to load build manifest", "unable to read build description",
        "not a valid AR archive",
        "is not a valid module file", "precompiled file magic", "section header table goes past the end",
    ]

    static func isLikely(console: String, tree: String, wasInterrupted: Bool) -> Bool {
        if phrases.contains(where: console.contains) { return true }
        // After a kill, a failure counts as damage unless an error lies in the patient's own code.
        return wasInterrupted && !namesError(in: tree, console: console)
    }

    /// `<tree>/…:12:3: error: …`
    private static func namesError(in tree: String, console: String) -> Bool {
        console.split(separator: "\n").contains { $0.hasPrefix(tree + "/") && $0.contains(": error: ") }
    }
}
