extension RepairCase {
    /// Repairs of what services get wrong: orders, units, bounds of pages, tidying up, calls of the wrong check.
    static let services: [RepairCase] = [
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
