import Testing

@testable import JsonPrettyPrinter

@Suite struct JSONPrinterTests {
    private let printer = JSONPrinter()

    @Test func scalars() {
        #expect(printer.text(.null) == "null")
        #expect(printer.text(.number(-4)) == "-4")
        #expect(printer.text(.string("a\"b")) == "\"a\\\"b\"")
    }

    @Test func an_array() {
        #expect(printer.text(.array([.number(1), .bool(true)])) == "[\n  1,\n  true\n]")
    }

    @Test func nested_objects() {
        let value = JSONValue.object([("a", .object([("b", .number(1))]))])
        #expect(printer.text(value) == "{\n  \"a\": {\n    \"b\": 1\n  }\n}")
    }

    @Test func objects_in_an_array() {
        let value = JSONValue.array([.object([("id", .number(7))])])
        #expect(printer.text(value) == "[\n  {\n    \"id\": 7\n  }\n]")
    }

    @Test func empty_blocks() {
        #expect(printer.text(.array([])) == "[]")
        #expect(printer.text(.object([])) == "{}")
    }
}
