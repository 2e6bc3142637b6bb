extension RepairCase {
    static let tables: [RepairCase] = [
        RepairCase(
            "a last page that is not full is forgotten", "results / size", "(results + size - 1) / size",
            source: """
                struct Pages {
                    let size: Int
                    func count(_ results: Int) -> Int { return results / size }
                }
                """),
        RepairCase(
            "days of the week before this one", "(other - day) % 7", "(other - day + 7) % 7",
            source: "func days(from day: Int, until other: Int) -> Int { return (other - day) % 7 }"),
        RepairCase(
            "what is divided first loses its rest", "price / length * left", "price * left / length",
            source: "func share(_ price: Int, _ length: Int, _ left: Int) -> Int { price / length * left }"),
        RepairCase(
            "a ring is written beyond its end", "slots[head + count]", "slots[(head + count) % slots.count]",
            source: """
                struct Ring {
                    var slots: [Int] = [0, 0]
                    var head = 0
                    var count = 0
                    mutating func push(_ x: Int) {
                        slots[head + count] = x
                        count += 1
                    }
                }
                """),
        RepairCase(
            "a state that cannot be left", "case (.done, .reopen)",
            "case (.done, .reopen), (.closed, .reopen)",
            source: """
                enum State { case open, done, closed }
                enum Action { case finish, close, reopen }
                func next(_ state: State, _ action: Action) -> State? {
                    switch (state, action) {
                    case (.open, .finish): return .done
                    case (.done, .close): return .closed
                    case (.done, .reopen): return .open
                    default: return nil
                    }
                }
                """),
        RepairCase(
            "the first neighbour is the last", "var previous = 0", "var previous = corners.count - 1",
            source: """
                func edges(_ corners: [Int]) -> Int {
                    var sum = 0
                    var previous = 0
                    for current in corners.indices {
                        sum += corners[current] - corners[previous]
                        previous = current
                    }
                    return sum
                }
                """),
        RepairCase(
            "a count starts one too low", "counts[word, default: 0] += 1", "counts[word, default: 1] += 1",
            "counts[word, default: 0] += 2", "counts[word, default: 0] -= 1",
            source: """
                func counts(_ words: [String]) -> [String: Int] {
                    var counts: [String: Int] = [:]
                    for word in words { counts[word, default: 0] += 1 }
                    return counts
                }
                """),
        RepairCase(
            "a result that is not remembered", "        return value\n",
            "        memory[number] = value\n        return value\n",
            source: """
                final class Sums {
                    private var memory: [Int: Int] = [:]

                    func sum(_ number: Int) -> Int {
                        if let known = memory[number] { return known }
                        let value = number < 2 ? number : sum(number - 1) + sum(number - 2)
                        return value
                    }
                }
                """),
        RepairCase(
            "rows for columns", "for x in 0..<grid.count", "for x in 0..<grid[0].count",
            source: """
                func transposed(_ grid: [[Int]]) -> [[Int]] {
                    var result: [[Int]] = []
                    for x in 0..<grid.count {
                        var row: [Int] = []
                        for y in 0..<grid.count {
                            row.append(grid[y][x])
                        }
                        result.append(row)
                    }
                    return result
                }
                """),
        RepairCase(
            "coordinates the wrong way round", "grid[x][y]", "grid[y][x]",
            source: """
                func cell(_ grid: [[Character]], x: Int, y: Int) -> Character? {
                    guard y >= 0, y < grid.count, x >= 0, x < grid[y].count else { return nil }
                    return grid[x][y]
                }
                """),
        RepairCase(
            "a missing price", "prices[name] ?? 1", "prices[name] ?? 0",
            source: """
                func bill(_ names: [String], _ prices: [String: Int]) -> Int {
                    names.reduce(0) { sum, name in sum + (prices[name] ?? 1) }
                }
                """),
        RepairCase(
            "sorted the wrong way round", "{ $0.value < $1.value }", "{ $0.value > $1.value }",
            "{ $1.value < $0.value }",
            source: """
                func ranking(_ scores: [String: Int]) -> [String] {
                    scores.sorted { $0.value < $1.value }.map { $0.key }
                }
                """),
        RepairCase(
            "the wrong half of a pair", "map(\\.key)", "map(\\.value)",
            source: """
                func points(_ scores: [Int: Int]) -> [Int] {
                    scores.map(\\.key).sorted()
                }
                """),
        RepairCase(
            "what both have, not what either has", "a.union(b)", "a.intersection(b)",
            source: """
                func shared(_ first: [Int], _ second: [Int]) -> [Int] {
                    let a = Set(first)
                    let b = Set(second)
                    return a.union(b).sorted()
                }
                """),
    ]
}
