import Incident

/// One of several equal parts of all mutants, so that machines can share a run.
package struct Shard: Sendable, Hashable, CustomStringConvertible {
    /// From 1.
    package let part: Int
    package let count: Int

    package init?(part: Int, count: Int) {
        guard count >= 1, part >= 1, part <= count else { return nil }
        self.part = part
        self.count = count
    }

    /// `2/4`; nil for anything else.
    package init?(_ text: String) {
        let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 2, let part = numbers[0], let count = numbers[1] else { return nil }
        self.init(part: part, count: count)
    }

    package var description: String { "\(part)/\(count)" }

    /// Decided by the id alone, so that a mutant stays in its part when others come and go.
    package func includes(id: String) -> Bool {
        let number = UInt64(Digest.sha256(id).prefix(12), radix: 16) ?? 0
        return number % UInt64(count) == UInt64(part - 1)
    }
}
