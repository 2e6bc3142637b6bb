import SwiftSyntax

/// Writes a woven file in one pass over the original.
///
/// What is added hangs on places of the original; places that cover something nest and carry what is inside.
struct Renderer {
    private let schema: Schema
    private let layout: Layout
    private let members: [Int: [Int]]
    private let marks: [ProbePlan.Mark]

    private var bytes: [UInt8] = []
    private var segments: [Woven.Segment] = []
    private var nodes: [Node] = []
    private var expressions: [Int: Int] = [:]
    private var isAtLineStart: Bool { bytes.isEmpty || bytes.last == 0x0A }

    private enum Content {
        case unit(Int)
        /// What is worked out before the statement that holds the unit's expression.
        case prefix(Int)
        case insertion(Int)
        case probe(Int32)
        case returning
        case replaced(String)
    }

    private struct Node {
        let range: Range<Int>
        let rank: Int
        let content: Content
        /// Statements behind the last item of a list belong to what reaches to its end.
        var endsBlock = -1
        var children: [Int] = []
    }

    init(schema: Schema, members: [Int: [Int]], marks: [ProbePlan.Mark]) {
        self.schema = schema
        layout = schema.layout
        self.members = members
        self.marks = marks
    }

    mutating func render() -> ([UInt8], [Woven.Segment]) {
        bytes.reserveCapacity(layout.bytes.count * 3)
        let roots = tree()
        emit(roots, 0..<layout.bytes.count, .untouched)
        if !members.isEmpty || !marks.isEmpty {
            let end = layout.bytes.count
            if !isAtLineStart { add("\n", .wrapper(0), end) }
            add(Switchboard.declarations, .wrapper(0), end)
        }
        return (bytes, segments)
    }

    // MARK: - Places

    private mutating func tree() -> [Int] {
        collect()
        nodes.sort {
            ($0.range.lowerBound, $0.rank, -$0.range.upperBound)
                < ($1.range.lowerBound, $1.rank, -$1.range.upperBound)
        }
        var roots: [Int] = []
        var stack: [Int] = []
        for index in nodes.indices {
            let node = nodes[index]
            while let top = stack.last {
                let end = nodes[top].range.upperBound
                if end > node.range.lowerBound { break }
                if end == node.range.lowerBound, node.endsBlock >= 0, nodes[top].endsBlock == node.endsBlock {
                    break
                }
                stack.removeLast()
            }
            if let top = stack.last { nodes[top].children.append(index) } else { roots.append(index) }
            if case .unit(let unit) = node.content {
                expressions[unit] = index
                stack.append(index)
            }
        }
        return roots
    }

    private mutating func collect() {
        var busy: Set<Int> = []
        var callables: Set<Int> = []
        var built: Set<Int> = []
        for index in members.keys {
            let unit = schema.units[index]
            let block = layout.blocks[unit.block]
            callables.insert(block.callable)
            switch unit.form {
            case .statements:
                busy.insert(unit.block)
                var node = Node(range: unit.region, rank: 2, content: .unit(index))
                if unit.isTail { node.endsBlock = unit.block }
                nodes.append(node)
            case .built:
                built.insert(block.callable)
                nodes.append(Node(range: unit.region, rank: 2, content: .unit(index)))
            case .insertion(let trailing):
                busy.insert(unit.block)
                var node = Node(range: unit.region, rank: 0, content: .insertion(index))
                if trailing { node.endsBlock = unit.block }
                nodes.append(node)
            case .hoisted, .function:
                busy.insert(unit.block)
                let start = block.items[unit.first].range.lowerBound
                nodes.append(Node(range: start..<start, rank: 3, content: .prefix(index)))
                nodes.append(Node(range: unit.region, rank: 5, content: .unit(index)))
            case .value, .call:
                nodes.append(Node(range: unit.region, rank: 5, content: .unit(index)))
            }
        }
        for mark in marks {
            busy.insert(mark.block)
            callables.insert(layout.blocks[mark.block].callable)
            nodes.append(
                Node(range: mark.offset..<mark.offset, rank: 1, content: .probe(mark.probe.id)))
        }
        addReturns(busy)
        addAttributes(callables, built)
    }

    private mutating func addReturns(_ busy: Set<Int>) {
        for (index, block) in layout.blocks.enumerated() where block.returnsItem {
            var list = index
            var isForced = busy.contains(list)
            while !isForced, layout.blocks[list].role == .conditional {
                list = layout.blocks[list].parent
                isForced = busy.contains(list)
            }
            guard isForced, let item = block.items.first else { continue }
            if let expression = Layout.expression(item.node), VariantText.neverReturns(expression) {
                continue
            }
            let start = item.range.lowerBound
            nodes.append(Node(range: start..<start, rank: 4, content: .returning))
        }
    }

