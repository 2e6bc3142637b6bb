import Testing

@testable import TextKit

@Suite struct HeldOutFuzzy {
    @Test("Letters that are missing")
    func lettersThatAreMissing() {
        #expect(!EditDistance.matches("xz", "xy"))
        #expect(!EditDistance.matches("oo", "o"))
        #expect(!EditDistance.matches("q", ""))
    }

    @Test("Letters in order")
    func lettersInOrder() {
        #expect(EditDistance.matches("xz", "x-y-z"))
        #expect(EditDistance.matches("same", "same"))
    }

    @Test("No letters")
    func noLetters() {
        #expect(EditDistance.matches("", ""))
    }
}
