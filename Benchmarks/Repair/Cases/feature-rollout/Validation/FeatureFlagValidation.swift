import Testing

@testable import FeatureRollout

@Suite struct FeatureFlagValidation {
    @Test func blocked_users_never_have_it() {
        let flag = FeatureFlag(name: "pay", percentage: 100, blocked: ["eve"])
        #expect(!flag.isOn(for: "eve"))
        #expect(flag.isOn(for: "ann"))
    }

    @Test func blocked_beats_allowed() {
        let flag = FeatureFlag(name: "pay", percentage: 100, allowed: ["eve"], blocked: ["eve"])
        #expect(!flag.isOn(for: "eve"))
    }

    @Test func buckets_decide_for_the_rest() {
        for percentage in [0, 1, 25, 50, 99, 100] {
            let flag = FeatureFlag(name: "beta", percentage: percentage, blocked: ["u3"])
            for index in 0..<60 where index != 3 {
                let user = "u\(index)"
                #expect(flag.isOn(for: user) == (flag.bucket(of: user) < percentage))
            }
            #expect(!flag.isOn(for: "u3"))
        }
    }

    @Test func buckets_differ_between_features() {
        let users = (0..<50).map { "u\($0)" }
        let first = users.map { FeatureFlag(name: "a", percentage: 0).bucket(of: $0) }
        let second = users.map { FeatureFlag(name: "b", percentage: 0).bucket(of: $0) }
        #expect(first != second)
    }

    @Test func archived_stays_off() {
        #expect(!FeatureFlag(name: "x", percentage: 100, isArchived: true).isOn(for: "ann"))
        #expect(!FeatureFlag(name: "x", percentage: 100, blocked: ["a"], isArchived: true).isOn(for: "a"))
    }
}