    private mutating func addAttributes(_ woven: Set<Int>, _ built: Set<Int>) {
        var callables = woven
        for index in woven where index >= 0 {
            var block = layout.callables[index].block
            while block >= 0 {
                callables.insert(layout.blocks[block].callable)
                block = layout.blocks[block].parent
            }
        }
        var seen: Set<Range<Int>> = []
        for index in callables.sorted() where index >= 0 {
            let callable = layout.callables[index]
            if callable.isInitialValue {
                let interior = layout.blocks[callable.block].interior
                let name = Switchboard.initial(callable.block)
                let head = "\nfunc \(name)() -> \(callable.returnType ?? "Void") {"
                nodes.append(initial(interior.lowerBound, -1, head))
                nodes.append(initial(interior.upperBound, 6, "}\nreturn \(name)()\n"))
            }
            var edits = callable.copying
            if built.contains(index) { edits += callable.builders.map { TextEdit($0, "") } }
            // The accessors of one property share its attributes.
            for edit in edits where seen.insert(edit.range).inserted {
                nodes.append(Node(range: edit.range, rank: 5, content: .replaced(edit.replacement)))
            }
        }
    }

    private func initial(_ offset: Int, _ rank: Int, _ text: String) -> Node {
        Node(range: offset..<offset, rank: rank, content: .replaced(text))
    }

    // MARK: - Text

    private mutating func emit(_ children: [Int], _ range: Range<Int>, _ owner: Woven.Owner) {
        var position = range.lowerBound
        for index in children {
            let node = nodes[index]
            if node.range.lowerBound > position { copy(position..<node.range.lowerBound, owner) }
            emit(node, owner)
            position = max(position, node.range.upperBound)
        }
        if position < range.upperBound { copy(position..<range.upperBound, owner) }
    }

    private mutating func emit(_ node: Node, _ owner: Woven.Owner) {
        let start = node.range.lowerBound
        switch node.content {
        case .probe(let id): add(Switchboard.hit(id), .probe(id), start)
        case .returning: add("return ", owner, start)
        case .replaced(let text): add(text, owner, start)
        case .insertion(let index): emitInsertion(index, start)
        case .prefix(let index): emitPrefix(index)
        case .unit(let index): emitUnit(index, node)
        }
    }

    private mutating func emitUnit(_ index: Int, _ node: Node) {
        let unit = schema.units[index]
        let wrapper = Woven.Owner.wrapper(unit.id)
        let start = unit.region.lowerBound
        switch unit.form {
        case .statements:
            let isImplicit = layout.blocks[unit.block].returnsItem
            choose(index) { renderer in
                renderer.emit(node.children, unit.region, .original(unit.id))
            } variant: { renderer, text, owner, place in
                guard isImplicit else { return renderer.add(text, owner, place) }
                renderer.addReturning(text, owner, place)
            }
        case .value:
            choose(index, isValue: true) { renderer in
                renderer.parenthesised(renderer.layout.bytes[unit.region], wrapper, start) {
                    $0.emit(node.children, unit.region, .original(unit.id))
                }
            } variant: { renderer, text, owner, place in
                renderer.parenthesised(text[...], owner, place) { $0.add(text, owner, place) }
            }
        case .call(let type, let effects, let covered):
            let marks = Unit.Effects(
                isThrowing: effects.isThrowing || covered.isThrowing,
                isAsync: effects.isAsync || covered.isAsync
            ).marks
            let signature = type.map { " ()\(effects.specifiers) -> \($0) in" } ?? ""
            add("(\(effects.marks){\(signature)\n", wrapper, start)
            choose(index) { renderer in
                renderer.add("return \(covered.marks.isEmpty ? "" : marks)", wrapper, start)
                renderer.emit(node.children, unit.region, .original(unit.id))
            } variant: { renderer, text, owner, place in
                renderer.add("return \(covered.marks.isEmpty ? "" : marks)", owner, place)
                renderer.add(text, owner, place)
            }
            add("\n}())", wrapper, start)
        case .hoisted(nil, _):
            add("\(Switchboard.slot(unit.id)).take()", wrapper, start)
        case .hoisted:
            add(Switchboard.value(unit.id), wrapper, start)
        case .function(let effects):
            add("\(effects.marks)\(Switchboard.function(unit.id))()", wrapper, start)
        case .built:
            emitBuilt(index, node)
        case .insertion:
            break
        }
    }

    private mutating func emitPrefix(_ index: Int) {
        guard let place = expressions[index] else { return }
        let unit = schema.units[index]
        let node = nodes[place]
        let wrapper = Woven.Owner.wrapper(unit.id)
        let start = unit.region.lowerBound
        switch unit.form {
        case .hoisted(let type?, _):
            let name = Switchboard.value(unit.id)
            add("\(access(unit))let \(name): \(type)\n", wrapper, start)
            choose(index) { renderer in
                renderer.add("\(name) = ", wrapper, start)
                renderer.emit(node.children, unit.region, .original(unit.id))
            } variant: { renderer, text, owner, place in
                renderer.add("\(name) = ", owner, place)
                renderer.add(text, owner, place)
            }
        case .hoisted(nil, _):
            let name = Switchboard.slot(unit.id)
            add("\(access(unit))var \(name) = __HealingLabSlot {\n", wrapper, start)
            parenthesised(layout.bytes[unit.region], wrapper, start) { $0.copy(unit.region, wrapper) }
            add("\n}\n", wrapper, start)
            choose(index) { renderer in
                renderer.set(name, renderer.layout.bytes[unit.region], wrapper, start) {
                    $0.emit(node.children, unit.region, .original(unit.id))
                }
            } variant: { renderer, text, owner, place in
                renderer.set(name, text[...], owner, place) { $0.add(text, owner, place) }
            }
        case .function(let effects):
            let name = Switchboard.function(unit.id)
            add("func \(name)()\(effects.specifiers) -> Swift.Bool {\n", wrapper, start)
            choose(index) { renderer in
                renderer.add("return ", wrapper, start)
                renderer.emit(node.children, unit.region, .original(unit.id))
            } variant: { renderer, text, owner, place in
                renderer.add("return ", owner, place)
                renderer.add(text, owner, place)
            }
            add("\n}", wrapper, start)
        default:
            return
        }
        add("\n", wrapper, start)
    }

