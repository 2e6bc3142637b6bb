import Testing

@testable import TextKit

@Suite struct HeldOutBucketHash {
    @Test("Long texts")
    func longTexts() {
        #expect("a rather long text".bucketHash == 632_257_089)
        #expect("zzzzzzzzzz".bucketHash == 304_042_569)
    }

    @Test("Short texts")
    func shortTexts() {
        #expect("ab".bucketHash == 5_863_208)
        #expect("!".bucketHash == 177_606)
    }
}
