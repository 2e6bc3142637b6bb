import Testing

@testable import WatchdogEngines

@Suite struct StreamTests {
    private func frame(_ stream: UInt8, _ text: String) -> [UInt8] {
        let count = text.utf8.count
        return [stream, 0, 0, 0, 0, 0, UInt8(count >> 8), UInt8(count & 255)] + Array(text.utf8)
    }

    @Test(arguments: [1, 2, 3, 7, 8, 9, 1000])
    func frames_are_joined_however_they_are_cut(size: Int) {
        let bytes =
            frame(1, "one\n") + frame(2, "") + frame(2, "two\r\n")
            + frame(1, String(repeating: "x", count: 300))
        var demultiplexer = OutputDemultiplexer(isRaw: false, keep: .last, limitBytes: 4096)
        for start in stride(from: 0, to: bytes.count, by: size) {
            demultiplexer.take(Array(bytes[start..<min(start + size, bytes.count)]))
        }
        #expect(demultiplexer.lines(last: 10) == ["one", "two", String(repeating: "x", count: 300)])
        #expect(demultiplexer.lines(last: 1).count == 1)
    }

    @Test func a_terminals_output_has_no_frames() {
        var demultiplexer = OutputDemultiplexer(isRaw: true, keep: .last, limitBytes: 4096)
        demultiplexer.take(Array("plain\r\n".utf8))
        #expect(demultiplexer.lines(last: 5) == ["plain"])
    }

    @Test func of_a_flood_only_the_asked_for_end_is_kept() {
        var last = OutputDemultiplexer(isRaw: true, keep: .last, limitBytes: 10)
        var first = OutputDemultiplexer(isRaw: true, keep: .first, limitBytes: 10)
        for number in 0..<1000 {
            last.take(Array("\(number)\n".utf8))
            first.take(Array("\(number)\n".utf8))
        }
        #expect(last.text.hasSuffix("998\n999\n"))
        #expect(last.output.count <= 30)
        #expect(first.text == "0\n1\n2\n3\n4\n")
    }

    @Test func lines_are_cut_across_chunks_and_too_long_ones_dropped() {
        var splitter = LineSplitter(limitBytes: 5)
        let chunks = ["ab", "c\nde\n", "\n", "toolongtoo", "long\nok\n", "rest"]
        let lines = chunks.flatMap { splitter.lines(Array($0.utf8)) }.map {
            String(decoding: $0, as: UTF8.self)
        }
        #expect(lines == ["abc", "de", "ok"])
    }

    @Test func a_time_is_rounded_up_to_whole_seconds() {
        #expect(Duration.milliseconds(1).wholeSeconds == 1)
        #expect(Duration.seconds(3).wholeSeconds == 3)
        #expect(Duration.zero.wholeSeconds == 0)
    }

    @Test(arguments: [
        ("app", "app", "latest"), ("app:v1", "app", "v1"),
        ("registry:5000/a/app", "registry:5000/a/app", "latest"),
        ("registry:5000/a/app:v1", "registry:5000/a/app", "v1"),
    ])
    func a_reference_is_split_at_its_tag(reference: String, repository: String, tag: String) {
        #expect(DockerEngine.split(reference: reference) == (repository, tag))
    }
}
