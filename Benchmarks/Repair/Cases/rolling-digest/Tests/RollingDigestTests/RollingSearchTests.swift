import Testing

@testable import RollingDigest

@Suite struct RollingSearchTests {
    @Test func finds_all_places() {
        #expect(RollingSearch("ab").offsets(in: "abcabab") == [0, 3, 5])
    }

    @Test func overlapping_places() {
        #expect(RollingSearch("aa").offsets(in: "aaaa") == [0, 1, 2])
    }

    @Test func not_found() {
        #expect(RollingSearch("xyz").offsets(in: "abc").isEmpty)
    }

    @Test func empty_and_too_long_patterns() {
        #expect(RollingSearch("").offsets(in: "abc").isEmpty)
        #expect(RollingSearch("abcd").offsets(in: "abc").isEmpty)
    }
}
