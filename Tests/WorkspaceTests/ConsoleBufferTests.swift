import Testing

@testable import Workspace

@Suite struct ConsoleBufferTests {
    @Test(arguments: [1, 3, 7, 1000]) func short_output_is_kept_whole(chunk: Int) {
        var buffer = ConsoleBuffer(limitBytes: 100)
        let text = Array(String(repeating: "ab\n", count: 33).utf8)
        for start in stride(from: 0, to: text.count, by: chunk) {
            buffer.append(Array(text[start..<min(start + chunk, text.count)]))
        }
        #expect(Array(buffer.text.utf8) == text)
    }

    @Test(arguments: [1, 5, 100_000]) func long_output_loses_its_middle_at_line_ends(chunk: Int) {
        var buffer = ConsoleBuffer(limitBytes: 40)
        let text = Array((0..<1000).map { "line \($0)\n" }.joined().utf8)
        for start in stride(from: 0, to: text.count, by: chunk) {
            buffer.append(Array(text[start..<min(start + chunk, text.count)]))
        }
        #expect(
            buffer.text == "line 0\nline 1\n[… \(text.count - 32) bytes left out …]\nline 998\nline 999\n")
    }

    @Test func a_single_endless_line_is_cut_anywhere() {
        var buffer = ConsoleBuffer(limitBytes: 10)
        buffer.append(Array(repeating: UInt8(ascii: "x"), count: 1000))
        #expect(buffer.text == "xxxxx\n[… 990 bytes left out …]\nxxxxx")
    }
}
