import Testing

@testable import PriorityHeap

@Suite struct PriorityHeapTests {
    private func drained(_ values: [Int]) -> [Int] {
        var heap = PriorityHeap<Int>(precedes: <)
        values.forEach { heap.push($0) }
        var result: [Int] = []
        while let value = heap.pop() { result.append(value) }
        return result
    }

    @Test func the_first_is_the_smallest() {
        var heap = PriorityHeap<Int>(precedes: <)
        for value in [5, 2, 8] { heap.push(value) }
        #expect(heap.first == 2)
    }

    @Test func two_values() {
        #expect(drained([2, 1]) == [1, 2])
    }

    @Test func three_values() {
        #expect(drained([1, 2, 3]) == [1, 2, 3])
    }

    @Test func many_values() {
        #expect(drained([7, 3, 9, 1, 5]) == [1, 3, 5, 7, 9])
    }

    @Test func an_empty_heap() {
        var heap = PriorityHeap<Int>(precedes: <)
        let none = heap.pop()
        #expect(none == nil)
        #expect(heap.first == nil)
    }
}
