import Testing

@testable import TextKit

@Suite struct HeldOutSection {
    @Test("A key set twice")
    func aKeySetTwice() throws {
        #expect(try IniFile("[s]\nk = 1\nj = 5\nk = 2").section("s") == ["k": "2", "j": "5"])
        #expect(try IniFile("k=x\nk=x").section("") == ["k": "x"])
    }

    @Test("A section opened twice")
    func aSectionOpenedTwice() throws {
        #expect(try IniFile("[s]\nk=1\n[t]\nk=2\n[s]\nk=3").section("s") == ["k": "3"])
    }

    @Test("A key set in two sections")
    func aKeySetInTwoSections() throws {
        #expect(try IniFile("[s]\nk=1\n[t]\nk=2").section("t") == ["k": "2"])
    }
}
