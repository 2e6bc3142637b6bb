import SwiftSyntax

/// Where a file's probes stand.
struct ProbePlan {
    struct Mark {
        let probe: Woven.Probe
        let offset: Int
        let block: Int
        let isSoft: Bool
    }

    let marks: [Mark]
    /// What runs with a statement but stands behind a block of it, such as the condition of an `else if`, the pattern
    /// of a later case or an argument after a closure; under the number of the statement's own probe.
    let tails: [Woven.Probe]

    init(file: SourceFile, layout: Layout, probes: Schema.Probes, firstID: Int32) {
        let starts = Woven.lineStarts(layout.bytes)
        func lines(_ start: Int, _ end: Int) -> ClosedRange<Int> {
            let first = Woven.line(of: start, starts)
            return first...max(first, Woven.line(of: max(start, end - 1), starts))
        }
        let takes = Self.lists(layout)
        var found: [(lines: ClosedRange<Int>, offset: Int, block: Int)] = []
        var inner: [Int: [Int: [Range<Int>]]] = [:]
        var behind: [Int: [ClosedRange<Int>]] = [:]
        func add(_ lines: ClosedRange<Int>, _ offset: Int, _ block: Int) {
            found.append((lines, offset, block))
        }
        switch probes {
        case .none:
            break
        case .functions:
            for callable in layout.callables where callable.block >= 0 && takes[callable.block] {
                guard let first = layout.blocks[callable.block].items.first else { continue }
                let range = callable.node.spliceRange
                add(lines(range.lowerBound, range.upperBound), first.range.lowerBound, callable.block)
            }
        case .statements:
            var heads: [Int: [Int: Int]] = [:]
            for (index, block) in layout.blocks.enumerated() where block.parent >= 0 {
                inner[block.parent, default: [:]][block.parentItem, default: []].append(block.interior)
                guard takes[index], heads[block.parent]?[block.parentItem] == nil, !block.items.isEmpty
                else { continue }
                heads[block.parent, default: [:]][block.parentItem] = block.interior.lowerBound
            }
            for (index, block) in layout.blocks.enumerated() where takes[index] {
                for (position, item) in block.items.enumerated() where Self.runs(item.node) {
                    let end = heads[index]?[position] ?? item.range.upperBound
                    let head = lines(item.range.lowerBound, end)
                    add(head, item.range.lowerBound, index)
                    let gaps = Self.gaps(inner[index]?[position] ?? [], to: item.range.upperBound)
                    behind[item.range.lowerBound] = gaps.filter { Self.says($0, layout.bytes) }
                        .map { lines($0.lowerBound, $0.upperBound) }
                        .filter { $0.lowerBound > head.upperBound }
                }
            }
        }
        marks = found.sorted { $0.offset < $1.offset }.enumerated().map { position, place in
            let block = layout.blocks[place.block]
            let probe = Woven.Probe(
                id: firstID + Int32(position), lines: place.lines,
                function: block.callable >= 0 ? layout.callables[block.callable].name : "")
            return Mark(probe: probe, offset: place.offset, block: place.block, isSoft: block.isSoft)
        }
        tails = marks.flatMap { mark in
            (behind[mark.offset] ?? []).map { lines in
                Woven.Probe(id: mark.probe.id, lines: lines, function: mark.probe.function)
            }
        }
    }

    /// What is left of a statement behind each of its blocks.
    private static func gaps(_ blocks: [Range<Int>], to end: Int) -> [Range<Int>] {
        let sorted = blocks.sorted { $0.lowerBound < $1.lowerBound }
        return sorted.enumerated().compactMap { position, block in
            let next = position + 1 < sorted.count ? sorted[position + 1].lowerBound : end
            return next > block.upperBound ? block.upperBound..<next : nil
        }
    }

    /// Whether there is more than `} else {` between two blocks.
    private static func says(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
        String(decoding: bytes[range], as: UTF8.self).split { !$0.isLetter && !$0.isNumber }
            .contains { $0 != "else" }
    }

    /// The lists that take a statement more: not those that are one value, nor those that a builder may read.
    private static func lists(_ layout: Layout) -> [Bool] {
        let built = layout.callables.map { $0.mayBeBuilt(layout) }
        var isBuilt = Array(repeating: false, count: layout.blocks.count)
        return layout.blocks.indices.map { index in
            let block = layout.blocks[index]
            let isInherited = block.parent >= 0 && isBuilt[block.parent] && block.role != .body
            isBuilt[index] =
                isInherited || block.looksBuilt || (block.callable >= 0 && built[block.callable])
            guard !isBuilt[index], !block.yieldsItem else { return false }
            switch block.role {
            case .value, .declarations: return false
            case .body, .closure, .branch, .conditional, .script: return true
            }
        }
    }

    private static func runs(_ item: CodeBlockItemSyntax) -> Bool {
        switch item.item {
        case .decl(let declaration): declaration.is(VariableDeclSyntax.self)
        case .stmt, .expr: true
        }
    }
}
