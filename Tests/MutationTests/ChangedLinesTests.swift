import Foundation
import Incident
import Mutation
import Testing

@Suite struct ChangedLinesTests {
    private static let diff = """
        diff --git a/Sources/Kit/A.swift b/Sources/Kit/A.swift
        index 1..2 100644
        --- a/Sources/Kit/A.swift
        +++ b/Sources/Kit/A.swift
        @@ -1,4 +1,5 @@ func f() {
         one
        -two
        +two, changed
        +three, added
         four
         five
        @@ -10 +11,0 @@
        -gone
        --- a/Sources/Kit/Gone.swift
        +++ /dev/null
        @@ -1 +0,0 @@
        -gone
        --- /dev/null
        +++ b/New.swift\t2026-01-01
        @@ -0,0 +1,2 @@
        +--- not a header
        ++++ nor this

        """

    @Test func only_added_and_changed_lines_count() throws {
        let changes = try ChangedLines(diff: Self.diff)
        let path = "Sources/Kit/A.swift"
        #expect(changes.files[path] == [2, 3])
        #expect(!changes.contains(1...1, of: path))
        #expect(changes.contains(1...2, of: path))
        #expect(!changes.contains(4...20, of: path))
        #expect(changes.files["Sources/Kit/Gone.swift"] == nil)
    }

    @Test func lines_that_look_like_headers_are_lines() throws {
        #expect(try ChangedLines(diff: Self.diff).files["New.swift"] == [1, 2])
    }

    @Test func a_new_file_counts_as_a_whole() {
        var changes = ChangedLines()
        changes.addAll(of: "A.swift")
        #expect(changes.contains(7...7, of: "A.swift"))
        #expect(!changes.contains(7...7, of: "B.swift"))
    }

    @Test func paths_of_the_repository_become_paths_of_the_package() throws {
        let changes = try ChangedLines(
            diff: Self.diff.replacingOccurrences(of: "Sources/Kit", with: "Apps/Shop/Sources/Kit")
        ).relative(to: "Apps/Shop/", in: "/nowhere")
        #expect(changes.files.keys.sorted() == ["Sources/Kit/A.swift"])
    }

    @Test func what_is_no_diff_is_an_error() {
        #expect(throws: LabError.self) { try ChangedLines(diff: "hello\nworld\n") }
    }

    @Test func an_empty_diff_has_no_lines() throws {
        #expect(try ChangedLines(diff: "\n").files.isEmpty)
    }
}
