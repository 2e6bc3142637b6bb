/// Writes a woven file in one pass over the original.
///
/// What is added hangs on places of the original; places that cover something nest and carry what is inside.
struct Renderer {
    let schema: Schema
    let layout: Layout
    let members: [Int: [Int]]
    let marks: [ProbePlan.Mark]

    var bytes: [UInt8] = []
    var segments: [Woven.Segment] = []
    var nodes: [Node] = []
    var expressions: [Int: Int] = [:]
    var isAtLineStart: Bool { bytes.isEmpty || bytes.last == 0x0A }

    enum Content {
        case unit(Int)
        /// What is worked out before the statement that holds the unit's expression.
        case prefix(Int)
        case insertion(Int)
        case probe(Int32)
        case returning
        case replaced(String)
    }

    struct Node {
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

    // MARK: - Text

    mutating func emit(_ children: [Int], _ range: Range<Int>, _ owner: Woven.Owner) {
        var position = range.lowerBound
        for index in children {
            let node = nodes[index]
            if node.range.lowerBound > position { copy(position..<node.range.lowerBound, owner) }
            emit(node, owner)
            position = max(position, node.range.upperBound)
        }
        if position < range.upperBound { copy(position..<range.upperBound, owner) }
    }

    mutating func emit(_ node: Node, _ owner: Woven.Owner) {
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

    mutating func emitUnit(_ index: Int, _ node: Node) {
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
            choose(index) { renderer in
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

    mutating func emitPrefix(_ index: Int) {
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
    func access(_ unit: Unit) -> String {
        layout.blocks[unit.block].role == .script ? "private " : ""
    }

    mutating func emitInsertion(_ index: Int, _ start: Int) {
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

    mutating func emitBuilt(_ index: Int, _ node: Node) {
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
}
