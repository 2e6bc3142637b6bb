/// The bytes of a file and where its lines start, for many look-ups of places.
struct SourceLines: Sendable {
    let bytes: [UInt8]
    private let starts: [Int]
    let lineEnd: String
    let indentUnit: String
    /// One-based lines that a `lab:skip` comment marks: its own when code stands before it, else the next line of code.
    let marked: Set<Int>

    init(_ file: SourceFile) {
        bytes = Array(file.text.utf8)
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            starts.append(offset + 1)
        }
        self.starts = starts
        lineEnd = file.text.contains("\r\n") ? "\r\n" : "\n"
        indentUnit = file.indentUnit
        marked = file.text.contains("lab:skip") ? Self.marks(in: file.text) : []
    }

    private static func marks(in text: String) -> Set<Int> {
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
            String(Substring($0)).trimmed
        }
        var marked: Set<Int> = []
        for (position, line) in lines.enumerated() {
            guard let comment = line.firstRange(of: "//"), line[comment.upperBound...].contains("lab:skip")
            else {
                continue
            }
            if comment.lowerBound > line.startIndex {
                marked.insert(position + 1)
            } else if let next = lines[(position + 1)...].firstIndex(where: {
                !$0.isEmpty && !$0.hasPrefix("//")
            }) {
                marked.insert(next + 1)
            }
        }
        return marked
    }

    /// One-based.
    func line(at offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// One-based, in bytes.
    func column(at offset: Int) -> Int { offset - starts[line(at: offset) - 1] + 1 }

    /// The blanks at the start of the line that holds `offset`.
    func indentation(at offset: Int) -> String {
        let start = starts[line(at: offset) - 1]
        return String(decoding: bytes[start...].prefix { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
    }

    /// Whether only blanks stand before `offset` on its line.
    func startsLine(_ offset: Int) -> Bool {
        bytes[starts[line(at: offset) - 1]..<offset].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    /// The offset of the end of the line when only blanks and a comment stand between; nil otherwise.
    func lineEnd(after offset: Int) -> Int? {
        var end = offset
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        if end > offset, bytes[end - 1] == 0x0D { end -= 1 }
        let rest = bytes[offset..<end].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        return rest.isEmpty || rest.starts(with: Array("//".utf8)) ? end : nil
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension String {
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
