/// How mutants are judged; which ones is for the ``MutantFilter``.
package struct MutationOptions: Sendable {
    /// Children that run at the same time.
    package var jobs: Int
    /// Times what the baseline allows a test under a mutant; after this it is timed out.
    package var timeoutFactor = 1.0
    /// A test that takes longer than this on the original counts as failing.
    package var perTest = Duration.seconds(60)
    /// Take verdicts of earlier runs over the same sources.
    package var usesStore = true
    /// Judge with the tests that pass when others do not.
    package var skipsFailingTests = false
    /// Mutants that no switch can be put around are built one by one, up to so many; the rest stays pending.
    package var rebuildLimit = 30
    /// Goes into the record and into what verdicts are kept for.
    package var toolVersion: String
    package var filter = MutantFilter()

    package init(jobs: Int, toolVersion: String) {
        self.jobs = jobs
        self.toolVersion = toolVersion
    }
}
