import SwiftParser
import SwiftSyntax

extension Schema {
    /// What to leave out of the next build.
    package struct Blame: Sendable, Hashable {
        /// Numbers of mutations that do not compile.
        package var drop: Set<Int32> = []
        /// Units and probes that the compiler does not take where they are.
        package var escalate: Set<Int32> = []
        /// Errors that no unit and no probe of this file explains; the file as it was may have them as well.
        package var unexplained: [CompilerNotes.Problem] = []

        /// The next build would be the same.
        package var isEmpty: Bool { drop.isEmpty && escalate.isEmpty }
    }

    /// Names for each error of one build of this file what caused it.
    ///
    /// Whatever is named was part of `woven` and is not part of the next rendering, so that a loop of rendering,
    /// compiling and blaming ends.
    package func blame(_ problems: [CompilerNotes.Problem], in woven: Woven) -> Blame {
        var judge = Judge(schema: self, woven: woven)
        return judge.verdict(problems)
    }
}

/// Finds out whose fault the errors of one build are.
private struct Judge {
    let schema: Schema
    let woven: Woven
    let layout: Layout
    /// Units in the text, by id.
    let units: [Int32: Unit]
    let members: [Int32: [Int32]]
    private var blame = Schema.Blame()
    /// Mutations with an error of their own, until it is known that their units are not at fault.
    private var suspects: [Int32: Int32] = [:]

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

