/// A set of words that shares their beginnings.
public final class Trie {
    private final class Node {
        var children: [Character: Node] = [:]
        var isWord = false
    }

    private let root = Node()
    /// The number of words.
    public private(set) var count = 0

    /// A set of these words.
    public init(_ words: [String] = []) {
        words.forEach(insert)
    }

    /// Adds a word.
    public func insert(_ word: String) {
        var node = root
        for character in word {
            if let child = node.children[character] {
                node = child
            } else {
                let child = Node()
                node.children[character] = child
                node = child
            }
        }
        if !node.isWord { count += 1 }
        node.isWord = true
    }

    /// Whether exactly this word is in the set.
    public func contains(_ word: String) -> Bool {
        node(for: word)?.isWord ?? false
    }

    /// The words that begin with `prefix`, in alphabetical order, but no more than `limit`.
    public func completions(of prefix: String, limit: Int) -> [String] {
        guard let node = node(for: prefix) else { return [] }
        var words: [String] = []
        collect(from: node, prefix, into: &words)
        return Array(words.prefix(limit < 0 ? 0 : limit))
    }

    /// The longest beginning of `text` that is a word, or nil when there is none.
    public func longestWord(startingIn text: String) -> String? {
        var node = root
        var length: Int?
        for (position, character) in text.enumerated() {
            guard let child = node.children[character] else { break }
            node = child
            if node.isWord { length = position + 1 }
        }
        return length.map { String(text.prefix($0)) }
    }

    /// The length of the longest word.
    public var depth: Int {
        var level = [root]
        var depth = -1
        while !level.isEmpty {
            depth += 1
            level = level.flatMap { $0.children.values }
        }
        return depth
    }

    private func node(for prefix: String) -> Node? {
        var node = root
        for character in prefix {
            guard let child = node.children[character] else { return nil }
            node = child
        }
        return node
    }

    private func collect(from node: Node, _ prefix: String, into words: inout [String]) {
        if node.isWord { words.append(prefix) }
        for (character, child) in node.children.sorted(by: { $0.key < $1.key }) {
            collect(from: child, prefix + String(character), into: &words)
        }
    }
}
