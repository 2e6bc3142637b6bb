import Testing

@testable import Reports

/// Code, diffs and times as they are drawn.
@Suite struct CodeViewTests {
    @Test func a_hunk_keeps_lines_that_look_like_headers() throws {
        let diff = UnifiedDiff(
            "--- a/x.swift\n+++ b/x.swift\n@@ -5,3 +5,3 @@ func f()\n a\n--- old\n+++ new\n@@ -1,1 @@\n--- a/y\n+++ b/y\n@@ -0,0 +1 @@\n+z\n"
        )
        #expect(diff.files.map(\.new) == ["x.swift", "y"])
        let lines = try #require(diff.files.first?.hunks.first).lines
        #expect(lines.map(\.text) == ["a", "-- old", "++ new", "@ -1,1 @@"])
        #expect(lines.map(\.old) == [5, 6, nil, 7])
        #expect(lines.map(\.new) == [5, nil, 6, 7])
        #expect(diff.files[1].hunks[0].lines.map(\.new) == [1])
    }

    @Test(arguments: ["", "no diff", "@@ -1 +1 @@", "@@ -x,y +1 @@\n+a", "+++ b/x\n@@ -1,99999999 +1 @@\n-a"])
    func a_text_that_is_no_diff_is_read_all_the_same(_ text: String) {
        #expect(UnifiedDiff(text).files.flatMap(\.hunks).allSatisfy { $0.lines.count <= 1 })
    }

    @Test func what_differs_within_a_line_is_marked() {
        let pair = DiffView.Pair(
            old: .init(kind: .removed, text: "    if a < b {", old: 1),
            new: .init(kind: .added, text: "    if a <= b {", new: 1))
        #expect(pair.marks(.added) == [10..<11])
        let other = DiffView.Pair(
            old: .init(kind: .removed, text: "    return 1", old: 1),
            new: .init(kind: .added, text: "    throw Failure.none", new: 1))
        #expect(other.marks(.added).isEmpty)
    }

    @Test func a_mark_never_tears_a_character() {
        let html = CodeLine.html("aéb", marks: [2..<3])
        #expect(html.text == "a<mark>é</mark>b")
    }

    @Test func words_texts_and_comments_have_their_colours() {
        func names(_ text: String) -> String {
            SwiftColours.colours(of: Array(text.utf8)).map { $0.name ?? "-" }.joined()
        }
        #expect(names("let a = 1.5") == "kkk-----ddd")
        #expect(names("\"a\\\"b\" x") == "ssssss--")
        #expect(names("/* a /* b */ */ A") == "ccccccccccccccc-t")
        #expect(names("x.self // y") == "-------cccc")
        #expect(names("\"open") == "sssss")
        #expect(names("0..<n") == "d----")
    }

    @Test func times_of_the_logical_clock_are_no_times() {
        #expect(Clock.offsets(of: ["2000-01-01T00:00:00Z", "2000-01-01T00:00:01Z"]) == nil)
        #expect(Clock.offsets(of: ["2026-03-02T09:30:02Z", "2026-03-02T09:30:03.500Z"]) == [0, 1500])
        #expect(Clock.offsets(of: ["2026-03-02T09:30:02Z", "later"]) == nil)
    }

    @Test(arguments: [
        ("`a` becomes `b`", "<code>a</code> becomes <code>b</code>"), ("one ` alone", "one ` alone"),
        ("`<b>`", "<code>&lt;b&gt;</code>"), ("a `b` `c", "a <code>b</code> `c"),
    ])
    func words_between_backquotes_are_code(_ text: String, _ html: String) {
        #expect(Prose.html(text).text == html)
    }

    @Test func every_share_of_a_bar_can_be_seen() throws {
        let html = StackedBar.html([
            .init(name: "passed", label: "passed", count: 9999),
            .init(name: "failed", label: "failed", count: 1),
        ])
        let elements = try XMLReader.read(html.text)
        let widths = elements.filter { $0.name == "rect" }
            .compactMap { Double($0.attributes["width"]?.dropLast() ?? "") }
        #expect(widths.count == 2)
        #expect(widths[1] > 1)
        #expect(abs(widths.reduce(0, +) - 100) < 0.1)
        #expect(elements.first?.attributes["aria-label"] == "9999 passed, 1 failed")
    }
}
