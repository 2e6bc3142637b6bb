import Testing

@testable import RollingDigest

@Suite struct RollingSearchValidation {
    @Test func agrees_with_a_plain_search() {
        let text = String((0..<300).map { "abc"[$0 * $0 % 7 % 3] })
        let bytes = Array(text.utf8)
        for pattern in ["a", "ab", "ba", "abc", "aab", "cca", "abab", "zzz"] {
            let wanted = Array(pattern.utf8)
            let expected = (0...(bytes.count - wanted.count)).filter {
                Array(bytes[$0..<($0 + wanted.count)]) == wanted
            }
            #expect(RollingSearch(pattern).offsets(in: text) == expected)
        }
    }

    @Test func whole_text() {
        #expect(RollingSearch("hello").offsets(in: "hello") == [0])
        #expect(RollingSearch("ü").offsets(in: "über für") == [0, 7])
    }
}

extension String {
    fileprivate subscript(index: Int) -> Character {
        Array(self)[index]
    }
}
