import Testing

@testable import RangeMinimumTree

@Suite struct MinimumTreeValidation {
    @Test(arguments: [1, 2, 3, 5, 8, 13]) func agrees_with_an_array(count: Int) {
        var values = (0..<count).map { ($0 * 29 + 7) % 23 }
        var tree = MinimumTree(values)
        for round in 0..<(2 * count) {
            let index = (round * 5) % count
            values[index] = (round * 31 + 3) % 37 - 10
            tree.update(at: index, to: values[index])
            for low in 0..<count {
                for high in low..<count {
                    #expect(tree.minimum(in: low..<(high + 1)) == values[low...high].min())
                }
            }
        }
    }

    @Test func one_value() {
        var tree = MinimumTree([4])
        #expect(tree.minimum(in: 0..<1) == 4)
        tree.update(at: 0, to: 6)
        #expect(tree.minimum(in: 0..<1) == 6)
    }

    @Test func raising_the_minimum() {
        var tree = MinimumTree([1, 7, 7])
        tree.update(at: 0, to: 9)
        #expect(tree.minimum(in: 0..<3) == 7)
    }
}
