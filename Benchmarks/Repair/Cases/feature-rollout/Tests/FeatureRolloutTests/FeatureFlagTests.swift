import Testing

@testable import FeatureRollout

@Suite struct FeatureFlagTests {
    @Test func everybody_has_a_fully_rolled_out_feature() {
        let flag = FeatureFlag(name: "search", percentage: 100)
        #expect(flag.isOn(for: "ann"))
        #expect(flag.isOn(for: "bob"))
    }

    @Test func allowed_users_have_it_early() {
        let flag = FeatureFlag(name: "search", percentage: 0, allowed: ["ann"])
        #expect(flag.isOn(for: "ann"))
        #expect(!flag.isOn(for: "bob"))
    }

    @Test func an_archived_feature_is_off() {
        let flag = FeatureFlag(name: "search", percentage: 100, allowed: ["ann"], isArchived: true)
        #expect(!flag.isOn(for: "ann"))
    }

    @Test func buckets_are_stable_percentages() {
        let flag = FeatureFlag(name: "search", percentage: 50)
        #expect((0..<100).contains(flag.bucket(of: "ann")))
        #expect(flag.bucket(of: "ann") == flag.bucket(of: "ann"))
    }
}
