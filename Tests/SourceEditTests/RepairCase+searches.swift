extension RepairCase {
    static let searches: [RepairCase] = [
        RepairCase(
            "a half-open search that never ends", "while low <= high", "while low < high",
            source: """
                func insertionPoint(of value: Int, in sorted: [Int]) -> Int {
                    var low = 0
                    var high = sorted.count
                    while low <= high {
                        let middle = (low + high) / 2
                        if sorted[middle] < value {
                            low = middle + 1
                        } else {
                            high = middle
                        }
                    }
                    return low
                }
                """),
        RepairCase(
            "a lower half that does not shrink", "return search(middle, end)",
            "return search(middle + 1, end)",
            source: """
                func position(of value: Int, in sorted: [Int]) -> Int? {
                    func search(_ start: Int, _ end: Int) -> Int? {
                        if start >= end { return nil }
                        let middle = start + (end - start) / 2
                        if value < sorted[middle] {
                            return search(start, middle)
                        } else if value > sorted[middle] {
                            return search(middle, end)
                        }
                        return middle
                    }
                    return search(0, sorted.count)
                }
                """),
        RepairCase(
            "a rank that counts the smaller ones twice", "return nth(above, rank)",
            "return nth(above, rank - atMost)",
            source: """
                func nth(_ values: [Int], _ rank: Int) -> Int {
                    let pivot = values[0]
                    let below = values.filter { $0 < pivot }
                    let above = values.filter { $0 > pivot }
                    let less = below.count
                    let atMost = values.count - above.count
                    if rank < less {
                        return nth(below, rank)
                    } else if rank >= atMost {
                        return nth(above, rank)
                    }
                    return pivot
                }
                """),
        RepairCase(
            "duplicates of the pivot get lost", "$0 > pivot", "$0 >= pivot",
            source: """
                func arranged(_ values: [Int]) -> [Int] {
                    guard let pivot = values.first else { return [] }
                    let rest = values.dropFirst()
                    let smaller = arranged(rest.filter { $0 < pivot })
                    let larger = arranged(rest.filter { $0 > pivot })
                    return smaller + [pivot] + larger
                }
                """),
        RepairCase(
            "a base case that leaves out a single element", "if values.isEmpty { return values }",
            "if values.count <= 1 { return values }",
            source: """
                func halved(_ values: [Int]) -> [Int] {
                    if values.isEmpty { return values }
                    let middle = values.count / 2
                    let left = halved(Array(values[..<middle]))
                    let right = halved(Array(values[middle...]))
                    return merge(left, right)
                }

                func merge(_ a: [Int], _ b: [Int]) -> [Int] { (a + b).sorted() }
                """),
        RepairCase(
            "a base case that asks for zero only", "values.count == 0", "values.count <= 1",
            "values.count < 2",
            source: """
                func bitonic(_ values: [Int]) -> [Int] {
                    if values.count == 0 { return values }
                    let middle = values.count / 2
                    return bitonic(Array(values[..<middle])) + bitonic(Array(values[middle...]))
                }
                """),
        RepairCase(
            "counts are read from the wrong array", "in numbers.enumerated()", "in tallies.enumerated()",
            source: """
                func counted(_ numbers: [Int], below limit: Int) -> [Int] {
                    var tallies = [Int](repeating: 0, count: limit)
                    for number in numbers {
                        tallies[number] += 1
                    }
                    var sorted: [Int] = []
                    for (number, tally) in numbers.enumerated() {
                        sorted += Array(repeating: number, count: tally)
                    }
                    return sorted
                }
                """),
        RepairCase(
            "the heap is fed with what it holds already", "for value in values {",
            "for value in values.dropFirst(size) {", "for value in values[size...] {",
            source: """
                func nearlySorted(_ values: [Int], _ size: Int) -> [Int] {
                    var heap = Array(values.prefix(size)).sorted()
                    var result: [Int] = []
                    for value in values {
                        heap.append(value)
                        heap.sort()
                        result.append(heap.removeFirst())
                    }
                    return result + heap
                }
                """),
        RepairCase(
            "the smallest is sought among the sorted ones", "for j in 0..<values.count",
            "for j in i..<values.count",
            "for j in i + 1..<values.count",
            source: """
                func selected(_ start: [Int]) -> [Int] {
                    var values = start
                    for i in 0..<values.count {
                        var least = i
                        for j in 0..<values.count {
                            if values[j] < values[least] { least = j }
                        }
                        values.swapAt(i, least)
                    }
                    return values
                }
                """),
        RepairCase(
            "the wrong neighbour is compared", "order[j] < order[i]", "order[j] > order[i]",
            "order[i] < order[j]",
            source: """
                func following(_ start: [Int]) -> [Int]? {
                    var order = start
                    for i in stride(from: order.count - 2, through: 0, by: -1) where order[i] < order[i + 1] {
                        for j in stride(from: order.count - 1, to: i, by: -1) {
                            if order[j] < order[i] {
                                order.swapAt(i, j)
                                order[(i + 1)...].reverse()
                                return order
                            }
                        }
                    }
                    return nil
                }
                """),
        RepairCase(
            "an index runs out of its array", "while values[i] == 0",
            "while i < values.count && values[i] == 0",
            source: """
                func leadingZeros(_ values: [Int]) -> Int {
                    var i = 0
                    while values[i] == 0 {
                        i += 1
                    }
                    return i
                }
                """),
        RepairCase(
            "a pointer that does not move on",
            """
                    if sorted[left] + sorted[right] < sum {
                        left += 1
            """,
            """
                    if sorted[left] + sorted[right] <= sum {
                        left += 1
            """,
            """
                    if sorted[left] + sorted[right] > sum {
                        left += 1
            """,
            source: """
                func pairs(_ sorted: [Int], sum: Int) -> Int {
                    var left = 0
                    var right = sorted.count - 1
                    var found = 0
                    while left < right {
                        if sorted[left] + sorted[right] == sum { found += 1 }
                        if sorted[left] + sorted[right] < sum {
                            left += 1
                        } else {
                            right -= 1
                        }
                    }
                    return found
                }
                """),
    ]
}
