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

    /// Path of `libForkServer.so`; nil heals by fixers alone.
    package var searchLibrary: String?
    /// Of a search; after this the best patch found so far is taken.
    package var searchLimit: Duration

    package init(
        timeLimit: Duration? = nil, testLimits: TestLimits = TestLimits(addressSpaceBytes: 4 << 30),
        candidateLimit: Int = 400, roundLimit: Int = 6, pathPrefix: String = "",
        searchLibrary: String? = nil, searchLimit: Duration = .seconds(240)
    ) {
        self.timeLimit = timeLimit
        self.testLimits = testLimits
        self.candidateLimit = candidateLimit
        self.roundLimit = roundLimit
        self.pathPrefix = pathPrefix
        self.searchLibrary = searchLibrary
        self.searchLimit = searchLimit
    }
}
