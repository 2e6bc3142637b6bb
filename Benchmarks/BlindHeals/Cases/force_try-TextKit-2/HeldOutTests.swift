import Testing

@testable import TextKit

@Suite struct HeldOutBytes {
    @Test("Values that are no number")
    func valuesThatAreNoNumber() throws {
        #expect(try IniFile("[c]\nred = max").byte("red", in: "c") == 0)
        #expect(try IniFile("alpha = 0.5").byte("alpha", in: "") == 0)
    }

    @Test("Numbers")
    func numbers() throws {
        #expect(try IniFile("[c]\nred = 17").byte("red", in: "c") == 17)
        #expect(try IniFile("[c]\nred = 256").byte("red", in: "c") == 255)
    }

    @Test("Nothing")
    func nothing() throws {
        #expect(try IniFile("").byte("red", in: "c") == 0)
    }
}
