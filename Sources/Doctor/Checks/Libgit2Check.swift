/// The libgit2 that the lab runs with, against the one it would be built with.
///
/// A machine that lacks it altogether cannot start `lab` at all; `scripts/doctor` tells that.
enum Libgit2Check {
    static func check(_ facts: MachineFacts) -> Check {
        let advice = facts.installer.advice(["libgit2-dev"])
        guard let known = facts.libraries["libgit2"] else {
            return .warning(
                .libgit2, "libgit2 \(facts.libgit2) is in use; pkg-config does not find it",
                meaning: "this lab runs, but the lab cannot be built here",
                advice: facts.pkgConfig == .missing
                    ? facts.installer.advice(["pkg-config", "libgit2-dev"]) : advice)
        }
        guard series(of: known) == series(of: facts.libgit2) else {
            return .warning(
                .libgit2, "libgit2 \(facts.libgit2) is in use; pkg-config finds \(known)",
                meaning: "a lab that is built here would run with another libgit2 than this one",
                advice: "build the lab again, or remove one of the two")
        }
        return .ok(.libgit2, "libgit2 \(facts.libgit2)")
    }

    /// "1.5" of "1.5.1": within it libraries can stand for one another.
    private static func series(of version: String) -> String {
        version.split(separator: ".").prefix(2).joined(separator: ".")
    }
}
