import Testing

@testable import PasswordPolicy

@Suite struct PasswordPolicyValidation {
    private let policy = PasswordPolicy(minimumLength: 6, longestRun: 2)

    @Test func digits_alone() {
        #expect(policy.violations(of: "192837", userName: "ann") == [.needsLetterAndDigit])
    }

    @Test func symbols_alone() {
        #expect(policy.violations(of: "?!?!?!", userName: "ann") == [.needsLetterAndDigit])
    }

    @Test func letters_and_symbols() {
        #expect(policy.violations(of: "abc?!x", userName: "ann") == [.needsLetterAndDigit])
    }

    @Test func letters_and_digits() {
        #expect(policy.violations(of: "abc12x", userName: "ann") == [])
    }

    @Test func several_at_once_in_order() {
        #expect(
            policy.violations(of: "bbb", userName: "B") == [
                .tooShort(minimum: 6), .needsLetterAndDigit, .containsUserName, .repeatsCharacter("b"),
            ])
    }

    @Test func empty_inputs() {
        #expect(policy.violations(of: "", userName: "") == [.tooShort(minimum: 6), .needsLetterAndDigit])
        #expect(policy.violations(of: "abc123", userName: "") == [])
    }

    @Test func runs_at_the_limit() {
        #expect(policy.violations(of: "aabb11", userName: "z") == [])
        #expect(policy.violations(of: "aab111", userName: "z") == [.repeatsCharacter("1")])
    }
}
