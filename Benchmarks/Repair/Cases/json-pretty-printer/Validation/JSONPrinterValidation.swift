import Testing

@testable import JsonPrettyPrinter

@Suite struct JSONPrinterValidation {
    @Test func arrays_in_arrays() {
        let value = JSONValue.array([.array([.array([.number(1)]), .null]), .number(2)])
        #expect(
            JSONPrinter().text(value)
                == "[\n  [\n    [\n      1\n    ],\n    null\n  ],\n  2\n]")
    }

    @Test func arrays_in_objects_in_arrays() {
        let value = JSONValue.array([.object([("xs", .array([.number(1), .number(2)]))])])
        #expect(
            JSONPrinter(indentWidth: 1).text(value)
                == "[\n {\n  \"xs\": [\n   1,\n   2\n  ]\n }\n]")
    }

    @Test func empty_blocks_inside() {
        let value = JSONValue.object([("a", .array([])), ("b", .object([])), ("c", .array([.array([])]))])
        #expect(JSONPrinter().text(value) == "{\n  \"a\": [],\n  \"b\": {},\n  \"c\": [\n    []\n  ]\n}")
    }

    @Test func starting_depth() {
        #expect(JSONPrinter().text(.array([.null]), depth: 1) == "[\n    null\n  ]")
    }

    @Test func escapes() {
        #expect(JSONPrinter().text(.string("\\\n")) == "\"\\\\\\n\"")
        #expect(JSONPrinter().text(.object([("k\"", .bool(false))])) == "{\n  \"k\\\"\": false\n}")
        #expect(JSONPrinter().text(.string("")) == "\"\"")
    }

    @Test func no_indent() {
        #expect(JSONPrinter(indentWidth: 0).text(.array([.array([.null])])) == "[\n[\nnull\n]\n]")
    }
}
