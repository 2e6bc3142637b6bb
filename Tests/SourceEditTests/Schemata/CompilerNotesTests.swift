import SourceEdit
import Testing

@Suite struct CompilerNotesTests {
    @Test func errors_are_read_with_their_notes_and_each_once() {
        let output = """
            [3/7] Compiling Kit a.swift
            /work/kit/Sources/Kit/a.swift:12:9: error: cannot find 'x' in scope
                return x
                       ^
            /work/kit/Sources/Kit/b.swift:3:1: note: 'y' declared here
            /work/kit/Sources/Kit/a.swift:14:1: warning: unused
            /work/kit/Sources/Kit/a.swift:15:1: note: of the warning
            /work/kit/Sources/Kit/a.swift:12:9: error: cannot find 'x' in scope
            error: fatalError
            /elsewhere/c.swift:1:1: error: no such module 'Z'
            """
        let notes = CompilerNotes(output, root: "/work/kit")
        #expect(
            notes.problems == [
                CompilerNotes.Problem(
                    path: "Sources/Kit/a.swift", line: 12, column: 9, message: "cannot find 'x' in scope",
                    notes: [
                        CompilerNotes.Note(
                            path: "Sources/Kit/b.swift", line: 3, column: 1, message: "'y' declared here")
                    ])
            ])
        #expect(notes.elsewhere == ["fatalError", "/elsewhere/c.swift:1:1: error: no such module 'Z'"])
        #expect(notes.problems(in: "Sources/Kit/b.swift").isEmpty)
    }

    @Test func paths_and_messages_may_hold_colons() {
        let notes = CompilerNotes("/a:b/c.swift:1:2: error: label 'x:' is: error: odd", root: "/a:b/")
        #expect(notes.problems.map(\.path) == ["c.swift"])
        #expect(notes.problems.map(\.message) == ["label 'x:' is: error: odd"])
    }

    @Test func a_crash_of_the_compiler_has_the_innermost_place() {
        let output = """
            Please submit a bug report (https://swift.org/contributing/#reporting-bugs)
            Stack dump:
            0.\tProgram arguments: /usr/bin/swift-frontend -c /kit/a.swift
            3.\tWhile evaluating request TypeCheckFunctionBodyRequest([/kit/a.swift:2:1 - line:9:1] RangeText="f")
            4.\tWhile type-checking statement at [/kit/a.swift:4:5 - line:4:20] RangeText="return"
            """
        let notes = CompilerNotes(output, root: "/kit")
        #expect(notes.problems.map(\.line) == [4])
        #expect(notes.problems.map(\.path) == ["a.swift"])
    }
}
