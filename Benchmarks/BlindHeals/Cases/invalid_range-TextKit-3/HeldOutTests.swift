import Testing

@testable import TextKit

@Suite struct HeldOutExcerpt {
    @Test("No lines")
    func noLines() {
        #expect(Wrapper.excerpt(["p", "q"], from: 2, to: 0) == [])
        #expect(Wrapper.excerpt(["p", "q"], from: 7, to: 3) == [])
        #expect(Wrapper.excerpt([], from: 2, to: 5) == [])
    }

    @Test("One line")
    func oneLine() {
        #expect(Wrapper.excerpt(["p", "q"], from: 2, to: 2) == ["q"])
    }

    @Test("All lines")
    func allLines() {
        #expect(Wrapper.excerpt(["p", "q"], from: 0, to: 2) == ["p", "q"])
    }
}
