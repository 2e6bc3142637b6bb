import Testing

@testable import TextKit

@Suite("Trie")
struct TrieTests {
    let trie = Trie(["car", "cart", "care", "dog"])

    @Test func counting() {
        #expect(trie.count == 4)
        trie.insert("car")
        #expect(trie.count == 4)
        trie.insert("do")
        #expect(trie.count == 5)
    }

    @Test func containing() {
        #expect(trie.contains("cart"))
        #expect(!trie.contains("ca"))
        #expect(!trie.contains("cat"))
        #expect(!trie.contains("x"))
        #expect(!trie.contains(""))
    }

    @Test func completions() {
        #expect(trie.completions(of: "car", limit: 10) == ["car", "care", "cart"])
        #expect(trie.completions(of: "car", limit: 2) == ["car", "care"])
        #expect(trie.completions(of: "", limit: 1) == ["car"])
    }

    @Test("Some prefixes have no completion")
    func noCompletions() {
        #expect(trie.completions(of: "cat", limit: 10) == [])
        #expect(trie.completions(of: "z", limit: 1) == [])
    }

    @Test("A negative limit allows nothing")
    func negativeLimit() {
        #expect(trie.completions(of: "car", limit: -1) == [])
        #expect(trie.completions(of: "d", limit: -5) == [])
    }

    @Test func longestWord() {
        #expect(trie.longestWord(startingIn: "carton") == "cart")
        #expect(trie.longestWord(startingIn: "cards") == "car")
        #expect(trie.longestWord(startingIn: "cat") == nil)
        #expect(trie.longestWord(startingIn: "") == nil)
    }

    @Test func depth() {
        #expect(trie.depth == 4)
        #expect(Trie().depth == 0)
    }
}
