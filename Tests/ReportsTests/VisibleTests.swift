import Testing

@testable import Reports

@Suite struct VisibleTests {
    @Test(arguments: [
        ("plain text\n\tstays", "plain text\n\tstays"),
        ("\u{1B}[31mred\u{7}", "⟨ESC⟩[31mred⟨BEL⟩"),
        ("a\u{202E}b\u{2066}c", "a⟨U+202E⟩b⟨U+2066⟩c"),
        ("zero\u{200B}width\u{FEFF}", "zero⟨U+200B⟩width⟨U+FEFF⟩"),
        ("\u{85}\u{7F}\u{0}", "⟨U+0085⟩⟨DEL⟩⟨NUL⟩"),
        ("family 👩‍👩‍👧", "family 👩‍👩‍👧"),
        ("\u{FFFF}\u{E0041}", "⟨U+FFFF⟩⟨U+E0041⟩"),
    ])
    func what_is_hidden_is_shown(_ text: String, _ shown: String) {
        #expect(Visible.text(text) == shown)
    }

    @Test func a_line_has_no_line_end() {
        #expect(Visible.line("a\nb\r\nc") == "a⏎b⟨CR⟩⏎c")
    }

    @Test func a_long_line_is_cut_between_characters() {
        let cut = Visible.line("ab" + String(repeating: "é", count: 100), limitBytes: 9)
        #expect(cut == "abééé [… 194 bytes left out …]")
    }

    /// A quotation mark with an accent on it is one `Character`, and ends an attribute all the same.
    @Test func a_quotation_mark_is_escaped_whatever_stands_on_it() {
        let text = "\"\u{301}>\u{338}<\u{338}&'\u{301}"
        let html: HTML = "<a title=\"\(text)\">"
        #expect(html.text.utf8.filter { $0 == UInt8(ascii: "\"") }.count == 2)
        #expect(html.text.utf8.filter { $0 == UInt8(ascii: "<") }.count == 1)
        #expect(!html.text.dropFirst(10).contains("'"))
    }

    @Test(arguments: [
        (100.0, "100.0\u{A0}%"), (99.99, "99.9\u{A0}%"), (0.01, "0.1\u{A0}%"), (0, "0.0\u{A0}%"),
        (85.25, "85.3\u{A0}%"),
    ])
    func a_percentage_is_never_whole_by_rounding(_ value: Double, _ text: String) {
        #expect(Number.percent(value) == text)
    }
}
