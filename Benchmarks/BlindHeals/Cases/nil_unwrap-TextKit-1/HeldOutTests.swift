import Testing

@testable import TextKit

@Suite struct HeldOutCompletions {
    @Test("No such prefix")
    func noSuchPrefix() {
        let trie = Trie(["ink", "inn"])
        #expect(trie.completions(of: "inks", limit: 3) == [])
        #expect(trie.completions(of: "o", limit: 3) == [])
    }

    @Test("Empty trie")
    func emptyTrie() {
        #expect(Trie().completions(of: "a", limit: 1) == [])
        #expect(Trie().completions(of: "", limit: 1) == [])
    }

    @Test("Known prefix")
    func knownPrefix() {
        #expect(Trie(["ink", "inn", "i"]).completions(of: "i", limit: 9) == ["i", "ink", "inn"])
    }
}
