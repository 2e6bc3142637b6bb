extension RepairCase {
    /// Repairs of what services get wrong: orders, units, bounds of pages, tidying up, calls of the wrong check.
    static let services: [RepairCase] = [
        RepairCase(
            "what is joined in the wrong order", "tail = tail.merged(with: parts[low])",
            "tail = parts[low].merged(with: tail)",
            source: """
                protocol Summary {
                    static var empty: Self { get }
                    func merged(with other: Self) -> Self
                }

                struct Summaries<Part: Summary> {
                    var parts: [Part]

                    func suffix(from start: Int) -> Part {
                        var tail = Part.empty
                        var low = parts.count - 1
                        while low >= start {
                            tail = tail.merged(with: parts[low])
                            low -= 1
                        }
                        return tail
                    }
                }
                """),
        RepairCase(
            "values that are told apart by one of their members", "a == b", "a.level == b.level",
            source: """
                enum Grade: Equatable {
                    case low, middle, high(bonus: Int)

                    var level: Int {
                        switch self {
                        case .low: 0
                        case .middle: 1
                        case .high: 2
                        }
                    }
                }

                func comes(_ a: Grade, before b: Grade, isStable: Bool) -> Bool {
                    if a == b { return isStable }
                    return a.level < b.level
                }
                """),
        RepairCase(
            "one half of a pair of calls", "shiftLeft(at: slot)\n",
            "shiftLeft(at: slot)\n        shiftRight(at: slot)\n",
            source: """
                struct Row {
                    var cells: [Int]

                    mutating func shiftLeft(at slot: Int) {
                        cells.remove(at: slot)
                    }

                    mutating func shiftRight(at slot: Int) {
                        cells.insert(0, at: slot)
                    }

                    mutating func clear(_ slot: Int) {
                        shiftLeft(at: slot)
                    }
                }
                """),
        RepairCase(
            "a part that is left although it still holds something", "while branch.twigs.isEmpty,",
            "while branch.twigs.isEmpty && branch.leaf == nil,",
            source: """
                final class Branch {
                    var leaf: String?
                    var twigs: [Branch] = []
                }

                func prune(_ path: [Branch]) -> Int {
                    var path = path
                    var branch = path.removeLast()
                    var cut = 0
                    while branch.twigs.isEmpty, let parent = path.popLast() {
                        parent.twigs.removeLast()
                        branch = parent
                        cut += 1
                    }
                    return cut
                }
                """),
        RepairCase(
            "room is made for what is there already", "if seats.count >= limit {",
            "if seats[guest] == nil && seats.count >= limit {",
            "if seats.count >= limit && seats[guest] == nil {",
            source: """
                struct Table {
                    var seats: [String: Int] = [:]
                    var limit = 4

                    mutating func sit(_ guest: String, at seat: Int) {
                        if seats.count >= limit {
                            leaveOldest()
                        }
                        seats[guest] = seat
                    }

                    mutating func leaveOldest() {
                        if let first = seats.keys.min() { seats[first] = nil }
                    }
                }
                """),
        RepairCase(
            "a sum that holds the older value already",
            "weight += item.weight\n            place = old.place",
            "weight += item.weight - old.weight\n            place = old.place",
            source: """
                struct Item {
                    var id: Int
                    var weight: Int
                    var place = 0
                }

                struct Cart {
                    var items: [Int: Item] = [:]
                    var weight = 0

                    mutating func put(_ item: Item) {
                        var place = items.count
                        if let old = items[item.id] {
                            weight += item.weight
                            place = old.place
                        } else {
                            weight += item.weight
                        }
                        items[item.id] = Item(id: item.id, weight: item.weight, place: place)
                    }
                }
                """),
        RepairCase(
            "a part where the whole is meant", "let rounds = days / work",
            "let rounds = days / (work + rest)",
            source: """
                func shifts(_ days: Int, _ work: Int, _ rest: Int) -> Int {
                    let rounds = days / work
                    let left = min(days % (work + rest), work)
                    return rounds * work + left
                }
                """),
        RepairCase(
            "a range that begins before the first", "(total - count)..<total",
            "(max(0, total - count))..<total", "max(0, total - count)..<total",
            source: """
                func last(_ count: Int, of total: Int) -> Range<Int> {
                    return (total - count)..<total
                }
                """),
        RepairCase(
            "an end that only a value told by a closure shows", "guard try visit(batch) else { return }",
            "guard !batch.rows.isEmpty, try visit(batch) else { return }",
            source: """
                struct Batch<Row> {
                    var rows: [Row]
                    var total: Int
                }

                struct Reader<Row> {
                    let fetch: (Int) throws -> Batch<Row>

                    func all(_ visit: (Batch<Row>) throws -> Bool) throws {
                        var offset = 0
                        var total = 1
                        while offset < total {
                            let batch = try fetch(offset)
                            guard try visit(batch) else { return }
                            offset += batch.rows.count
                            total = batch.total
                        }
                    }
                }
                """),
        RepairCase(
            "a later key of an order that goes the other way",
            "($1.score, $1.at, $0.name) < ($0.score, $0.at, $1.name)",
            "($1.score, $0.at, $0.name) < ($0.score, $1.at, $1.name)",
            source: """
                struct Entry {
                    var name: String
                    var score: Int
                    var at: Int
                }

                func standings(_ entries: [Entry]) -> [Entry] {
                    entries.sorted { ($1.score, $1.at, $0.name) < ($0.score, $0.at, $1.name) }
                }
                """),
        RepairCase(
            "minutes that are compared with seconds", "idle > idleMinutes", "idle > idleMinutes * 60",
            source: """
                struct Policy {
                    var idleMinutes: Int

                    func isOver(_ idle: Int) -> Bool { idle > idleMinutes }
                }
                """),
        RepairCase(
            "the last part reaches past the end", "let end = start + size",
            "let end = min(start + size, bytes.count)",
            source: """
                struct Upload {
                    let bytes: [UInt8]
                    let size: Int

                    func range(of part: Int) -> Range<Int> {
                        let start = part * size
                        let end = start + size
                        return start..<end
                    }
                }
                """),
        RepairCase(
            "what is under way stays so when it fails",
            "let value = try await load()\n        loading = false",
            "defer { loading = false }\n        let value = try await load()",
            source: """
                actor Loader {
                    var loading = false

                    func refresh() async throws -> Int {
                        guard !loading else { return 0 }
                        loading = true
                        let value = try await load()
                        loading = false
                        return value
                    }

                    func load() async throws -> Int { 7 }
                }
                """),
        RepairCase(
            "the check of one thing instead of all", "isOpen(flag)", "isEnabled(key, for: account)",
            source: """
                struct Gate {
                    var flags: [String: Bool]

                    func isOpen(_ flag: Bool) -> Bool { flag }

                    func isEnabled(_ key: String, for account: Int) -> Bool { flags[key] == true && account > 0 }

                    func isVisible(_ key: String, for account: Int) -> Bool {
                        guard let flag = flags[key] else { return false }
                        return isOpen(flag)
                    }
                }
                """),
        RepairCase(
            "a member of a value whose type comes out of a closure", "minimum + 1", "found.rank + 1",
            source: """
                struct Reader {
                    enum Sign: Character {
                        case plus = "+"
                        var rank: Int { 1 }
                        var isRight: Bool { false }
                    }
                    var rest: Substring

                    mutating func read(minimum: Int) -> Int {
                        guard let found = rest.first.flatMap(Sign.init(rawValue:)), found.rank >= minimum else {
                            return 0
                        }
                        rest.removeFirst()
                        return read(minimum: found.isRight ? found.rank : minimum + 1)
                    }
                }
                """),
        RepairCase(
            "an iteration that swings round its end", "next != root", "next < root",
            source: """
                extension BinaryInteger {
                    func floorRoot() -> Self {
                        var root = self / 2 + 1
                        var next = (root + self / root) / 2
                        while next != root {
                            root = next
                            next = (root + self / root) / 2
                        }
                        return root
                    }
                }
                """),
        RepairCase(
            "one end of a chain that is not moved on", "        node.older = nil\n",
            "        if node === oldest { oldest = newer }\n        node.older = nil\n",
            source: """
                final class Node {
                    var older: Node?
                    var newer: Node?
                }

                struct Chain {
                    var newest: Node?
                    var oldest: Node?

                    mutating func unlink(_ node: Node) {
                        let (older, newer) = (node.older, node.newer)
                        older?.newer = newer
                        newer?.older = older
                        if node === newest { newest = older }
                        node.older = nil
                    }
                }
                """),
        RepairCase(
            "one child that is not visited", "{ walk(left) }\n",
            "{ walk(left) }\n    if let right = tree.right { walk(right) }\n",
            source: """
                final class Tree {
                    var left: Tree?
                    var right: Tree?
                }

                func walk(_ tree: Tree) {
                    if let left = tree.left { walk(left) }
                }
                """),
        RepairCase(
            "a touch that is asked for from one side only", "|| contains(other.end)",
            "|| contains(other.end) || other.contains(start)",
            source: """
                struct Segment {
                    var start: Int
                    var end: Int

                    func contains(_ point: Int) -> Bool { start <= point && point <= end }

                    func touches(_ other: Segment) -> Bool {
                        return contains(other.start) || contains(other.end)
                    }
                }
                """),
        RepairCase(
            "what was said twice counts twice", "    after[first, default: []].insert(second)\n",
            "    guard after[first, default: []].insert(second).inserted else { return }\n",
            source: """
                struct Steps {
                    var after: [String: Set<String>] = [:]
                    var waiting: [String: Int] = [:]

                    mutating func require(_ first: String, before second: String) {
                        after[first, default: []].insert(second)
                        waiting[second, default: 0] += 1
                    }
                }
                """),
        RepairCase(
            "a line end that was written wrong", #"self == "_""#, #"self == "\r\n""#,
            source: #"""
                extension Character {
                    var endsLine: Bool { self == "\n" || self == "_" }
                }
                """#),
    ]
}
