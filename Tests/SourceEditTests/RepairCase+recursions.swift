extension RepairCase {
    static let recursions: [RepairCase] = [
        RepairCase(
            "the disc goes to the wrong peg", "Move(from: start, to: helper))", "Move(from: start, to: end))",
            source: """
                enum Peg: CaseIterable { case left, middle, right }
                struct Move { let from: Peg, to: Peg }
                func moves(_ height: Int, _ start: Peg, _ end: Peg) -> [Move] {
                    var found: [Move] = []
                    if height > 0, let helper = Peg.allCases.first(where: { $0 != start && $0 != end }) {
                        found += moves(height - 1, start, helper)
                        found.append(Move(from: start, to: helper))
                        found += moves(height - 1, helper, end)
                    }
                    return found
                }
                """),
        RepairCase(
            "what is no list is flattened too", "result.append(flatten(item))", "result.append(item)",
            source: """
                func flatten(_ list: Any) -> [Any] {
                    var result: [Any] = []
                    for item in list as? [Any] ?? [] {
                        if item is [Any] {
                            result.append(contentsOf: flatten(item))
                        } else {
                            result.append(flatten(item))
                        }
                    }
                    return result
                }
                """),
        RepairCase(
            "a leaf is treated as a branch", "result.append(contentsOf: leaves(leaf))", "result.append(leaf)",
            source: """
                func leaves(_ value: Any) -> [Any] {
                    guard let values = value as? [Any] else { return [value] }
                    var result: [Any] = []
                    for value in values {
                        if let branch = value as? [Any] {
                            result.append(contentsOf: leaves(branch))
                        } else {
                            let leaf = value
                            result.append(contentsOf: leaves(leaf))
                        }
                    }
                    return result
                }
                """),
        RepairCase(
            "a value is wrapped to be flattened again",
            "flat.append(contentsOf: flatten([.value(value)]))", "flat.append(value)",
            source: """
                enum Nested<Element> { case value(Element), list([Nested<Element>]) }
                func flatten<Element>(_ items: [Nested<Element>]) -> [Element] {
                    var flat: [Element] = []
                    for item in items {
                        switch item {
                        case .list(let children): flat.append(contentsOf: flatten(children))
                        case .value(let value): flat.append(contentsOf: flatten([.value(value)]))
                        }
                    }
                    return flat
                }
                """),
        RepairCase(
            "a leaf is visited like a branch", "collect(branch + [step])", "[step]",
            source: """
                func collect(_ branch: [Int]) -> [Int] {
                    guard let step: Int = branch.last else { return [] }
                    return branch.count == 1 ? collect(branch + [step]) : collect(Array(branch.dropLast()))
                }
                """),
        RepairCase(
            "a disk is put on the wrong peg", "moves.append((from, spare))", "moves.append((from, to))",
            source: """
                func tower(_ height: Int, _ from: Int, _ to: Int, _ spare: Int) -> [(Int, Int)] {
                    var moves: [(Int, Int)] = []
                    if height > 0 {
                        moves += tower(height - 1, from, spare, to)
                        moves.append((from, spare))
                        moves += tower(height - 1, spare, to, from)
                    }
                    return moves
                }
                """),
        RepairCase(
            "no coins are left", "if total < 0 { return 0 }", "if coins.isEmpty || total < 0 { return 0 }",
            "if total < 0 || coins.isEmpty { return 0 }",
            source: """
                func change(_ coins: [Int], _ total: Int) -> Int {
                    if total == 0 { return 1 }
                    if total < 0 { return 0 }
                    let first = coins[0]
                    return change(coins, total - first) + change(Array(coins.dropFirst()), total)
                }
                """),
        RepairCase(
            "a missing base case", "    let first = values[0]\n",
            "    guard !values.isEmpty else { return [[]] }\n    let first = values[0]\n",
            source: """
                func shuffles(_ values: [Int]) -> [[Int]] {
                    let first = values[0]
                    var result: [[Int]] = []
                    for rest in shuffles(Array(values.dropFirst())) {
                        for place in 0...rest.count {
                            var next = rest
                            next.insert(first, at: place)
                            result.append(next)
                        }
                    }
                    return result
                }
                """),
        RepairCase(
            "a base case of numbers is missing", "    return number * product(number - 1)",
            "    if number <= 1 { return 1 }\n    return number * product(number - 1)",
            "    if number == 0 { return 1 }\n    return number * product(number - 1)",
            source: """
                func product(_ number: Int) -> Int {
                    return number * product(number - 1)
                }
                """),
        RepairCase(
            "a base case in a body of one line", "{ number % 10 + digits(number / 10) }",
            "{\n    if number == 0 { return 0 }\n    return number % 10 + digits(number / 10)\n}",
            source: """
                func digits(_ number: Int) -> Int { number % 10 + digits(number / 10) }
                """),
        RepairCase(
            "subsets without the first are forgotten", "return rest.map { [first] + $0 }",
            "return rest + rest.map { [first] + $0 }", "return rest.map { [first] + $0 } + rest",
            source: """
                func subsets(_ values: [Int]) -> [[Int]] {
                    guard let first = values.first else { return [[]] }
                    let rest = subsets(Array(values.dropFirst()))
                    return rest.map { [first] + $0 }
                }
                """),
        RepairCase(
            "the only selection of nothing", "return []", "return [[]]",
            source: """
                func selections(_ low: Int, _ high: Int, _ size: Int) -> [[Int]] {
                    if size == 0 { return [] }
                    var result: [[Int]] = []
                    guard low < high else { return result }
                    for i in low..<high {
                        for rest in selections(i + 1, high, size - 1) {
                            result.append([i] + rest)
                        }
                    }
                    return result
                }
                """),
        RepairCase(
            "an equal pair costs nothing", "return 1 + edits(Array(a.dropFirst()), Array(b.dropFirst()))",
            "return edits(Array(a.dropFirst()), Array(b.dropFirst()))",
            source: """
                func edits(_ a: [Character], _ b: [Character]) -> Int {
                    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
                    if a[0] == b[0] {
                        return 1 + edits(Array(a.dropFirst()), Array(b.dropFirst()))
                    }
                    let replaced = edits(Array(a.dropFirst()), Array(b.dropFirst()))
                    let inserted = edits(a, Array(b.dropFirst()))
                    let removed = edits(Array(a.dropFirst()), b)
                    return 1 + min(replaced, inserted, removed)
                }
                """),
        RepairCase(
            "only one of two words moves on", "common(Array(a.dropFirst()), b)",
            "common(Array(a.dropFirst()), Array(b.dropFirst()))",
            source: """
                func common(_ a: [Character], _ b: [Character]) -> [Character] {
                    guard let first = a.first, let other = b.first else { return [] }
                    if first == other {
                        return [first] + common(Array(a.dropFirst()), b)
                    }
                    let left = common(a, Array(b.dropFirst()))
                    let right = common(Array(a[1...]), b)
                    return left.count >= right.count ? left : right
                }
                """),
        RepairCase(
            "the head of a list gets lost", "return doubled(Array(values.dropFirst()))",
            "return [first] + doubled(Array(values.dropFirst()))",
            source: """
                func doubled(_ values: [Int]) -> [Int] {
                    guard let head = values.first else { return [] }
                    let first = head * 2
                    return doubled(Array(values.dropFirst()))
                }
                """),
        RepairCase(
            "one branch of a tree is not counted", "return 1 + size(tree.left)",
            "return 1 + size(tree.left) + size(tree.right)",
            source: """
                final class Tree {
                    var left: Tree?
                    var right: Tree?
                }

                func size(_ tree: Tree?) -> Int {
                    guard let tree else { return 0 }
                    return 1 + size(tree.left)
                }
                """),
        RepairCase(
            "a choice is not taken back",
            """
                        explore(position + 1)
            """,
            """
                        explore(position + 1)
                        chosen.removeLast()
            """,
            source: """
                func choices(_ values: [Int], _ size: Int) -> [[Int]] {
                    var result: [[Int]] = []
                    var chosen: [Int] = []
                    func explore(_ start: Int) {
                        if chosen.count == size {
                            result.append(chosen)
                            return
                        }
                        guard start < values.count else { return }
                        for position in start..<values.count {
                            chosen.append(values[position])
                            explore(position + 1)
                        }
                    }
                    explore(0)
                    return result
                }
                """),
    ]
}
