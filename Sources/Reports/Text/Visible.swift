/// Text as a reader has to see it: nothing hidden in it, nothing that moves the text around it.
///
/// Controls, terminal escapes, marks of direction and characters without width get a sign of their own. What comes out
/// is also legal in XML, which has no way to write most of them.
package enum Visible {
    /// Keeps line ends and tabs.
    package static func text(_ text: some StringProtocol) -> String {
        guard text.unicodeScalars.contains(where: { $0 != "\n" && $0 != "\t" && isHidden($0) }) else {
            return String(text)
        }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "\n" || scalar == "\t" || !isHidden(scalar) {
                shown.append(scalar)
            } else {
                shown.append(contentsOf: sign(of: scalar).unicodeScalars)
            }
        }
        return String(shown)
    }

    /// On one line, and cut after `limitBytes` with a word about the rest.
    package static func line(_ text: some StringProtocol, limitBytes: Int = 1024) -> String {
        var line = String.UnicodeScalarView()
        for scalar in cut(text, limitBytes: limitBytes).unicodeScalars {
            switch scalar {
            case "\n": line.append("⏎")
            case "\t": line.append(" ")
            default: line.append(scalar)
            }
        }
        return Visible.text(String(line))
    }

    /// Every line of it cut after `limitBytes`.
    package static func lines(_ text: String, limitBytes: Int = 2048) -> String {
        text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { Visible.text(cut(String(decoding: $0, as: UTF8.self), limitBytes: limitBytes)) }
            .joined(separator: "\n")
    }

    /// The first `limitBytes` bytes, at most three fewer so that no character is torn, and a word about the rest.
    static func cut(_ text: some StringProtocol, limitBytes: Int) -> String {
        let count = text.utf8.count
        guard count > limitBytes else { return String(text) }
        let head = Array(text.utf8.prefix(limitBytes + 1))
        var end = limitBytes
        while end > 0, head[end] & 0xC0 == 0x80 { end -= 1 }
        return String(decoding: head[..<end], as: UTF8.self) + " [… \(count - end) bytes left out …]"
    }

    private static func sign(of scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0..<0x20: "⟨\(controls[Int(scalar.value)])⟩"
        case 0x7F: "⟨DEL⟩"
        default: "⟨U+" + hexadecimal(scalar.value) + "⟩"
        }
    }

    /// Names, since few fonts have the pictures of Unicode for them.
    private static let controls = [
        "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "HT", "LF", "VT", "FF", "CR", "SO",
        "SI", "DLE",
        "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US",
    ]

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// The joiners U+200C and U+200D stay: scripts and emoji need them.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: true
        // Soft hyphen, marks and overrides of direction, spaces without width, line and paragraph separators.
        case 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
        // Fillers that look like spaces in an identifier.
        case 0x115F, 0x1160, 0x3164, 0xFFA0: true
        case 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF, 0xE0000...0xE007F: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }
}
