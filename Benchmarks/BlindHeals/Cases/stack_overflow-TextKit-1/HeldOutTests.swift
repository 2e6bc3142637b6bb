import Testing

@testable import TextKit

@Suite struct HeldOutPartials {
    @Test("A circle of three")
    func aCircleOfThree() throws {
        let partials = ["x": try Template("{>y}"), "y": try Template("-{>z}"), "z": try Template("{>x}")]
        #expect(throws: TemplateError.recursive("x")) { try Template("{>x}").render([:], partials: partials) }
        #expect(throws: TemplateError.recursive("z")) { try Template("{>z}").render([:], partials: partials) }
    }

    @Test("A partial inside itself")
    func aPartialInsideItself() throws {
        let partials = ["own": try Template("{v}{>own}")]
        #expect(throws: TemplateError.recursive("own")) {
            try Template("{>own}").render(["v": "1"], partials: partials)
        }
    }

    @Test("A partial used twice")
    func aPartialUsedTwice() throws {
        let partials = ["dot": try Template("."), "two": try Template("{>dot}{>dot}")]
        #expect(try Template("{>two}{>dot}").render([:], partials: partials) == "...")
    }
}
