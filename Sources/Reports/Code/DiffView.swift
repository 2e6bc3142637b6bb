/// A diff as markup.
enum DiffView {
    /// One line below the other, as a terminal shows it.
    static func unified(_ diff: String) -> HTML {
        let diff = UnifiedDiff(diff)
        var rows: HTML = ""
        for hunk in diff.files.flatMap(\.hunks) {
            for pair in pairs(hunk.lines) {
                for line in [pair.old, pair.new].compactMap({ $0 }) where line.kind != .same {
                    rows += unifiedRow(line, marks: pair.marks(line.kind))
                }
                if let line = pair.old, line.kind == .same { rows += unifiedRow(line, marks: []) }
            }
        }
        return "<div class=\"diff unified\">\(rows)</div>"
    }

    /// Before on the left and after on the right; one below the other where there is no room.
    static func sideBySide(_ hunk: UnifiedDiff.Hunk) -> HTML {
        var rows: HTML = ""
        for pair in pairs(hunk.lines) {
            if let line = pair.old, line.kind == .same {
                rows +=
                    "<div class=\"pair same\">\(cell(line, line.old, [], "old"))\(cell(line, line.new, [], "new"))</div>\n"
            } else {
                let old = pair.old.map { cell($0, $0.old, pair.marks(.removed), "old removed") }
                let new = pair.new.map { cell($0, $0.new, pair.marks(.added), "new added") }
                rows += """
                    <div class="pair">\(old ?? "<div class=\"none\"></div>")\(new ?? "<div class=\"none\"></div>")</div>

                    """
            }
        }
        return "<div class=\"diff sides\">\(rows)</div>"
    }

    private static func unifiedRow(_ line: UnifiedDiff.Line, marks: [Range<Int>]) -> HTML {
        switch line.kind {
        case .same: "\(cell(line, line.new, [], "same"))\n"
        case .removed: "\(cell(line, line.old, marks, "removed"))\n"
        case .added: "\(cell(line, line.new, marks, "added"))\n"
        }
    }

    private static func cell(
        _ line: UnifiedDiff.Line, _ number: Int?, _ marks: [Range<Int>], _ name: HTML
    ) -> HTML {
        let sign: HTML =
            switch line.kind {
            case .same: "<span class=\"sg\" aria-hidden=\"true\"> </span>"
            case .removed:
                "<span class=\"sg\"><span class=\"sr\">removed </span><span aria-hidden=\"true\">−</span></span>"
            case .added:
                "<span class=\"sg\"><span class=\"sr\">added </span><span aria-hidden=\"true\">+</span></span>"
            }
        let mark: HTML = line.kind == .removed ? "del" : "ins"
        return """
            <div class="cell \(name)"><span class="n">\(number.map(String.init) ?? "")</span>\(sign)\
            <code>\(CodeLine.html(line.text, marks: marks, mark: mark))</code></div>
            """
    }

    /// A line before beside the line after that took its place.
    struct Pair {
        var old: UnifiedDiff.Line?
        var new: UnifiedDiff.Line?

        /// What differs between the two, as bytes of the one asked for; nothing where they have little in common.
        func marks(_ kind: UnifiedDiff.Kind) -> [Range<Int>] {
            guard let old, let new, old.kind == .removed, new.kind == .added else { return [] }
            let (a, b) = (Array(old.text.utf8), Array(new.text.utf8))
            var start = 0
            while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
            var end = 0
            while end < min(a.count, b.count) - start, a[a.count - 1 - end] == b[b.count - 1 - end] {
                end += 1
            }
            let mine = kind == .removed ? a : b
            let indent = mine.prefix { $0 == 0x20 }.count
            guard start > indent || end > 0, (start - indent + end) * 3 > mine.count - indent else {
                return []
            }
            return [start..<(mine.count - end)]
        }
    }

    static func pairs(_ lines: [UnifiedDiff.Line]) -> [Pair] {
        var pairs: [Pair] = []
        var removed: [UnifiedDiff.Line] = []
        var added: [UnifiedDiff.Line] = []
        func flush() {
            for index in 0..<max(removed.count, added.count) {
                pairs.append(
                    Pair(
                        old: index < removed.count ? removed[index] : nil,
                        new: index < added.count ? added[index] : nil))
            }
            removed = []
            added = []
        }
        for line in lines {
            switch line.kind {
            case .removed:
                if !added.isEmpty { flush() }
                removed.append(line)
            case .added: added.append(line)
            case .same:
                flush()
                pairs.append(Pair(old: line, new: line))
            }
        }
        flush()
        return pairs
    }
}