    /// Variables of a script are global, and their types may be private.
    private func access(_ unit: Unit) -> String {
        layout.blocks[unit.block].role == .script ? "private " : ""
    }

    private mutating func emitInsertion(_ index: Int, _ start: Int) {
        let unit = schema.units[index]
        guard case .insertion(let trailing) = unit.form else { return }
        let wrapper = Woven.Owner.wrapper(unit.id)
        if trailing { add("\n", wrapper, start) }
        choose(index) { _ in
        } variant: { renderer, text, owner, place in
            renderer.add(text, owner, place)
        }
        add("\n", wrapper, start)
    }

    private mutating func emitBuilt(_ index: Int, _ node: Node) {
        let unit = schema.units[index]
        let callable = layout.callables[layout.blocks[unit.block].callable]
        let wrapper = Woven.Owner.wrapper(unit.id)
        let start = unit.region.lowerBound
        let attributes = callable.builders.map { layout.text($0) + " " }.joined()
        let effects = callable.effects.map { " " + $0 } ?? ""
        let type = callable.returnType.map { " -> " + $0 } ?? ""
        func head(_ number: Int32) -> String {
            "\(attributes)func \(Switchboard.built(unit.id, number))()\(effects)\(type) {\n"
        }
        let marks = (effects.contains("throws") ? "try " : "") + (effects.contains("async") ? "await " : "")
        if !isAtLineStart { add("\n", wrapper, start) }
        add(head(0), wrapper, start)
        emit(node.children, unit.region, .original(unit.id))
        add("\n}\n", wrapper, start)
        for member in members[index] ?? [] {
            let numbered = schema.mutations[member]
            let place = numbered.mutation.edits.first?.range.lowerBound ?? start
            let owner = Woven.Owner.variant(numbered.number)
            add(head(numbered.number), owner, place)
            add(layout.variant(of: unit.region, schema.edits(member)) ?? [], owner, place)
            add("\n}\n", owner, place)
        }
        choose(index) { renderer in
            renderer.add("return \(marks)\(Switchboard.built(unit.id, 0))()", wrapper, start)
        } variant: { renderer, _, owner, place in
            guard case .variant(let number) = owner else { return }
            renderer.add("return \(marks)\(Switchboard.built(unit.id, number))()", owner, place)
        }
        add("\n", wrapper, start)
    }

    /// `isValue`: the region is one expression, and so is each branch.
    private mutating func choose(
        _ index: Int, isValue: Bool = false, original: (inout Renderer) -> Void,
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
    private mutating func branches(
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

    private mutating func nested(
        _ unit: Unit, _ list: ArraySlice<Int>, _ variant: (inout Renderer, [UInt8], Woven.Owner, Int) -> Void
    ) {
        let isChain = list.count <= 4 && list.count > 1
        if isChain { add("{\n", .wrapper(unit.id), unit.region.lowerBound) }
        branches(unit, list, variant)
        if isChain { add("\n}", .wrapper(unit.id), unit.region.lowerBound) }
    }

    /// A statement that starts with `{` would be a closure that is not used.
    private mutating func parenthesised(
        _ text: ArraySlice<UInt8>, _ owner: Woven.Owner, _ place: Int, _ body: (inout Renderer) -> Void
    ) {
        let isClosure = text.first == 0x7B
        if isClosure { add("(", owner, place) }
        body(&self)
        if isClosure { add(")", owner, place) }
    }

    private mutating func set(
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

    private mutating func addReturning(_ text: [UInt8], _ owner: Woven.Owner, _ place: Int) {
        guard let offset = VariantText(String(decoding: text, as: UTF8.self)).returnOffset else {
            return add(text, owner, place)
        }
        add(Array(text[..<offset]), owner, place)
        add("return ", owner, place)
        add(Array(text[offset...]), owner, place)
    }

    private mutating func copy(_ range: Range<Int>, _ owner: Woven.Owner) {
        segments.append(
            Woven.Segment(start: bytes.count, owner: owner, origin: range.lowerBound, isCopy: true))
        bytes += layout.bytes[range]
    }

    private mutating func add(_ text: String, _ owner: Woven.Owner, _ place: Int) {
        add(Array(text.utf8), owner, place)
    }

    private mutating func add(_ text: [UInt8], _ owner: Woven.Owner, _ place: Int) {
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