    private mutating func explain(_ problem: CompilerNotes.Problem) -> Bool {
        let (owner, offset) = woven.origin(line: problem.line, column: problem.column)
        let message = problem.message
        if case .probe(let id) = owner {
            blame.escalate.insert(id)
            return true
        }
        if message.contains("missing return") || message.contains("must not fall through"),
            case let found = fallingThrough(owner, offset, breaks: message.contains("missing return")),
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

    private mutating func accuse(_ number: Int32, _ message: String) -> Bool {
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

    private static func isAboutTypes(_ message: String, _ sequence: Bool) -> Bool {
        guard message.contains("cannot convert value of type") else { return false }
        return sequence
            || ["Range<", "Slice<", "Reversed", "Sequence<", "Collection<"].contains(where: message.contains)
    }

    // MARK: - Errors that are told elsewhere

    /// Mutations that may let control reach the end of the body whose brace the compiler names.
    ///
    /// - Parameter breaks: a `break` leads there.
    private func fallingThrough(_ owner: Woven.Owner, _ offset: Int, breaks: Bool) -> Set<Int32> {
        if case .variant(let number) = owner { return [number] }
        let closed = layout.blocks.indices.filter {
            layout.blocks[$0].interior.upperBound == offset && layout.blocks[$0].role != .script
        }
        guard let target = closed.first else { return [] }
        var certain: Set<Int32> = []
        var possible: Set<Int32> = []
        for (id, unit) in units where unit.form == .statements && ends(unit, in: target) {
            for number in members[id] ?? [] {
                guard let position = schema.positions[number] else { continue }
                possible.insert(number)
                let text = VariantText(String(decoding: schema.variant(position, of: unit), as: UTF8.self))
                let returns = layout.blocks[unit.block].returnsItem && text.returnOffset != nil
                if !returns, text.mayFallThrough || breaks && text.breaks { certain.insert(number) }
            }
        }
        return certain.isEmpty ? possible : certain
    }

    /// Whether the end of a unit is where `target` ends.
    private func ends(_ unit: Unit, in target: Int) -> Bool {
        var index = unit.block
        var last = unit.last
        while index >= 0 {
            let block = layout.blocks[index]
            guard last == block.items.count - 1 else { return false }
            if index == target { return true }
            guard block.role != .body, block.role != .closure else { return false }
            (index, last) = (block.parent, block.parentItem)
        }
        return false
    }

    private static func isAboutInitialisation(_ message: String) -> Bool {
        [
            "before being initialized", "properties are initialized", "initializing all stored properties",
            "isn't called on all paths", "may only be initialized once", "initialized by a closure",
        ].contains(where: message.contains)
    }

    /// Mutations that assign the name less often, or more often, than the original does.
    private func uninitialising(_ problem: CompilerNotes.Problem, _ offset: Int) -> Set<Int32> {
        var names = Self.quoted(problem.message)
        for note in problem.notes { names += Self.quoted(note.message) }
        names = names.map { $0.hasPrefix("self.") ? String($0.dropFirst(5)) : $0 }.filter { !$0.isEmpty }
        let isTwice = problem.message.contains("only be initialized once")
        let isAtEnd = problem.message.contains("all paths") || problem.message.contains("stored properties")
        let callable = layout.blocks[layout.innermost(offset..<offset)].callable
        var found: Set<Int32> = []
        for (id, unit) in units where layout.blocks[unit.block].callable == callable {
            let before = Self.assignments(layout.bytes[unit.region], names)
            for number in members[id] ?? [] {
                guard let position = schema.positions[number] else { continue }
                let variant = schema.variant(position, of: unit)[...]
                let after = Self.assignments(variant, names)
                // An early `return` leaves undone what comes after it.
                let isEarlier = {
                    isAtEnd && !unit.isBody
                        && Self.returns(variant) > Self.returns(layout.bytes[unit.region])
                }
                if isTwice ? after > before : after < before || isEarlier() { found.insert(number) }
            }
        }
        return found
    }

    private static func quoted(_ message: String) -> [String] {
        let parts = message.split(separator: "'", omittingEmptySubsequences: false)
        return parts.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }

    /// How often a text assigns one of some names, or calls it as `self.init` is called.
    private static func assignments(_ text: ArraySlice<UInt8>, _ names: [String]) -> Int {
        var count = 0
        for name in Set(names) {
            let wanted = Array(name.utf8)
            let isCall = name.hasSuffix("init")
            var start = text.startIndex
            while let hit = text[start...].firstIndex(of: wanted[0]) {
                start = hit + 1
                guard text[hit...].starts(with: wanted) else { continue }
                if hit > text.startIndex, isIdentifier(text[hit - 1]) { continue }
                var next = hit + wanted.count
                if next < text.endIndex, isIdentifier(text[next]) { continue }
                while next < text.endIndex, text[next] == 0x20 { next += 1 }
                guard next < text.endIndex else { continue }
                let isAssigned = text[next] == 0x3D && !(next + 1 < text.endIndex && text[next + 1] == 0x3D)
                if isCall ? text[next] == 0x28 : isAssigned { count += 1 }
            }
        }
        return count
    }

    private static func returns(_ text: ArraySlice<UInt8>) -> Int {
        var count = 0
        var start = text.startIndex
        while let hit = text[start...].firstIndex(of: 0x72) {
            start = hit + 1
            guard text[hit...].starts(with: "return".utf8),
                hit == text.startIndex || !isIdentifier(text[hit - 1]),
                hit + 6 == text.endIndex || !isIdentifier(text[hit + 6])
            else { continue }
            count += 1
        }
        return count
    }

    private static func isIdentifier(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || byte == 0x5F
            || byte >= 0x80
    }

    /// Returns of an opaque result in variants whose type is not that of the original's returns.
    private func differing(_ problem: CompilerNotes.Problem) -> Set<Int32> {
        var original: Set<String> = []
        var variants: [(Int32, String)] = []
        for note in problem.notes where note.path == schema.file.path {
            let type = Self.quoted(note.message).last ?? ""
            switch woven.origin(line: note.line, column: note.column).owner {
            case .variant(let number): variants.append((number, type))
            default: original.insert(type)
            }
        }
        let others = variants.filter { !original.contains($0.1) }.map(\.0)
        return Set(others.isEmpty ? variants.map(\.0) : others)
    }

    // MARK: - Placements that are at fault

    /// Leaves the units in whose branches a name is declared that code outside of them uses: a local function may
    /// use what is declared after it.
    private mutating func escalateDeclarers(_ names: [String], _ offset: Int) -> Bool {
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
    private mutating func escalateSoft(around offset: Int, in unit: Unit?) -> Bool {
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
    private mutating func escalateCallable(around offset: Int) -> Bool {
        let callable = layout.blocks[layout.innermost(offset..<offset)].callable
        guard callable >= 0 else { return false }
        let inside = units.values.filter { layout.blocks[$0.block].callable == callable }
        let small = inside.filter { !$0.isBody }
        if !small.isEmpty || !inside.isEmpty {
            blame.escalate.formUnion((small.isEmpty ? inside : small).map(\.id))
            return true
        }
        let marks = schema.probePlan.marks.filter {
            layout.blocks[$0.block].callable == callable && !woven.escalated.contains($0.probe.id)
        }
        blame.escalate.formUnion(marks.map(\.probe.id))
        return !marks.isEmpty
    }

    /// Where one error is told per build, the rest is soon tried where all are told.
    private mutating func giveUpSoftUnits() {
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
