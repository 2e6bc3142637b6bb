/// Tells keywords, texts, comments, numbers and types of Swift apart, byte by byte: enough to read by, not to compile by.
///
/// Works on pieces of files too, so an unclosed text ends with its line and an unclosed comment with the piece.
enum SwiftColours {
    enum Colour: UInt8 {
        case plain
        case keyword
        case text
        case comment
        case number
        case type

        /// Name of the class in the style sheet; nil for plain text.
        var name: String? {
            switch self {
            case .plain: nil
            case .keyword: "k"
            case .text: "s"
            case .comment: "c"
            case .number: "d"
            case .type: "t"
            }
        }
    }

    static func colours(of bytes: [UInt8]) -> [Colour] {
        var colours = [Colour](repeating: .plain, count: bytes.count)
        var index = 0
        func paint(to end: Int, _ colour: Colour) {
            let end = min(end, bytes.count)
            for place in index..<max(index, end) { colours[place] = colour }
            index = max(index + 1, end)
        }
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "/") where at(bytes, index + 1) == UInt8(ascii: "/"):
                paint(to: lineEnd(bytes, index), .comment)
            case UInt8(ascii: "/") where at(bytes, index + 1) == UInt8(ascii: "*"):
                paint(to: commentEnd(bytes, index), .comment)
            case UInt8(ascii: "\""):
                paint(to: textEnd(bytes, index), .text)
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                paint(to: wordEnd(bytes, index, dots: true), .number)
            case UInt8(ascii: "@"), UInt8(ascii: "#"):
                paint(to: wordEnd(bytes, index + 1), .keyword)
            case _ where isWord(byte):
                let end = wordEnd(bytes, index)
                let word = String(decoding: bytes[index..<end], as: UTF8.self)
                let isMember = index > 0 && bytes[index - 1] == UInt8(ascii: ".")
                if keywords.contains(word), !isMember {
                    paint(to: end, .keyword)
                } else {
                    paint(to: end, byte >= 0x41 && byte <= 0x5A ? .type : .plain)
                }
            default: index += 1
            }
        }
        return colours
    }

    private static func at(_ bytes: [UInt8], _ index: Int) -> UInt8? {
        index < bytes.count ? bytes[index] : nil
    }

    private static func lineEnd(_ bytes: [UInt8], _ start: Int) -> Int {
        bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    }

    private static func commentEnd(_ bytes: [UInt8], _ start: Int) -> Int {
        var depth = 0
        var index = start
        while index < bytes.count {
            switch (bytes[index], at(bytes, index + 1)) {
            case (UInt8(ascii: "/"), UInt8(ascii: "*")): (depth, index) = (depth + 1, index + 2)
            case (UInt8(ascii: "*"), UInt8(ascii: "/")): (depth, index) = (depth - 1, index + 2)
            default: index += 1
            }
            if depth == 0 { return index }
        }
        return bytes.count
    }

    private static func textEnd(_ bytes: [UInt8], _ start: Int) -> Int {
        let quote = UInt8(ascii: "\"")
        let isLong = at(bytes, start + 1) == quote && at(bytes, start + 2) == quote
        var index = start + (isLong ? 3 : 1)
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 2
            case quote where !isLong: return index + 1
            case quote where at(bytes, index + 1) == quote && at(bytes, index + 2) == quote: return index + 3
            case 0x0A where !isLong: return index
            default: index += 1
            }
        }
        return bytes.count
    }

    private static func wordEnd(_ bytes: [UInt8], _ start: Int, dots: Bool = false) -> Int {
        var index = start
        while index < bytes.count {
            let isDot =
                dots && bytes[index] == UInt8(ascii: ".") && (at(bytes, index + 1).map(isDigit) ?? false)
            guard isWord(bytes[index]) || isDot else { break }
            index += 1
        }
        return index
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func isWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A) || byte == 0x5F
            || byte >= 0x80
    }

    private static let keywords: Set<String> = [
        "actor", "any", "as", "associatedtype", "async", "await", "borrowing", "break", "case", "catch",
        "class",
        "consuming", "continue", "default", "defer", "deinit", "do", "else", "enum", "extension",
        "fallthrough",
        "false", "fileprivate", "final", "for", "func", "get", "guard", "if", "import", "in", "indirect",
        "init",
        "inout", "internal", "is", "lazy", "let", "mutating", "nil", "nonisolated", "open", "operator",
        "override",
        "package", "private", "protocol", "public", "repeat", "required", "rethrows", "return", "self",
        "Self", "set",
        "some", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try",
        "typealias",
        "unowned", "var", "weak", "where", "while", "willSet", "didSet",
    ]
}
