/// A bound on what the compiler tries to find the types of one expression, in the targets that changes are woven into.
///
/// A change that does not type-check inside of a chain of calls and closures can take the compiler minutes to turn down.
/// Measured with Swift 6.3.1 on two woven files of a log's report: over 200 seconds without a bound, 15 with one of
/// 50,000 steps, 4 with one of 5,000, and the same errors with both.
enum TypeCheckLimit {
    /// Steps of the compiler's solver, so that the bound is the same on every machine. Its own is a million; what people write
    /// needs hundreds, long literals and operator chains some thousands. Beyond, a change counts as one that does not compile.
    static let scopes = 10_000

    /// Whether a build may have failed for the bound, or for the manifest that sets it.
    static func isToBlame(for console: String) -> Bool {
        console.contains("in reasonable time") || console.contains("Package.swift:")
            || console.contains("Package@swift-") || console.contains("unsafe build flags")
            || console.contains("anifest")
    }
}
