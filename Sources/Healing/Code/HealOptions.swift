package import Workspace

/// How a heal is run.
package struct HealOptions: Sendable {
    /// Of the whole run; after this the verdict is `timed_out`.
    package var timeLimit: Duration?
    package var testLimits: TestLimits
    /// After this many candidates of all fixers the failure stands.
    package var candidateLimit: Int
    /// Failures mended one after the other; after this many the rest stands.
    package var roundLimit: Int
    /// Before every path in patches: the place of the package in its repository.
    package var pathPrefix: String

    package init(
        timeLimit: Duration? = nil, testLimits: TestLimits = TestLimits(addressSpaceBytes: 4 << 30),
        candidateLimit: Int = 400, roundLimit: Int = 6, pathPrefix: String = ""
    ) {
        self.timeLimit = timeLimit
        self.testLimits = testLimits
        self.candidateLimit = candidateLimit
        self.roundLimit = roundLimit
        self.pathPrefix = pathPrefix
    }
}
