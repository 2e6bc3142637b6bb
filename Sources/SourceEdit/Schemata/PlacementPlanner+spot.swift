import SwiftSyntax

/// Where a mutation is.
extension PlacementPlanner {
    func spot(_ mutation: Mutation) -> Result<Spot, Refusal> {
        let edits = mutation.edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
        guard let first = edits.first, let hull = Self.hull(edits), hull.upperBound <= layout.bytes.count
        else {
            return .failure(Refusal(reason: .notOneStretch))
        }
        var block = layout.innermost(hull)
        if let site = layout.site(hull, in: block) {
            let range = layout.sites[site].range
            guard let text = text(of: range, edits), VariantText(text).parses, VariantText(text).isExpression
            else { return .failure(Refusal(reason: .notOneStretch)) }
            var spot = Spot(stretch: Stretch(block: block, first: 0, last: 0), hull: hull, edits: edits)
            spot.site = site
            return .success(spot)
        }
        var range = hull
        while true {
            if layout.blocks[block].role == .declarations {
                return .failure(Refusal(reason: .outsideOfBodies))
            }
            if edits.count == 1, range == hull, let boundary = insertion(first, block) {
                let stretch = nearest(boundary, block)
                var spot = Spot(stretch: stretch, hull: hull, edits: edits, boundary: boundary)
                settle(&spot)
                return .success(spot)
            }
            if let stretch = touched(range, block) {
                let region = self.region(stretch)
                if let text = text(of: region, edits) {
                    let variant = VariantText(text)
                    if variant.parses || VariantText(layout.text(region)).parses == false {
                        var spot = Spot(stretch: stretch, hull: hull, edits: edits)
                        let original = layout.blocks[block].items[stretch.first...stretch.last]
                        spot.declares = variant.declares || original.contains { $0.declares }
                        spot.isExpression = variant.isExpression
                        if variant.declares, redeclares(variant.names, outside: stretch) {
                            return .failure(Refusal(reason: .redeclares))
                        }
                        settle(&spot)
                        return .success(spot)
                    }
                }
            }
            let around = layout.blocks[block]
            guard around.parent >= 0, around.role != .body, around.site < 0 else {
                return .failure(Refusal(reason: .notOneStretch))
            }
            range = layout.blocks[around.parent].items[around.parentItem].range
            block = around.parent
        }
    }

    /// A second declaration of a name in one scope would pass unseen, as a variant is a scope of its own.
    func redeclares(_ names: Set<String>, outside stretch: Stretch) -> Bool {
        layout.blocks[stretch.block].items.enumerated().contains { position, item in
            (position < stretch.first || position > stretch.last) && item.declares
                && VariantText.names(item.node).contains(where: names.contains)
        }
    }

    static func hull(_ edits: [TextEdit]) -> Range<Int>? {
        guard var hull = edits.first?.range else { return nil }
        for edit in edits.dropFirst() {
            guard edit.range.lowerBound >= hull.upperBound else { return nil }
            hull = hull.lowerBound..<max(hull.upperBound, edit.range.upperBound)
        }
        return hull
    }

    func text(of range: Range<Int>, _ edits: [TextEdit]) -> String? {
        layout.variant(of: range, edits).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The items of a list that a stretch of the file touches; the nearest one when it touches only blanks.
    func touched(_ range: Range<Int>, _ block: Int) -> Stretch? {
        let items = layout.blocks[block].items
        guard !items.isEmpty else { return nil }
        let after = items.partitioningIndex { $0.range.upperBound >= range.lowerBound }
        if range.isEmpty {
            // Of two items that meet here, the later one.
            let next = after + 1
            if next < items.count, items[next].range.lowerBound == range.lowerBound {
                return Stretch(block: block, first: next, last: next)
            }
            return nearest(after, block)
        }
        let first = items.partitioningIndex { $0.range.upperBound > range.lowerBound }
        let last = items.partitioningIndex { $0.range.lowerBound >= range.upperBound } - 1
        return first <= last ? Stretch(block: block, first: first, last: last) : nearest(first, block)
    }

    func nearest(_ boundary: Int, _ block: Int) -> Stretch {
        let item = min(boundary, max(layout.blocks[block].items.count - 1, 0))
        return Stretch(block: block, first: item, last: item)
    }

    func region(_ first: Int, _ last: Int, of block: Int) -> Range<Int> {
        let items = layout.blocks[block].items
        let isTail = last == items.count - 1 && first < last
        return items[first].range.lowerBound..<(isTail ? items[last].end : items[last].range.upperBound)
    }

    func region(_ stretch: Stretch) -> Range<Int> {
        region(stretch.first, stretch.last, of: stretch.block)
    }

    /// The index before whose item complete statements are inserted.
    func insertion(_ edit: TextEdit, _ index: Int) -> Int? {
        let block = layout.blocks[index]
        guard edit.range.isEmpty, !block.returnsItem, !block.yieldsItem, block.role != .value else {
            return nil
        }
        let offset = edit.range.lowerBound
        let next = block.items.partitioningIndex { $0.range.upperBound >= offset }
        let boundary: Int
        if next == block.items.count || offset <= block.items[next].range.lowerBound {
            boundary = next
        } else if offset == block.items[next].range.upperBound {
            boundary = next + 1
        } else {
            return nil
        }
        let text = edit.replacement
        let blanks: Set<UInt8> = [0x20, 0x09]
        let starts = text.utf8.first { !blanks.contains($0) }.map(Self.separates) ?? false
        let ends = text.utf8.last { !blanks.contains($0) }.map(Self.separates) ?? false
        let before = boundary == 0 ? nil : block.items[boundary - 1].range.upperBound
        let after = boundary == block.items.count ? nil : block.items[boundary].range.lowerBound
        guard starts || before.map({ separated($0, offset) }) ?? true,
            ends || after.map({ separated(offset, $0) }) ?? true
        else { return nil }
        let variant = VariantText(Self.bare(text))
        guard variant.parses, variant.count > 0, !variant.declares else { return nil }
        return boundary
    }

    /// Inserted statements without what separates them from their neighbours.
    static func bare(_ text: String) -> String {
        var bytes = Array(text.utf8)[...]
        while let byte = bytes.first, byte == 0x20 || byte == 0x09 || separates(byte) { bytes.removeFirst() }
        while let byte = bytes.last, byte == 0x20 || byte == 0x09 || separates(byte) { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func separates(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D || byte == 0x3B }

    func separated(_ start: Int, _ end: Int) -> Bool {
        start < end && layout.bytes[start..<end].contains(where: Self.separates)
    }

    /// Finds what is outside of the closures and expressions around a spot.
    func settle(_ spot: inout Spot) {
        var index = spot.stretch.block
        guard layout.blocks[index].isSoft else { return }
        while layout.blocks[index].isSoft {
            let block = layout.blocks[index]
            if block.site >= 0 {
                spot.solidSite = block.site
                return
            }
            guard block.parent >= 0 else { return }
            spot.solid = Stretch(block: block.parent, first: block.parentItem, last: block.parentItem)
            index = block.parent
        }
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first index from which on the condition holds; it must not hold before an index where it does not.
    func partitioningIndex(_ condition: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
