import Testing

@testable import TextKit

@Suite struct HeldOutTruncation {
    @Test("No room")
    func noRoom() {
        #expect("word".truncated(to: 0) == "")
        #expect("word".truncated(to: -1) == "")
        #expect("x".truncated(to: -20) == "")
    }

    @Test("Little room")
    func littleRoom() {
        #expect("word".truncated(to: 1) == "…")
        #expect("word".truncated(to: 3) == "wo…")
    }

    @Test("Enough room")
    func enoughRoom() {
        #expect("word".truncated(to: 9) == "word")
        #expect("".truncated(to: 0) == "")
    }
}
