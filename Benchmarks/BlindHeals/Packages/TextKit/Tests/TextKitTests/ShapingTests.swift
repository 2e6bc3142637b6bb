import Testing

@testable import TextKit

@Suite("Shaping")
struct ShapingTests {
    @Test func capitals() {
        #expect("hello world".capitalizedFirst == "Hello world")
        #expect("éclair".capitalizedFirst == "Éclair")
        #expect("".capitalizedFirst == "")
    }

    @Test func camelCase() {
        #expect("hello big world".camelCased == "helloBigWorld")
        #expect("HTTP-status_code".camelCased == "httpStatusCode")
        #expect("".camelCased == "")
        #expect(" -- ".camelCased == "")
    }

    @Test func truncation() {
        #expect("hello".truncated(to: 4) == "hel…")
        #expect("hello".truncated(to: 5) == "hello")
        #expect("hello".truncated(to: 0) == "")
        #expect("hello".truncated(to: -3) == "")
    }

    @Test func slices() {
        #expect("hello".slice(1, 3) == "el")
        #expect("hello".slice(3, 99) == "lo")
        #expect("hello".slice(-5, 2) == "he")
        #expect("hello".slice(4, 2) == "")
        #expect("hello".slice(8, 9) == "")
    }

    @Test func shifting() {
        #expect("abc xyz".shifted(by: 3) == "def abc")
        #expect("abc".shifted(by: -1) == "zab")
        #expect("abc".shifted(by: 260) == "abc")
        #expect("É!".shifted(by: 5) == "É!")
    }

    @Test func brackets() {
        #expect("f(x[1], {y})".hasBalancedBrackets)
        #expect("".hasBalancedBrackets)
        #expect(!"f(x".hasBalancedBrackets)
        #expect(!"(]".hasBalancedBrackets)
    }

    @Test("A closing bracket needs an opening one")
    func closingBracket() {
        #expect(!")".hasBalancedBrackets)
        #expect(!"a] + b".hasBalancedBrackets)
    }

    @Test func cycles() {
        #expect("ab".cycled(to: 5) == "ababa")
        #expect("ab".cycled(to: 0) == "")
        #expect("".cycled(to: 3) == "")
        #expect("".cycled(to: 9) == "")
    }

    @Test func hashes() {
        #expect("".bucketHash == 5381)
        #expect("a".bucketHash == 177_670)
        #expect("hello world".bucketHash == 894_552_257)
    }
}
