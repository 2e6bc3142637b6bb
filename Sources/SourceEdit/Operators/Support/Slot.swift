import SwiftSyntax

/// A gap between two statements of a block, or before the first or after the last one.
struct Slot {
    let list: CodeBlockItemListSyntax
    let items: [CodeBlockItemSyntax]
    /// Of the statement that follows the gap; `items.count` after the last.
    let index: Int

    var next: CodeBlockItemSyntax? { index < items.count ? items[index] : nil }
    var previous: CodeBlockItemSyntax? { index > 0 ? items[index - 1] : nil }
}

extension MutationScope {
    /// The blocks with statements whose number may change: all but closures that are one expression.
    var blocks: [CodeBlockItemListSyntax] {
        allPlaces(CodeBlockItemListSyntax.self).filter { list in
            guard let first = list.first else { return false }
            let isClosure = list.parent?.is(ClosureExprSyntax.self) ?? false
            return !(isClosure && list.count == 1 && first.expression != nil)
        }
    }

    /// Every gap where control can arrive.
    var slots: [Slot] {
        blocks.flatMap { list -> [Slot] in
            let items = Array(list)
            let end = items.firstIndex(where: \.leaves) ?? items.count
            return (0...end).map { Slot(list: list, items: items, index: $0) }
        }
    }

    /// The bodies of branches and loops that hold nothing, not even a comment.
    var emptyBlocks: [CodeBlockSyntax] {
        allPlaces(CodeBlockSyntax.self).filter { block in
            guard block.statements.isEmpty, let owner = block.parent else { return false }
            let isBranch =
                owner.is(IfExprSyntax.self) || owner.is(ForStmtSyntax.self) || owner.is(WhileStmtSyntax.self)
            return isBranch && source.text(interior(of: block)).allSatisfy(\.isWhitespace)
        }
    }

    private func interior(of block: CodeBlockSyntax) -> Range<Int> {
        block.leftBrace.endPositionBeforeTrailingTrivia
            .utf8Offset..<block.rightBrace.positionAfterSkippingLeadingTrivia.utf8Offset
    }

    /// The edit that makes a statement all that an empty block holds; nil when its line may not change.
    func filling(_ block: CodeBlockSyntax, with statement: String) -> [TextEdit]? {
        let range = interior(of: block)
        guard allows(range.lowerBound) else { return nil }
        let outer = source.lineEnd + source.indentation(at: range.lowerBound)
        return [TextEdit(range, outer + source.indentUnit + statement + outer)]
    }

    /// Whether a block is one expression that its function returns.
    func returnsImplicitly(_ list: CodeBlockItemListSyntax) -> Bool {
        guard list.count == 1, let item = list.first else { return false }
        guard
            item.expression != nil || item.item.is(ExprSyntax.self) || item.item.is(ExpressionStmtSyntax.self)
        else {
            return false
        }
        if item.expression == nil, !item.descendants(ReturnStmtSyntax.self).isEmpty { return false }
        let owner = list.parent?.is(CodeBlockSyntax.self) == true ? list.parent?.parent : list.parent
        guard let owner, let context = FunctionContext(owner), context.body.id == list.id else {
            return false
        }
        if owner.is(ClosureExprSyntax.self) { return true }
        return returnType(at: item) != nil
    }

    /// The edits that put a statement, line by line, into a gap; nil when no line around it may change.
    func insertion(_ statement: [String], at slot: Slot) -> [TextEdit]? {
        guard let first = slot.items.first, let last = slot.items.last,
            let opening = slot.list.previousToken(viewMode: .sourceAccurate)
        else { return nil }
        let isReturn = returnsImplicitly(slot.list)
        if isReturn, slot.index > 0 || first.expression == nil { return nil }
        let returning = isReturn ? "return " : ""
        let end = source.lineEnd
        let open = opening.endPositionBeforeTrailingTrivia.utf8Offset
        let start = first.spliceRange.lowerBound
        guard source.startsLine(start) else {
            return expansion(
                statement, at: slot, opening: opening,
                old: returning + source.text(start..<last.spliceRange.upperBound))
        }
        let indentation = source.indentation(at: start)
        let text = statement.joined(separator: end + indentation)
        if let next = slot.next, allows(next.spliceRange.lowerBound) {
            let place = next.spliceRange.lowerBound
            return [
                .insert(text + (source.startsLine(place) ? end + indentation + returning : "; "), at: place)
            ]
        }
        guard !isReturn else { return nil }
        let before = slot.previous?.spliceRange.upperBound ?? open
        guard let place = source.lineEnd(after: before), allows(anchor(of: .insert("", at: before))) else {
            return nil
        }
        return [.insert(end + indentation + text, at: place)]
    }

    /// Breaks a block that is written on one line.
    private func expansion(_ statement: [String], at slot: Slot, opening: TokenSyntax, old: String)
        -> [TextEdit]?
    {
        guard slot.items.count == 1, let closing = slot.list.nextToken(viewMode: .sourceAccurate),
            let only = slot.items.first
        else { return nil }
        let start = opening.endPositionBeforeTrailingTrivia.utf8Offset
        guard allows(start) else { return nil }
        let outer = source.indentation(at: start)
        let line = source.lineEnd + outer + source.indentUnit
        let new = statement.joined(separator: line)
        let body = slot.index == 0 ? line + new + line + old : line + old + line + new
        switch opening.tokenKind {
        case .leftBrace:
            let end = closing.positionAfterSkippingLeadingTrivia.utf8Offset
            guard source.line(at: start) == source.line(at: end) else { return nil }
            return [TextEdit(start..<end, body + source.lineEnd + outer)]
        case .colon:
            return [TextEdit(start..<only.spliceRange.upperBound, body)]
        default: return nil
        }
    }

    /// The edit that takes a statement away: its lines when it has them for itself, else only its text.
    func deletion(of item: CodeBlockItemSyntax) -> TextEdit {
        let range = item.spliceRange
        if source.startsLine(range.lowerBound), let end = source.lineEnd(after: range.upperBound) {
            let blanks = source.indentation(at: range.lowerBound).utf8.count
            var next = end
            while next < source.bytes.count, source.bytes[next] != 0x0A { next += 1 }
            return TextEdit(range.lowerBound - blanks..<min(next + 1, source.bytes.count), "")
        }
        var end = range.upperBound
        while end < source.bytes.count, source.bytes[end] == 0x20 || source.bytes[end] == 0x3B { end += 1 }
        return TextEdit(range.lowerBound..<end, "")
    }

    /// A statement as lines that can be put elsewhere; nil when it holds a string over several lines.
    func lines(of item: CodeBlockItemSyntax) -> [String]? {
        let text = item.trimmedDescription
        guard !text.contains("\"\"\"") else { return nil }
        let indentation = source.indentation(at: item.spliceRange.lowerBound)
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().map {
            position, line in
            let line = line.hasSuffix("\r") ? line.dropLast() : line
            return position > 0 && line.hasPrefix(indentation)
                ? String(line.dropFirst(indentation.count)) : String(line)
        }
    }
}
