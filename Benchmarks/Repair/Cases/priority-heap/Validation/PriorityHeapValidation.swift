import Testing

@testable import PriorityHeap

@Suite struct PriorityHeapValidation {
    private func drained<Value>(_ values: [Value], by precedes: @escaping (Value, Value) -> Bool) -> [Value] {
        var heap = PriorityHeap(precedes: precedes)
        values.forEach { heap.push($0) }
        var result: [Value] = []
        while let value = heap.pop() { result.append(value) }
        return result
    }

    @Test(arguments: 0...20) func sorts(count: Int) {
        for seed in 1...5 {
            let values = (0..<count).map { ($0 * (seed * 13) + seed) % 31 }
            #expect(drained(values, by: <) == values.sorted())
            #expect(drained(values, by: >) == values.sorted(by: >))
        }
    }

    @Test func pushes_between_pops() {
        var heap = PriorityHeap<String>(precedes: { $0.count > $1.count })
        for word in ["a", "ccc", "bb"] { heap.push(word) }
        let first = heap.pop()
        heap.push("dddd")
        let second = heap.pop()
        let third = heap.pop()
        #expect([first, second, third] == ["ccc", "dddd", "bb"])
        #expect(heap.count == 1)
    }

    @Test func equal_values() {
        #expect(drained([2, 2, 1, 2, 1], by: <) == [1, 1, 2, 2, 2])
    }

    @Test func descending_and_ascending_input() {
        #expect(drained(Array((0..<33).reversed()), by: <) == Array(0..<33))
        #expect(drained(Array(0..<33), by: <) == Array(0..<33))
    }
}
