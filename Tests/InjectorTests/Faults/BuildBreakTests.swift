import SourceEdit
import Testing

@testable import Injector

struct BuildBreakTests {
    @Test func a_misspelled_local_is_the_most_natural_break() throws {
        try Snippet(
            "func f(_ value: Int) -> Int {\n    return value + 1\n}",
            becomes: "func f(_ value: Int) -> Int {\n    return vaule + 1\n}",
            fails: 2
        ).check(BuildBreak())
    }

    @Test func members_marks_and_values_break_too() {
        let source = "func f(_ a: [Int]) throws -> Int {\n    try g()\n    return a.count\n}"
        #expect(
            edits(of: BuildBreak(), on: source) == [
                "func f(_ a: [Int]) throws -> Int {\n    try g()\n    return a.conut\n}",
                "func f(_ a: [Int]) throws -> Int {\n    g()\n    return a.count\n}",
                "func f(_ a: [Int]) throws -> Int {\n    try g()\n    return\n}",
            ])
    }

    @Test func a_misspelling_is_never_another_name_of_the_file() {
        let source = "func f(_ form: Int, _ from: Int) -> Int { form + from }"
        let found = edits(of: BuildBreak(), on: source)
        #expect(!found.contains { $0.contains("from + from") || $0.contains("form + form") })
    }

    @Test func code_that_may_be_left_out_of_the_build_is_left_alone() {
        let source = "#if DEBUG\nfunc f(_ value: Int) -> Int { return value }\n#endif"
        #expect(edits(of: BuildBreak(), on: source).isEmpty)
    }

    @Test(arguments: [
        ("value", "vaule"), ("ab", nil), ("aaaa", nil), ("accc", nil), ("index", "inedx"), ("total", "toatl"),
    ])
    func two_letters_change_places(_ name: String, _ expected: String?) {
        #expect(BuildBreak.transposed(name) == expected)
    }
}
