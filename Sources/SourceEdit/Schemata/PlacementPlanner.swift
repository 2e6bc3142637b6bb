import SwiftParser
import SwiftSyntax

/// Finds for each mutation of a file the pieces of code that may be duplicated for it, smallest first.
struct PlacementPlanner {
    let file: SourceFile
    let layout: Layout
    let mutations: [Schema.Numbered]
    private(set) var reasons: [Int: Woven.Reason] = [:]
    /// Unit indices, once ``units(firstID:)`` was called.
    private(set) var chains: [[Int]] = []
    private var placements: [[Placement]] = []
    private var demand: [Stretch: Int] = [:]
    private var softDemand: [Stretch: Int] = [:]

    /// Consecutive items of one list.
    private struct Stretch: Hashable {
        var block: Int
        var first: Int
        var last: Int
    }

    private struct Spot {
        var stretch: Stretch
        var hull: Range<Int>
        var edits: [TextEdit]
        /// Complete statements are inserted before the item of this index.
        var boundary: Int?
        /// The variant leaves names or deferred code behind.
        var declares = false
        var isExpression = false
        /// The initial value of a property instead of items.
        var site: Int?
        /// The item outside of all closures and expressions around.
        var solid: Stretch?
        /// The property whose initial value holds the closures around.
        var solidSite: Int?
    }

    init(file: SourceFile, layout: Layout, mutations: [Schema.Numbered]) {
        self.file = file
        self.layout = layout
        self.mutations = mutations
    }

    mutating func plan(isBroken: Bool) {
        placements = Array(repeating: [], count: mutations.count)
        guard !isBroken else {
            for index in mutations.indices { reasons[index] = .fileDoesNotParse }
            return
        }
        var spots: [Spot?] = []
        for (index, numbered) in mutations.enumerated() {
            switch spot(numbered.mutation) {
            case .success(let spot):
                spots.append(spot)
                if let solid = spot.solid {
                    softDemand[solid, default: 0] += 1
                } else if spot.boundary == nil {
                    demand[spot.stretch, default: 0] += 1
                }
            case .failure(let refusal):
                spots.append(nil)
                reasons[index] = refusal.reason
            }
        }
        for (index, spot) in spots.enumerated() {
            guard let spot else { continue }
            placements[index] = chain(spot)
            if placements[index].isEmpty {
                reasons[index] = refusal(spot)
            }
        }
    }

    private struct Refusal: Error {
        var reason: Woven.Reason
    }

    // MARK: - Where a mutation is

