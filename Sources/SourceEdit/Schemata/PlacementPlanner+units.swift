extension PlacementPlanner {
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
    func laminar(_ ranges: Set<Range<Int>>, _ block: Int) -> [Range<Int>: Range<Int>] {
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

    func unit(_ placement: Placement, _ id: Int32) -> Unit {
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
