import Foundation
import Incident
import Testing

@Suite struct ArtifactWriterTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("artifacts-\(UUID())")
        .path

    private func read(_ name: String) -> String? {
        FileManager.default.contents(atPath: folder + "/" + name).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func files_are_written_and_obsolete_ones_removed() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let writer = ArtifactWriter(directory: folder)
        try writer.write([.init("a.txt", "1"), .init("raw/b.txt", "2")])
        try writer.write([.init("a.txt", "3")], removing: ["raw/b.txt"])
        #expect(read("a.txt") == "3")
        #expect(read("raw/b.txt") == nil)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["a.txt", "raw"])
    }

    @Test func a_failing_write_leaves_the_old_files_whole() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let writer = ArtifactWriter(directory: folder)
        try writer.write([.init("a.txt", "old")])
        // A directory in the place of a file cannot be renamed over.
        try FileManager.default.createDirectory(
            atPath: folder + "/b.txt/c", withIntermediateDirectories: true)
        #expect(throws: LabError.self) { try writer.write([.init("b.txt", "new"), .init("a.txt", "new")]) }
        #expect(read("a.txt") == "old")
    }
}

@Suite struct NormaliserTests {
    private let normaliser = Normaliser(root: "/work/tree", build: "/work/build")

    @Test(arguments: [
        ("/work/tree/Sources/A.swift:3: error: x", "Sources/A.swift:3: error: x"),
        ("in /work/build/debug/x", "in <build>/debug/x"),
        ("cast 'A' (0x7f49a6bd7ca0) to 'B'", "cast 'A' (0x…) to 'B'"),
        ("Test Case 'A.b' failed (0.001 seconds)", "Test Case 'A.b' failed (<n> seconds)"),
        ("Test Suite 'A' started at 2026-11-21 05:39:30.428", "Test Suite 'A' started at <time>"),
        (
            "\t Executed 2 tests, with 1 failure (0 unexpected) in 0.001 (0.001) seconds",
            "\t Executed 2 tests, with 1 failure (0 unexpected) in <n> seconds"
        ),
        ("✔ Test a() passed after 1.5e-05 seconds.", "✔ Test a() passed after <n> seconds."),
        ("\u{1B}[90m◇\u{1B}[0m Test run started.", "◇ Test run started."),
        ("↳ Target Platform: x86_64-unknown-linux-gnu", "↳ Target Platform: <platform>"),
        ("plain text, 12 of 15 passed", "plain text, 12 of 15 passed"),
        (
            "Fatal error\nswift-runtime: failed to suspend thread 17260 while processing a crash\nend\n",
            "Fatal error\nend\n"
        ),
    ])
    func what_varies_is_taken_out(_ from: String, _ to: String) {
        #expect(normaliser.normalise(from) == to)
    }
}

@Suite struct LongLineTests {
    @Test func a_line_of_a_megabyte_is_cut_and_says_so() {
        let text = Normaliser(root: "/a", build: "/b").normalise(
            String(repeating: "x", count: 1 << 20) + "\nend")
        #expect(text.utf8.count < 5000)
        #expect(text.hasSuffix("bytes left out …]\nend"))
    }
}

@Suite struct LogicalClockTests {
    @Test func time_passes_by_steps() {
        var clock = LogicalClock()
        #expect(clock.next() == "2000-01-01T00:00:00Z")
        #expect(clock.next() == "2000-01-01T00:00:01Z")
        #expect(LogicalClock.text(3725) == "2000-01-01T01:02:05Z")
    }
}
