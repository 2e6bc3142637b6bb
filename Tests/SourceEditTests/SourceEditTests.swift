import SourceEdit
import SwiftSyntax
import Testing

@Suite struct TextEditTests {
    @Test func edits_splice_and_leave_the_rest_byte_for_byte() {
        let text = "a  +\tb // é\r\n"
        let edits = [TextEdit(0..<1, "x"), TextEdit.insert("!", at: 5)]
        #expect(edits.applied(to: text) == "x  +\t!b // é\r\n")
    }

    @Test func insertions_at_one_place_keep_their_order_and_come_before_a_replacement() {
        let edits = [TextEdit(1..<2, "Z"), TextEdit.insert("1", at: 1), TextEdit.insert("2", at: 1)]
        #expect(edits.applied(to: "abc") == "a12Zc")
    }

    @Test func overlapping_edits_give_nothing() {
        #expect([TextEdit(0..<2, "x"), TextEdit(1..<3, "y")].applied(to: "abc") == nil)
    }

    @Test func an_edit_outside_of_the_text_gives_nothing() {
        #expect([TextEdit(2..<9, "x")].applied(to: "abc") == nil)
    }
}

@Suite struct FunctionContextTests {
    private func context(_ source: String, at marker: String) throws -> FunctionContext {
        let file = SourceFile(path: "x.swift", text: source)
        let token = try #require(file.tree.tokens(viewMode: .sourceAccurate).first { $0.text == marker })
        return try #require(FunctionContext.around(token))
    }

    @Test func a_method_is_named_as_a_backtrace_names_it() throws {
        let found = try context(
            "enum Ratio { static func of(_ a: Int, in total: Int) throws -> Int? { mark } }", at: "mark")
        #expect(found.name == "Ratio.of(_:in:)")
        #expect(found.isThrowing)
        #expect(found.returnsOptional)
        #expect(found.parameters.map(\.name) == ["a", "total"])
    }

    @Test func a_getter_has_the_type_of_its_property() throws {
        let found = try context("extension Kit { var size: Int { mark } }", at: "mark")
        #expect(found.name == "Kit.size")
        #expect(found.returnType?.trimmedDescription == "Int")
    }

    @Test func a_failable_initialiser_returns_an_optional() throws {
        let found = try context("struct Kit { init?(_ a: Int) { mark } }", at: "mark")
        #expect(found.name == "Kit.init(_:)")
        #expect(found.returnsOptional)
    }

    @Test func closures_are_passed_over_unless_asked_for() throws {
        let file = SourceFile(path: "x.swift", text: "func f() { g { a in mark } }")
        let token = try #require(file.tree.tokens(viewMode: .sourceAccurate).first { $0.text == "mark" })
        #expect(FunctionContext.around(token)?.name == "f()")
        #expect(FunctionContext.around(token, closures: true)?.parameters.map(\.name) == ["a"])
    }
}

@Suite struct SourceFileTests {
    @Test func infix_operators_are_folded_by_precedence() throws {
        let file = SourceFile(path: "x.swift", text: "let x = a + b * c\n")
        let outer = try #require(file.tree.descendants(InfixOperatorExprSyntax.self).first)
        #expect(outer.operator.trimmedDescription == "+")
        #expect(outer.rightOperand.trimmedDescription == "b * c")
    }

    @Test func lines_that_end_in_two_characters_are_lines() {
        let file = SourceFile(path: "x", text: "func f() {\r\n  g()\r\n}\r\n")
        #expect(file.text(ofLine: 2) == "  g()")
        #expect(file.indentUnit == "  ")
    }

    @Test func the_unit_of_indentation_is_read_from_the_file() {
        #expect(SourceFile(path: "x", text: "func f() {\n  g()\n}\n").indentUnit == "  ")
        #expect(SourceFile(path: "x", text: "func f() {\n\tg()\n}\n").indentUnit == "\t")
        #expect(SourceFile(path: "x", text: "func f() {}\n").indentUnit == "    ")
    }
}
