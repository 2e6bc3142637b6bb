/// Why the oracle did not accept what a healer left.
package enum OracleReason: String, Codable, Sendable, CaseIterable {
    case testsChanged = "tests_changed_or_deleted"
    case testsStillFail = "tests_still_fail"
    /// Tests that ran on the healthy package did not run at all.
    case testsMissing = "tests_did_not_run"
    case heldOutTestsFail = "held_out_tests_fail"
    case doesNotBuild = "does_not_build"
    case patchEmpty = "patch_empty"
    case timedOut = "timed_out"
    case outsidePackage = "touched_files_outside_the_package"
    /// A control was patched, or a service that needed nothing was restarted, replaced or stopped.
    case actedOnControl = "acted_where_nothing_was_to_be_done"
    case stillUnwell = "service_still_unwell"
    /// No person was called where nothing else helps.
    case notEscalated = "no_person_was_called"

    /// As people read it.
    package var words: String { rawValue.replacing("_", with: " ") }
}
