import XCTest

@testable import WildcardFileMatch

final class WildcardPatternValidation: XCTestCase {
    private func reference(_ pattern: Substring, _ text: Substring) -> Bool {
        guard let first = pattern.first else { return text.isEmpty }
        if first == "*" {
            return reference(pattern.dropFirst(), text)
                || (!text.isEmpty && reference(pattern, text.dropFirst()))
        }
        guard let character = text.first, first == "?" || first == character else { return false }
        return reference(pattern.dropFirst(), text.dropFirst())
    }

    func testAgainstAReference() {
        let alphabet: [Character] = ["a", "b", "*", "?"]
        var patterns = [""]
        for _ in 0..<4 { patterns += patterns.flatMap { pattern in alphabet.map { pattern + String($0) } } }
        let texts = ["", "a", "b", "ab", "ba", "aab", "aba", "abab", "bbab", "aabb"]
        for pattern in Set(patterns) {
            for text in texts {
                XCTAssertEqual(
                    WildcardPattern(pattern).matches(text), reference(pattern[...], text[...]),
                    "\(pattern) \(text)")
            }
        }
    }
}
