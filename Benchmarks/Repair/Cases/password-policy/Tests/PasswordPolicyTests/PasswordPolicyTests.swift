import Testing

@testable import PasswordPolicy

@Suite struct PasswordPolicyTests {
    private let policy = PasswordPolicy()

    @Test func a_good_password_breaks_no_rule() {
        #expect(policy.violations(of: "horse7battery", userName: "ann").isEmpty)
    }

    @Test func letters_alone_are_refused() {
        #expect(policy.violations(of: "horsebattery", userName: "ann") == [.needsLetterAndDigit])
    }

    @Test func a_short_password_is_refused() {
        #expect(policy.violations(of: "ab12", userName: "ann") == [.tooShort(minimum: 8)])
    }

    @Test func the_user_name_is_refused_in_any_case() {
        #expect(policy.violations(of: "xxANN2024yy", userName: "ann") == [.containsUserName])
    }

    @Test func long_runs_are_refused() {
        #expect(policy.violations(of: "aaaa1234", userName: "bob") == [.repeatsCharacter("a")])
    }
}
