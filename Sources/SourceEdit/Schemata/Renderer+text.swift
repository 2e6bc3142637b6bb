extension Renderer {
    mutating func choose(
        _ index: Int, original: (inout Renderer) -> Void,
        variant: (inout Renderer, [UInt8], Woven.Owner, Int) -> Void
    ) {
        let unit = schema.units[index]
        let wrapper = Woven.Owner.wrapper(unit.id)
        let list = members[index] ?? []
        add("if \(Switchboard.off(unit.id)) {\n", wrapper, unit.region.lowerBound)
        original(&self)
        add("\n} else ", wrapper, unit.region.lowerBound)
        branches(unit, list[...], variant)
    }

    /// A few in a row, many as a tree: the compiler's parser refuses deep nesting.
    mutating func branches(
        _ unit: Unit, _ list: ArraySlice<Int>, _ variant: (inout Renderer, [UInt8], Woven.Owner, Int) -> Void
    ) {
        let wrapper = Woven.Owner.wrapper(unit.id)
        let start = unit.region.lowerBound
        if list.count <= 4 {
            for (position, member) in list.enumerated() {
                let numbered = schema.mutations[member]
                if position > 0 { add(" else ", wrapper, start) }
                if position < list.count - 1 {
                    add("if \(Switchboard.chosen(unit.id, numbered.number)) ", wrapper, start)
                }
                add("{\n", wrapper, start)
                let owner = Woven.Owner.variant(numbered.number)
                let place = numbered.mutation.edits.first?.range.lowerBound ?? start
                variant(&self, schema.variant(member, of: unit), owner, place)
                add("\n", owner, place)
                add("}", wrapper, start)
            }
            return
        }
        let middle = list.startIndex + list.count / 2
        let number = schema.mutations[list[middle]].number
        add("{\nif \(Switchboard.below(unit.id, number)) ", wrapper, start)
        nested(unit, list[..<middle], variant)
        add(" else ", wrapper, start)
        nested(unit, list[middle...], variant)
        add("\n}", wrapper, start)
    }

    mutating func nested(
        _ unit: Unit, _ list: ArraySlice<Int>, _ variant: (inout Renderer, [UInt8], Woven.Owner, Int) -> Void
    ) {
        let isChain = list.count <= 4 && list.count > 1
        if isChain { add("{\n", .wrapper(unit.id), unit.region.lowerBound) }
        branches(unit, list, variant)
        if isChain { add("\n}", .wrapper(unit.id), unit.region.lowerBound) }
    }

    /// A statement that starts with `{` would be a closure that is not used.
    mutating func parenthesised(
        _ text: ArraySlice<UInt8>, _ owner: Woven.Owner, _ place: Int, _ body: (inout Renderer) -> Void
    ) {
        let isClosure = text.first == 0x7B
        if isClosure { add("(", owner, place) }
        body(&self)
        if isClosure { add(")", owner, place) }
    }

    mutating func set(
        _ slot: String, _ text: ArraySlice<UInt8>, _ owner: Woven.Owner, _ place: Int,
        _ body: (inout Renderer) -> Void
    ) {
        // `if` and `switch` are expressions only behind a `=`.
        if text.starts(with: "if".utf8) || text.starts(with: "switch".utf8) {
            add("let \(slot)_ = ", owner, place)
            body(&self)
            add("\n\(slot).set(\(slot)_)", owner, place)
        } else {
            add("\(slot).set(", owner, place)
            body(&self)
            add("\n)", owner, place)
        }
    }

    mutating func addReturning(_ text: [UInt8], _ owner: Woven.Owner, _ place: Int) {
        guard let offset = VariantText(String(decoding: text, as: UTF8.self)).returnOffset else {
            return add(text, owner, place)
        }
        add(Array(text[..<offset]), owner, place)
        add("return ", owner, place)
        add(Array(text[offset...]), owner, place)
    }

    mutating func copy(_ range: Range<Int>, _ owner: Woven.Owner) {
        segments.append(
            Woven.Segment(start: bytes.count, owner: owner, origin: range.lowerBound, isCopy: true))
        bytes += layout.bytes[range]
    }

    mutating func add(_ text: String, _ owner: Woven.Owner, _ place: Int) {
        add(Array(text.utf8), owner, place)
    }

    mutating func add(_ text: [UInt8], _ owner: Woven.Owner, _ place: Int) {
        segments.append(Woven.Segment(start: bytes.count, owner: owner, origin: place, isCopy: false))
        bytes += text
    }
}

extension Schema {
    func edits(_ member: Int) -> [TextEdit] {
        mutations[member].mutation.edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The text of a mutation's branch.
    func variant(_ member: Int, of unit: Unit) -> [UInt8] {
        switch unit.form {
        case .insertion:
            let text = mutations[member].mutation.edits.first?.replacement ?? ""
            return Array(PlacementPlanner.bare(text).utf8)
        case .built:
            return []
        case .statements:
            let variant = layout.variant(of: unit.region, edits(member)) ?? []
            // What such a body leaves undone is told where it ends, which is inside of the variant.
            let isInitialiser =
                unit.isBody && layout.callables[layout.blocks[unit.block].callable].isInitialiser
            return isInitialiser ? variant + "\nreturn".utf8 : variant
        default:
            return layout.variant(of: unit.region, edits(member)) ?? []
        }
    }
}
