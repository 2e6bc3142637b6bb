extension RepairCase {
    /// Repairs made of what values in scope have: their members, their initial values, functions of their type.
    static let members: [RepairCase] = [
        RepairCase(
            "a limit of another value is not asked", "ticket.day <= lastDay",
            "ticket.day <= lastDay && ticket.fareCents >= lowestCents",
            source: """
                struct Ticket {
                    var day: Int
                    var fareCents: Int
                }

                struct Discount {
                    let lastDay: Int
                    let lowestCents: Int

                    func covers(_ ticket: Ticket) -> Bool { ticket.day <= lastDay }
                }
                """),
        RepairCase(
            "a flag of an entry is not asked", "entry.until > now", "entry.until > now || entry.isLasting",
            source: """
                struct Entry {
                    var until: Int
                    var isLasting: Bool
                }

                func holds(_ entry: Entry, at now: Int) -> Bool {
                    if entry.until > now { return true }
                    return false
                }
                """),
        RepairCase(
            "a walk that stays on its page", "total += page.count\n",
            "total += page.count\n        token = page.next\n",
            source: """
                struct Page {
                    var count: Int
                    var next: Int?
                }

                protocol Shelf {
                    func page(at token: Int) -> Page
                }

                func size<Store: Shelf>(of store: Store) -> Int {
                    var total = 0
                    var token: Int? = 0
                    while let current = token {
                        let page = store.page(at: current)
                        total += page.count
                    }
                    return total
                }
                """),
        RepairCase(
            "a counter that is not set back", "    lines.removeAll()\n",
            "    lines.removeAll()\n        width = 0\n",
            source: """
                struct Buffer {
                    var lines: [String] = []
                    var width = 0

                    mutating func add(_ line: String) {
                        lines.append(line)
                        width += line.count
                    }

                    mutating func clear() {
                        lines.removeAll()
                    }
                }
                """),
        RepairCase(
            "a part whose twin is not written", "        out.append(width)\n",
            "        out.append(width)\n        out.append(height)\n",
            source: """
                struct Size {
                    var name: String
                    var width: Int
                    var height: Int
                }

                extension Size {
                    func write(to out: inout [Int]) {
                        out.append(name.count)
                        out.append(width)
                    }
                }
                """),
        RepairCase(
            "an end that may be reached is not asked for", "next != limit else",
            "next != limit || limit == endIndex else",
            source: """
                struct Steps<Base: Collection> {
                    struct Index: Equatable {
                        var base: Base.Index
                    }

                    var base: Base
                    var startIndex: Index { Index(base: base.startIndex) }
                    var endIndex: Index { Index(base: base.endIndex) }

                    func index(_ index: Index, limitedBy limit: Index) -> Index? {
                        guard index != endIndex else { return nil }
                        let next = Index(base: base.index(after: index.base))
                        guard next != limit else { return nil }
                        return next
                    }
                }
                """),
        RepairCase(
            "a result that is not kept", "        return value\n",
            "        results[input] = value\n        return value\n",
            source: """
                final class Memo {
                    private var results: [Int: String] = [:]
                    private let work: (Int) -> String

                    init(work: @escaping (Int) -> String) { self.work = work }

                    func value(for input: Int) -> String {
                        if let known = results[input] { return known }
                        let value = work(input)
                        return value
                    }
                }
                """),
        RepairCase(
            "a wave that comes back", "    wave = next\n", "    seen.formUnion(next)\n        wave = next\n",
            "    wave = next\n        seen.formUnion(next)\n",
            source: """
                func reach(_ start: Int, _ links: [Int: Set<Int>]) -> Int {
                    var seen: Set<Int> = [start]
                    var wave: Set<Int> = [start]
                    while !wave.isEmpty {
                        var next: Set<Int> = []
                        for node in wave { next.formUnion(links[node] ?? []) }
                        next.subtract(seen)
                        wave = next
                    }
                    return seen.count
                }
                """),
        RepairCase(
            "a key that is not brought into its form", "items[key]", "items[Self.form(key)]",
            source: """
                struct Index {
                    var items: [String: Int] = [:]

                    static func form(_ key: String) -> String { key.lowercased() }

                    func item(_ key: String) -> Int? { items[key] }
                }
                """),
        RepairCase(
            "nothing instead of itself", "return .leaf", "return self",
            source: """
                indirect enum Tree {
                    case leaf
                    case fork(Tree, Int, Tree)

                    func adding(_ value: Int) -> Tree {
                        switch self {
                        case .leaf: return .fork(.leaf, value, .leaf)
                        case .fork(let left, let own, let right):
                            if value < own { return .fork(left.adding(value), own, right) }
                            if value > own { return .fork(left, own, right.adding(value)) }
                            return .leaf
                        }
                    }
                }
                """),
        RepairCase(
            "a cycle that is walked for ever", "    guard let next = links[name]",
            "    if path.contains(name) { throw WalkError.cycle(at: name) }\n    guard let next = links[name]",
            source: """
                enum WalkError: Error {
                    case missing(String)
                    case cycle(at: String)
                }

                func end(_ name: String, _ links: [String: String], path: Set<String>) throws -> String {
                    guard let next = links[name] else { throw WalkError.missing(name) }
                    return try end(next, links, path: path.union([name]))
                }
                """),
        RepairCase(
            "the other pointer stays", "low += 1\n        }",
            "low += 1\n        } else {\n            high -= 1\n        }",
            source: """
                func pair(_ numbers: [Int], _ sum: Int) -> Bool {
                    var low = 0
                    var high = numbers.count - 1
                    while low < high {
                        let found = numbers[low] + numbers[high]
                        if found == sum { return true }
                        if found < sum {
                            low += 1
                        }
                    }
                    return false
                }
                """),
        RepairCase(
            "a bit that is turned instead of cleared", "mask ^= bit", "mask &= ~bit",
            source: """
                struct Flags {
                    var mask = 0

                    mutating func clear(_ bit: Int) { mask ^= bit }
                }
                """),
        RepairCase(
            "a depth that is left to its default", "text(item)", "text(item, depth: depth + 1)",
            source: """
                struct Outline {
                    var items: [Outline]

                    func text(_ outline: Outline, depth: Int = 0) -> String {
                        var lines = String(repeating: " ", count: depth)
                        for item in outline.items { lines += text(item) }
                        return lines
                    }
                }
                """),
        RepairCase(
            "the same slip twice", "row < cells.count - 1 && col < cells.count - 1",
            "row < cells.count && col < cells.count",
            source: """
                func holds(_ cells: [Int], _ row: Int, _ col: Int) -> Bool {
                    return row < cells.count - 1 && col < cells.count - 1
                }
                """),
    ]
}
