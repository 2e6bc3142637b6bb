extension RepairCase {
    static let tables: [RepairCase] = [
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
