import Testing

@testable import TextKit

@Suite struct HeldOutFill {
    @Test("Texts that are no template")
    func textsThatAreNoTemplate() {
        #expect(Template.fill("set {x", [:]) == "set {x")
        #expect(Template.fill("{", ["": "1"]) == "{")
    }

    @Test("Texts that lack a value")
    func textsThatLackAValue() {
        #expect(Template.fill("{a}{b}", ["a": "1"]) == "{a}{b}")
        #expect(Template.fill("{>foot}", ["foot": "1"]) == "{>foot}")
    }

    @Test("Templates")
    func templates() {
        #expect(Template.fill("{a}{a}", ["a": "1"]) == "11")
        #expect(Template.fill("plain", [:]) == "plain")
    }
}
