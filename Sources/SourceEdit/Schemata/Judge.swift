/// Finds out whose fault the errors of one build are.
struct Judge {
    let schema: Schema
    let woven: Woven
    let layout: Layout
    /// Units in the text, by id.
    let units: [Int32: Unit]
    let members: [Int32: [Int32]]
    var blame = Schema.Blame()
    /// Mutations with an error of their own, until it is known that their units are not at fault.
    var suspects: [Int32: Int32] = [:]

    init(schema: Schema, woven: Woven) {
        self.schema = schema
        self.woven = woven
        layout = schema.layout
        let known = Dictionary(schema.units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        units = known.filter { unit in woven.units.contains { $0.id == unit.key } }
        members = Dictionary(woven.units.map { ($0.id, $0.numbers) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func verdict(_ problems: [CompilerNotes.Problem]) -> Schema.Blame {
        for problem in problems where problem.path == schema.file.path {
            if !explain(problem) { blame.unexplained.append(problem) }
        }
        // What does not compile because of the wrapper is tried once more, elsewhere.
        for (number, unit) in suspects where !blame.escalate.contains(unit) { blame.drop.insert(number) }
        giveUpSoftUnits()
        return blame
    }

    mutating func explain(_ problem: CompilerNotes.Problem) -> Bool {
        let (owner, offset) = woven.origin(line: problem.line, column: problem.column)
        let message = problem.message
        if case .probe(let id) = owner {
            blame.escalate.insert(id)
            // A result builder that takes one statement of its kind at a time names one a build, in every build.
            if message.contains("'build") { blame.escalate.formUnion(marks(around: offset)) }
            return true
        }
        if Self.isAboutEnds(message), escalateEndless(offset) { return true }
        if Self.isAboutEnds(message),
            case let found = fallingThrough(owner, offset, breaks: !message.contains("must not fall through")),
            !found.isEmpty
        {
            blame.drop.formUnion(found)
            return true
        }
        if Self.isAboutInitialisation(message), case let found = uninitialising(problem, offset),
            !found.isEmpty
        {
            blame.drop.formUnion(found)
            return true
        }
        if Self.isAboutInitialisation(message), case .variant(let number) = owner {
            blame.drop.formUnion(kin(of: number))
        }
        if message.contains("matching underlying types"), case let found = differing(problem), !found.isEmpty
        {
            blame.drop.formUnion(found)
            return true
        }
        if case .variant = owner {
        } else if message.contains("in scope"), escalateDeclarers(Self.quoted(message), offset) {
            return true
        }
        switch owner {
        case .variant(let number):
            return accuse(number, message)
        case .wrapper(let id) where units[id] != nil, .original(let id) where units[id] != nil:
            // What the compiler says of a whole statement may be about a closure in it.
            if case .original = owner, let unit = units[id], !unit.isSoft,
                escalateSoft(around: offset, in: unit)
            {
                return true
            }
            blame.escalate.insert(id)
            return true
        case .untouched, .wrapper, .original, .probe:
            let noted = problem.notes.compactMap { note -> Int32? in
                guard note.path == schema.file.path,
                    case .variant(let number) = woven.origin(line: note.line, column: note.column).owner
                else { return nil }
                return number
            }
            if !noted.isEmpty {
                for number in noted { _ = accuse(number, message) }
                return true
            }
            return escalateSoft(around: offset, in: nil) || escalateCallable(around: offset)
        }
    }

    mutating func accuse(_ number: Int32, _ message: String) -> Bool {
        guard let id = woven.placed[number], let position = schema.positions[number] else { return false }
        if let unit = units[id], case .hoisted(nil, let sequence) = unit.form,
            Self.isAboutTypes(message, sequence)
        {
            // Another type than the original's can be right when everything that uses it is there again.
            blame.escalate.insert(schema.solo[position])
        } else {
            suspects[number] = id
        }
        return true
    }

    static func isAboutTypes(_ message: String, _ sequence: Bool) -> Bool {
        guard message.contains("cannot convert value of type") else { return false }
        return sequence
            || ["Range<", "Slice<", "Reversed", "Sequence<", "Collection<"].contains(where: message.contains)
    }

    // MARK: - Placements that are at fault

    /// Leaves the units in whose branches a name is declared that code outside of them uses: a local function may
    /// use what is declared after it.
    mutating func escalateDeclarers(_ names: [String], _ offset: Int) -> Bool {
        let found = units.values.filter { unit in
            guard unit.form == .statements, !unit.region.contains(offset) else { return false }
            return layout.blocks[unit.block].items[unit.first...unit.last].contains { item in
                item.declares && VariantText.names(item.node).contains(where: names.contains)
            }
        }
        blame.escalate.formUnion(found.map(\.id))
        return !found.isEmpty
    }

    /// Leaves the soft units and probes in the smallest item around an offset that has some.
    mutating func escalateSoft(around offset: Int, in unit: Unit?) -> Bool {
        var index = layout.innermost(offset..<offset)
        while index >= 0 {
            let block = layout.blocks[index]
            let position = block.items.partitioningIndex { $0.range.upperBound > offset }
            if position < block.items.count, block.items[position].range.lowerBound <= offset {
                let range = block.items[position].range
                let inside = units.values.filter {
                    $0.isSoft && range.lowerBound <= $0.region.lowerBound
                        && $0.region.upperBound <= range.upperBound && $0.id != unit?.id
                }
                if !inside.isEmpty {
                    blame.escalate.formUnion(inside.map(\.id))
                    return true
                }
                let marks = schema.probePlan.marks.filter {
                    $0.isSoft && range.contains($0.offset) && !woven.escalated.contains($0.probe.id)
                }
                if !marks.isEmpty {
                    blame.escalate.formUnion(marks.map(\.probe.id))
                    return true
                }
            }
            if let unit, index == unit.block { return false }
            if block.role == .body { return false }
            index = block.parent
        }
        return false
    }

    /// Leaves what is in the callable around an offset: smaller placements first, then whole bodies, then probes.
    mutating func escalateCallable(around offset: Int) -> Bool {
        let callable = layout.blocks[layout.innermost(offset..<offset)].callable
        guard callable >= 0 else { return false }
        let inside = units.values.filter { layout.blocks[$0.block].callable == callable }
        let small = inside.filter { !$0.isBody }
        if !small.isEmpty || !inside.isEmpty {
            blame.escalate.formUnion((small.isEmpty ? inside : small).map(\.id))
            return true
        }
        let marks = marks(around: offset)
        blame.escalate.formUnion(marks)
        return !marks.isEmpty
    }

    /// The probes that are left in the callable around an offset.
    private func marks(around offset: Int) -> [Int32] {
        let callable = layout.blocks[layout.innermost(offset..<offset)].callable
        return schema.probePlan.marks.filter {
            layout.blocks[$0.block].callable == callable && !woven.escalated.contains($0.probe.id)
        }
        .map(\.probe.id)
    }

    /// Where one error is told per build, the rest is soon tried where all are told.
    mutating func giveUpSoftUnits() {
        for (number, id) in suspects where units[id]?.isSoft == true && blame.drop.contains(number) {
            guard let index = schema.units.firstIndex(where: { $0.id == id }) else { continue }
            let gone = schema.chains.indices.count { position in
                schema.chains[position].contains(index)
                    && woven.dropped.contains(schema.mutations[position].number)
            }
            if gone >= 6 { blame.escalate.insert(id) }
        }
    }
}
