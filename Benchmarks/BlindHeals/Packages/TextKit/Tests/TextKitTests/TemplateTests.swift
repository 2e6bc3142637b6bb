import Testing

@testable import TextKit

@Suite("Templates")
struct TemplateTests {
    @Test func parts() throws {
        #expect(try Template("Hi {name}!").parts == [.text("Hi "), .value("name"), .text("!")])
        #expect(try Template("{>head}").parts == [.partial("head")])
        #expect(try Template("").parts == [])
    }

    @Test("A brace must be closed")
    func unclosed() {
        #expect(throws: TemplateError.unclosed) { try Template("Hi {name") }
        #expect(throws: TemplateError.unclosed) { try Template("{") }
    }

    @Test func names() throws {
        #expect(try Template("{a} {>x} {b}").names == ["a", "b"])
        #expect(try Template("plain").names == [])
    }

    @Test func rendering() throws {
        #expect(try Template("Hi {name}!").render(["name": "Ada"]) == "Hi Ada!")
        let partials = ["foot": try Template("-- {by}")]
        #expect(try Template("x {>foot}").render(["by": "me"], partials: partials) == "x -- me")
    }

    @Test("A placeholder needs a value")
    func unknownValue() throws {
        let template = try Template("Hi {name}!")
        #expect(throws: TemplateError.unknown("name")) { try template.render([:]) }
        #expect(throws: TemplateError.unknown("name")) { try template.render(["nam": "Ada"]) }
    }

    @Test("A partial must exist")
    func unknownPartial() throws {
        let template = try Template("{>foot}")
        #expect(throws: TemplateError.unknown("foot")) { try template.render([:]) }
    }

    @Test("A partial must not contain itself")
    func recursion() throws {
        let partials = ["a": try Template("{>b}"), "b": try Template("{>a}"), "c": try Template("c{>c}")]
        #expect(throws: TemplateError.recursive("a")) {
            try Template("{>a}").render([:], partials: partials)
        }
        #expect(throws: TemplateError.recursive("c")) {
            try Template("{>c}").render([:], partials: partials)
        }
    }

    @Test func filling() {
        #expect(Template.fill("Hi {name}", ["name": "Ada"]) == "Hi Ada")
        #expect(Template.fill("Hi {name", ["name": "Ada"]) == "Hi {name")
        #expect(Template.fill("Hi {you}", ["name": "Ada"]) == "Hi {you}")
    }

    @Test func previews() throws {
        #expect(try Template("{a}{b}").preview(["a": "1", "b": "2"]) == ["1", "2"])
        #expect(try Template("{a}{b}").preview(["a": "1"]) == ["1", ""])
        #expect(try Template("{x}").preview([:]) == [""])
    }
}
