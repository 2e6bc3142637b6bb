extension RepairCase {
    static let sequences: [RepairCase] = [
        RepairCase(
            "a weight that just fits", "if weight < capacity", "if weight <= capacity",
            source: """
                func fill(_ capacity: Int, _ items: [(weight: Int, value: Int)]) -> Int {
                    var best = 0
                    for (weight, value) in items {
                        if weight < capacity {
                            best = max(best, value)
                        }
                    }
                    return best
                }
                """),
        RepairCase(
            "a longest run that may shrink", "longest = length + 1", "longest = max(longest, length + 1)",
            source: """
                func rising(_ values: [Int]) -> Int {
                    var ends: [Int: Int] = [:]
                    var longest = 0
                    for (i, value) in values.enumerated() {
                        let length = (1...max(1, longest)).filter { ends[$0].map { values[$0] < value } ?? false }.max() ?? 0
                        if length == longest || value < values[ends[length + 1] ?? i] {
                            ends[length + 1] = i
                            longest = length + 1
                        }
                    }
                    return longest
                }
                """),
        RepairCase(
            "a sum that falls below nothing", "ending = ending + value", "ending = max(0, ending + value)",
            source: """
                func largestSum(_ values: [Int]) -> Int {
                    var ending = 0
                    var best = 0
                    for value in values {
                        ending = ending + value
                        best = max(best, ending)
                    }
                    return best
                }
                """),
        RepairCase(
            "a row that is one too short", "for column in 0..<row", "for column in 0...row",
            source: """
                func triangle(_ height: Int) -> [[Int]] {
                    var rows = [[1]]
                    for row in 1..<height {
                        var next: [Int] = []
                        for column in 0..<row {
                            let left = column > 0 ? rows[row - 1][column - 1] : 0
                            let right = column < row ? rows[row - 1][column] : 0
                            next.append(left + right)
                        }
                        rows.append(next)
                    }
                    return rows
                }
                """),
        RepairCase(
            "a result that is one digit too long", "count: digits.count)", "count: digits.count - 1)",
            source: """
                func rounded(_ digits: [Int]) -> [Int] {
                    if digits.allSatisfy({ $0 == 9 }) {
                        return [1] + Array(repeating: 0, count: digits.count) + [1]
                    }
                    return digits
                }
                """),
        RepairCase(
            "a table's diagonal is missed", "table[i - 1][j] + 1", "table[i - 1][j - 1] + 1",
            source: """
                func sharedRun(_ a: [Int], _ b: [Int]) -> Int {
                    var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
                    var best = 0
                    for i in 1...a.count {
                        for j in 1...b.count where a[i - 1] == b[j - 1] {
                            table[i][j] = table[i - 1][j] + 1
                            best = max(best, table[i][j])
                        }
                    }
                    return best
                }
                """),
        RepairCase(
            "a largest value that starts too high", "var best = 0", "var best = Int.min",
            "var best = values[0]",
            source: """
                func largest(_ values: [Int]) -> Int {
                    var best = 0
                    for value in values where value > best {
                        best = value
                    }
                    return best
                }
                """),
        RepairCase(
            "a product that starts with nothing", "var total = 0", "var total = 1",
            source: """
                func multiplied(_ values: [Int]) -> Int {
                    var total = 0
                    for value in values { total *= value }
                    return total
                }
                """),
        RepairCase(
            "the second largest is not moved down", "            best = value\n",
            "            second = best\n            best = value\n",
            source: """
                func runnerUp(_ values: [Int]) -> Int {
                    var best = Int.min
                    var second = Int.min
                    for value in values {
                        if value > best {
                            best = value
                        } else if value > second {
                            second = value
                        }
                    }
                    return second
                }
                """),
        RepairCase(
            "a counter stands still", "        values.swapAt(low, high)\n        high -= 1\n",
            "        values.swapAt(low, high)\n        high -= 1\n        low += 1\n",
            "        values.swapAt(low, high)\n        low += 1\n        high -= 1\n",
            "        low += 1\n        values.swapAt(low, high)\n        high -= 1\n",
            source: """
                func flip(_ values: inout [Int]) {
                    var low = 0
                    var high = values.count - 1
                    while low < high {
                        values.swapAt(low, high)
                        high -= 1
                    }
                }
                """),
        RepairCase(
            "the loop is left too late", "            first = position\n",
            "            first = position\n            break\n",
            source: """
                func firstNegative(_ values: [Int]) -> Int {
                    var first = -1
                    for (position, value) in values.enumerated() {
                        if value < 0 {
                            first = position
                        }
                    }
                    return first
                }
                """),
        RepairCase(
            "a mean of nothing", "    var sum = 0.0\n",
            "    guard !values.isEmpty else { return 0 }\n    var sum = 0.0\n",
            source: """
                func mean(_ values: [Double]) -> Double {
                    var sum = 0.0
                    for value in values { sum += value }
                    return sum / Double(values.count)
                }
                """),
        RepairCase(
            "a window that is measured twice", "total -= values[end - size]",
            "total -= values[end - size - 1]",
            "total -= values[end - (size + 1)]", "total -= values[end - size + 1]",
            source: """
                func window(_ values: [Int], _ size: Int) -> Int {
                    var total = 0
                    var best = 0
                    for end in values.indices {
                        total += values[end]
                        if end > size { total -= values[end - size] }
                        best = max(best, total)
                    }
                    return best
                }
                """),
    ]
}
