import Logic
import Testing

@Suite struct HeldOutNewest {
    @Test func unreadable_versions_are_passed_over() {
        #expect(SemanticVersion.newest(of: ["2.0", "1.1.1", "v3.0.0"]) == SemanticVersion(1, 1, 1))
    }

    @Test func no_version_at_all() {
        #expect(SemanticVersion.newest(of: ["", "nightly"]) == nil)
        #expect(SemanticVersion.newest(of: []) == nil)
    }

    @Test func only_versions() {
        #expect(SemanticVersion.newest(of: ["0.0.9", "0.1.0", "0.0.10"]) == SemanticVersion(0, 1, 0))
    }
}
