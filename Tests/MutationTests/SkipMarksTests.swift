import SourceEdit
import Testing

@Suite struct SkipMarksTests {
    private func marks(_ text: String) -> SkipMarks { SkipMarks(SourceFile(path: "A.swift", text: text)) }

    @Test func a_mark_behind_code_holds_for_its_line() {
        let marks = marks("let a = 1\nlet b = 2  // lab:skip both are right\nlet c = 3\n")
        #expect(marks.reason(line: 1) == nil)
        #expect(marks.reason(line: 2) == "both are right")
        #expect(marks.reason(line: 3) == nil)
    }

    @Test func a_mark_above_a_function_holds_for_all_of_it() {
        let marks = marks(
            """
            // lab:skip: measured by hand
            /// What it does.
            @inlinable
            func f() -> Int {
                let a = 1
                return a
            }
            func g() -> Int { 2 }
            """)
        #expect((3...7).allSatisfy { marks.reason(line: $0) == "measured by hand" })
        #expect(marks.reason(line: 8) == nil)
    }

    @Test func a_mark_above_a_type_holds_for_its_members() {
        let marks = marks("// lab:skip generated\nstruct A {\n    var b: Int { 1 }\n}\nstruct C {}\n")
        #expect(marks.reason(line: 3) == "generated")
        #expect(marks.reason(line: 5) == nil)
    }

    @Test func a_mark_above_a_statement_holds_for_its_head() {
        let marks = marks(
            """
            func f(_ n: Int) {
                // lab:skip the bound does not matter
                if n > 1,
                    n < 10
                {
                    print(n + 1)
                }
            }
            """)
        #expect(marks.reason(line: 3) != nil)
        #expect(marks.reason(line: 4) != nil)
        #expect(marks.reason(line: 6) == nil)
    }

    @Test func a_mark_above_the_first_import_holds_for_the_file() {
        let marks = marks(
            "// A header.\n// lab:skip glue\n\nimport Foundation\n\nfunc f() -> Int {\n    1\n}\n")
        #expect(marks.reason(line: 7) == "glue")
    }

    @Test func prose_and_strings_are_no_marks() {
        let marks = marks(
            "/// See `// lab:skip`.\nlet a = 1\n// the word lab:skip here\nlet b = \"lab:skip\"\n")
        #expect((1...4).allSatisfy { marks.reason(line: $0) == nil })
    }

    @Test func a_mark_without_a_reason_says_so() {
        #expect(marks("let a = 1  // lab:skip\n").reason(line: 1) == "lab:skip, no reason given")
    }

    @Test func the_unmarked_text_is_as_long() {
        let file = SourceFile(path: "A.swift", text: "let a = 1  // lab:skip é\n// lab:skip\n")
        let unmarked = SkipMarks.unmarked(file)
        #expect(unmarked.text == "let a = 1  // lab-skip é\n// lab-skip\n")
    }
}
