/// Errors that are told elsewhere than where their cause is.
extension Judge {
    /// Mutations that may let control reach the end of the body whose brace the compiler names.
    ///
    /// - Parameter breaks: a `break` leads there.
    func fallingThrough(_ owner: Woven.Owner, _ offset: Int, breaks: Bool) -> Set<Int32> {
        if case .variant(let number) = owner { return [number] }
        let closed = layout.blocks.indices.filter {
            layout.blocks[$0].interior.upperBound == offset && layout.blocks[$0].role != .script
        }
        guard let target = closed.first else { return [] }
        var certain: Set<Int32> = []
        var possible: Set<Int32> = []
        let last = layout.blocks[target].items.last?.range ?? 0..<0
        for (id, unit) in units where unit.isStatements {
            // What is inserted stands beside what was there.
            let ends = unit.form == .statements && ends(unit, in: target)
            guard ends || last.contains(unit.region.lowerBound) else { continue }
            for number in members[id] ?? [] {
                guard let position = schema.positions[number] else { continue }
                let text = VariantText(String(decoding: schema.variant(position, of: unit), as: UTF8.self))
                // In the middle of an endless loop that the body ends with.
                if !ends, breaks, text.leavesLoop { certain.insert(number) }
                guard ends else { continue }
                possible.insert(number)
                let returns = layout.blocks[unit.block].returnsItem && text.returnOffset != nil
                if !returns, text.mayFallThrough || breaks && text.breaks { certain.insert(number) }
            }
        }
        return certain.isEmpty ? possible : certain
    }

    /// Leaves the switches around a condition that is always true: with one in its place the compiler takes no loop for
    /// endless any more.
    mutating func escalateEndless(_ offset: Int) -> Bool {
        let closed = layout.blocks.firstIndex {
            $0.interior.upperBound == offset && $0.role != .script
        }
        guard let closed, let last = layout.blocks[closed].items.last?.range else { return false }
        let found = units.values.filter { unit in
            !unit.isStatements && last.overlaps(unit.region)
                && String(decoding: layout.bytes[unit.region], as: UTF8.self) == "true"
        }
        blame.escalate.formUnion(found.map(\.id))
        return !found.isEmpty
    }

    /// Whether the end of a unit is where `target` ends.
    func ends(_ unit: Unit, in target: Int) -> Bool {
        var index = unit.block
        var last = unit.last
        while index >= 0 {
            let block = layout.blocks[index]
            guard last == block.items.count - 1 else { return false }
            if index == target { return true }
            guard block.role != .body, block.role != .closure, block.parent >= 0 else { return false }
            // The end of a loop's body leads back to its start.
            let around = layout.blocks[block.parent].items
            if around.indices.contains(block.parentItem), around[block.parentItem].isLoop { return false }
            (index, last) = (block.parent, block.parentItem)
        }
        return false
    }

    static func isAboutEnds(_ message: String) -> Bool {
        ["missing return", "must not fall through", "missing call to another never-returning"]
            .contains(where: message.contains)
    }

    static func isAboutInitialisation(_ message: String) -> Bool {
        [
            "before being initialized", "properties are initialized", "initializing all stored properties",
            "isn't called on all paths", "may only be initialized once", "initialized by a closure",
        ].contains(where: message.contains)
    }

    /// The other mutations of one function by the same operator, once two of them did not compile: of what an initialiser
    /// leaves unset the compiler tells one place a build.
    func kin(of number: Int32) -> Set<Int32> {
        func place(_ mutation: Mutation) -> Int {
            let offset = mutation.edits.first?.range.lowerBound ?? 0
            return layout.blocks[layout.innermost(offset..<offset)].callable
        }
        guard let position = schema.positions[number] else { return [] }
        let own = schema.mutations[position].mutation
        let others = schema.mutations.filter {
            $0.mutation.operatorID == own.operatorID && place($0.mutation) == place(own)
        }
        guard others.count(where: { woven.dropped.contains($0.number) }) >= 2 else { return [] }
        return Set(others.map(\.number)).subtracting(woven.dropped)
    }

    /// Mutations that assign the name less often, or more often, than the original does.
    func uninitialising(_ problem: CompilerNotes.Problem, _ offset: Int) -> Set<Int32> {
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

    static func quoted(_ message: String) -> [String] {
        let parts = message.split(separator: "'", omittingEmptySubsequences: false)
        return parts.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }

    /// How often a text assigns one of some names, or calls it as `self.init` is called.
    static func assignments(_ text: ArraySlice<UInt8>, _ names: [String]) -> Int {
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

    static func returns(_ text: ArraySlice<UInt8>) -> Int {
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

    static func isIdentifier(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || byte == 0x5F
            || byte >= 0x80
    }

    /// Returns of an opaque result in variants whose type is not that of the original's returns.
    func differing(_ problem: CompilerNotes.Problem) -> Set<Int32> {
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
}
