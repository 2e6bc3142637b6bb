import Testing

@testable import TextKit

@Suite struct HeldOutPreview {
    @Test("Missing values are empty")
    func missingValuesAreEmpty() throws {
        #expect(try Template("{p} and {q}").preview(["q": "2", "r": "3"]) == ["", "2"])
        #expect(try Template("{p}{p}").preview(["P": "1"]) == ["", ""])
    }

    @Test("Given values")
    func givenValues() throws {
        #expect(try Template("{p}{q}{p}").preview(["p": "1", "q": "2"]) == ["1", "2", "1"])
    }

    @Test("No placeholders")
    func noPlaceholders() throws {
        #expect(try Template("plain {>x}").preview([:]) == [])
    }
}