    private func spot(_ mutation: Mutation) -> Result<Spot, Refusal> {
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
    private func redeclares(_ names: Set<String>, outside stretch: Stretch) -> Bool {
        layout.blocks[stretch.block].items.enumerated().contains { position, item in
            (position < stretch.first || position > stretch.last) && item.declares
                && VariantText.names(item.node).contains(where: names.contains)
        }
    }

    private static func hull(_ edits: [TextEdit]) -> Range<Int>? {
        guard var hull = edits.first?.range else { return nil }
        for edit in edits.dropFirst() {
            guard edit.range.lowerBound >= hull.upperBound else { return nil }
            hull = hull.lowerBound..<max(hull.upperBound, edit.range.upperBound)
        }
        return hull
    }

    private func text(of range: Range<Int>, _ edits: [TextEdit]) -> String? {
        layout.variant(of: range, edits).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The items of a list that a stretch of the file touches; the nearest one when it touches only blanks.
    private func touched(_ range: Range<Int>, _ block: Int) -> Stretch? {
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

    private func nearest(_ boundary: Int, _ block: Int) -> Stretch {
        let item = min(boundary, max(layout.blocks[block].items.count - 1, 0))
        return Stretch(block: block, first: item, last: item)
    }

    func region(_ first: Int, _ last: Int, of block: Int) -> Range<Int> {
        let items = layout.blocks[block].items
        let isTail = last == items.count - 1 && first < last
        return items[first].range.lowerBound..<(isTail ? items[last].end : items[last].range.upperBound)
    }

    private func region(_ stretch: Stretch) -> Range<Int> {
        region(stretch.first, stretch.last, of: stretch.block)
    }

    /// The index before whose item complete statements are inserted.
    private func insertion(_ edit: TextEdit, _ index: Int) -> Int? {
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

    private static func separates(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D || byte == 0x3B }

    private func separated(_ start: Int, _ end: Int) -> Bool {
        start < end && layout.bytes[start..<end].contains(where: Self.separates)
    }

    /// Finds what is outside of the closures and expressions around a spot.
    private func settle(_ spot: inout Spot) {
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

    // MARK: - What may be duplicated

    private func chain(_ spot: Spot) -> [Placement] {
        let block = layout.blocks[spot.stretch.block]
        if let site = spot.site {
            return [
                .expression(
                    block: spot.stretch.block, item: 0, region: layout.sites[site].range, form: .value)
            ]
        }
        guard block.isSoft else { return solidChain(spot) }
        var inner: [Placement] = block.looksBuilt ? [] : innerChain(spot)
        if let site = spot.solidSite {
            inner.append(
                .expression(
                    block: layout.sites[site].block, item: 0, region: layout.sites[site].range, form: .value))
            return inner
        }
        guard let solid = spot.solid, layout.blocks[solid.block].role != .declarations else { return inner }
        var outer = Spot(stretch: solid, hull: spot.hull, edits: spot.edits)
        outer.declares = layout.blocks[solid.block].items[solid.first].declares
        let chain = solidChain(outer)
        let size = chain.first.map(bytes) ?? 0
        let count = softDemand[solid] ?? 1
        return !chain.isEmpty && size * count <= Schema.closureBytes ? chain : inner + chain
    }

    private func bytes(_ placement: Placement) -> Int {
        switch placement {
        case .items(let block, let first, let last): region(first, last, of: block).count
        case .insertion: 0
        case .expression(_, _, let region, _): region.count
        case .built(let callable): layout.blocks[layout.callables[callable].block].interior.count
        }
    }

    private func refusal(_ spot: Spot) -> Woven.Reason {
        let block = layout.blocks[spot.stretch.block]
        if block.callable >= 0, layout.callables[block.callable].mayBeBuilt(layout) { return .resultBuilder }
        return block.role == .script ? .fileLevel : .outsideOfBodies
    }

    private func solidChain(_ spot: Spot) -> [Placement] {
        let index = spot.stretch.block
        let block = layout.blocks[index]
        if block.callable >= 0 {
            let callable = layout.callables[block.callable]
            if callable.mayBeBuilt(layout) {
                let isRefused = callable.isOpaque || callable.effects?.contains("rethrows") ?? false
                let isEmpty = layout.blocks[callable.block].items.isEmpty
                guard !isRefused, !isEmpty else { return [] }
                // Where no sibling function compiles the attribute was none of a builder.
                return [.built(callable: block.callable)] + plainChain(spot)
            }
        }
        return plainChain(spot)
    }

    private func plainChain(_ spot: Spot) -> [Placement] {
        let block = layout.blocks[spot.stretch.block]
        var chain = innerChain(spot)
        if block.callable >= 0 {
            let body = layout.callables[block.callable].block
            let count = layout.blocks[body].items.count
            if count > 0 { chain.append(.items(block: body, first: 0, last: count - 1)) }
        }
        return chain
    }

    /// Placements in the list itself.
    private func innerChain(_ spot: Spot) -> [Placement] {
        let index = spot.stretch.block
        let block = layout.blocks[index]
        if let boundary = spot.boundary, block.role != .script || !block.items.isEmpty {
            var chain = [Placement.insertion(block: index, boundary: boundary)]
            if !block.items.isEmpty, !block.items[spot.stretch.first].declares {
                chain.append(.items(block: index, first: spot.stretch.first, last: spot.stretch.last))
            }
            return chain
        }
        guard !block.items.isEmpty else { return [] }
        if block.yieldsItem || block.role == .value {
            guard block.yieldsItem, spot.isExpression else { return [] }
            return [.expression(block: index, item: 0, region: block.items[0].range, form: .value)]
        }
        var chain: [Placement] = []
        let first = spot.stretch.first
        if first == spot.stretch.last {
            let count = max(demand[spot.stretch] ?? 0, softDemand[spot.stretch] ?? 0, 1)
            let end = (block.items[first].declares ? block.items[block.items.count - 1] : block.items[first])
                .end
            let cost = count * (end - block.items[first].range.lowerBound)
            let finder = HeadFinder(layout: layout, block: index, item: first, hull: spot.hull, cost: cost)
            if let head = finder.find(in: file.tree), isExpression(head, spot) { chain.append(head) }
        }
        if !spot.declares {
            chain.append(.items(block: index, first: first, last: spot.stretch.last))
        } else {
            var (list, item) = (index, first)
            // What a clause of `#if` declares is used after the `#endif`.
            while layout.blocks[list].role == .conditional {
                (list, item) = (layout.blocks[list].parent, layout.blocks[list].parentItem)
            }
            if layout.blocks[list].role != .script {
                chain.append(.items(block: list, first: item, last: lastItem(list)))
            }
        }
        return chain
    }

    private func lastItem(_ block: Int) -> Int { layout.blocks[block].items.count - 1 }

    private func isExpression(_ placement: Placement, _ spot: Spot) -> Bool {
        guard case .expression(_, _, let region, _) = placement else { return false }
        guard let text = text(of: region, spot.edits) else { return false }
        let variant = VariantText(text)
        return variant.parses && variant.isExpression
    }

    // MARK: - Units

    /// Makes placements that overlap one, so that units are disjoint or nested.
    mutating func units(firstID: Int32) -> [Unit] {
        var merged: [Placement: Placement] = [:]
        var lists: [Int: Set<Range<Int>>] = [:]
        for case .items(let block, let first, let last) in placements.joined() {
            lists[block, default: []].insert(first..<last + 1)
        }
        for (block, ranges) in lists {
            for (range, whole) in laminar(ranges, block) {
                merged[.items(block: block, first: range.lowerBound, last: range.upperBound - 1)] =
                    .items(block: block, first: whole.lowerBound, last: whole.upperBound - 1)
            }
        }
        var units: [Unit] = []
        var known: [Placement: Int] = [:]
        chains = placements.map { chain in
            var indices: [Int] = []
            for placement in chain {
                let key = merged[placement] ?? placement
                let index: Int
                if let before = known[key] {
                    index = before
                } else {
                    index = units.count
                    known[key] = index
                    units.append(unit(key, firstID + Int32(index)))
                }
                if !indices.contains(index) { indices.append(index) }
            }
            return indices
        }
        return units
    }

    /// Each range with the one that it becomes part of: ranges that overlap without nesting become their union.
    private func laminar(_ ranges: Set<Range<Int>>, _ block: Int) -> [Range<Int>: Range<Int>] {
        let items = layout.blocks[block].items
        var current = ranges
        while true {
            let sorted = current.sorted { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) }
            var changed = false
            var result: [Range<Int>] = []
            var stack: [Int] = []
            for range in sorted {
                while let top = stack.last, result[top].upperBound <= range.lowerBound { stack.removeLast() }
                if let top = stack.last, result[top].upperBound < range.upperBound {
                    let low = result[top].lowerBound
                    let declares = items[low..<range.upperBound].contains { $0.declares }
                    result[top] = low..<(declares ? items.count : range.upperBound)
                    changed = true
                } else {
                    stack.append(result.count)
                    result.append(range)
                }
            }
            current = Set(result)
            if !changed { break }
        }
        let final = current.sorted { $0.count < $1.count }
        return Dictionary(
            uniqueKeysWithValues: ranges.map { range in
                let whole = final.first {
                    $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound
                        && ($0 == range || !current.contains(range))
                }
                return (range, whole ?? range)
            })
    }

    private func unit(_ placement: Placement, _ id: Int32) -> Unit {
        switch placement {
        case .items(let index, let first, let last):
            let block = layout.blocks[index]
            let isTail = last == block.items.count - 1
            return Unit(
                id: id, form: .statements, region: region(first, last, of: index), block: index, first: first,
                last: last, isTail: isTail, isBody: isTail && first == 0 && block.role == .body,
                isSoft: block.isSoft)
        case .insertion(let index, let boundary):
            let block = layout.blocks[index]
            let offset: Int
            let trailing = boundary == block.items.count
            if trailing {
                offset = block.items.last?.end ?? block.interior.lowerBound
            } else {
                offset = block.items[boundary].range.lowerBound
            }
            return Unit(
                id: id, form: .insertion(trailing: trailing), region: offset..<offset, block: index,
                first: boundary, last: boundary, isTail: false, isBody: false, isSoft: block.isSoft)
        case .expression(let index, let item, let region, let form):
            let isSoft =
                switch form {
                case .value, .call: true
                default: layout.blocks[index].isSoft
                }
            return Unit(
                id: id, form: form, region: region, block: index, first: item, last: item, isTail: false,
                isBody: false, isSoft: isSoft)
        case .built(let callable):
            let index = layout.callables[callable].block
            let last = lastItem(index)
            return Unit(
                id: id, form: .built, region: region(0, max(last, 0), of: index), block: index, first: 0,
                last: last, isTail: true, isBody: true, isSoft: false)
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
