import Testing

@testable import TextKit

@Suite struct HeldOutJustify {
    @Test("Spaces are spread")
    func spacesAreSpread() {
        #expect(Wrapper(width: 8).justify("ab cd") == "ab    cd")
        #expect(Wrapper(width: 12).justify("one two six") == "one  two six")
    }

    @Test("No spaces to spread")
    func noSpacesToSpread() {
        #expect(Wrapper(width: 7).justify("ab  cd") == "ab   cd")
        #expect(Wrapper(width: 2).justify("ab cd") == "ab cd")
    }
}
