import Testing

@testable import KnapsackCapacity

@Suite struct LoadingValidation {
    private func bruteForce(_ crates: [Crate], _ capacity: Int) -> Int {
        var best = 0
        for subset in 0..<(1 << crates.count) {
            let chosen = crates.indices.filter { subset >> $0 & 1 == 1 }.map { crates[$0] }
            if chosen.reduce(0, { $0 + $1.kilograms }) <= capacity {
                best = max(best, chosen.reduce(0) { $0 + $1.value })
            }
        }
        return best
    }

    @Test(arguments: 0...24) func agrees_with_all_subsets(capacity: Int) {
        let crates = [(3, 4), (5, 6), (7, 11), (2, 3), (4, 4), (6, 9)].map {
            Crate(kilograms: $0.0, value: $0.1)
        }
        #expect(
            LoadPlanner(capacityKilograms: capacity).bestValue(of: crates) == bruteForce(crates, capacity))
    }

    @Test func exact_fit() {
        #expect(LoadPlanner(capacityKilograms: 5).bestValue(of: [Crate(kilograms: 5, value: 8)]) == 8)
        #expect(LoadPlanner(capacityKilograms: 1).bestValue(of: [Crate(kilograms: 1, value: 2)]) == 2)
    }

    @Test func no_capacity() {
        #expect(LoadPlanner(capacityKilograms: 0).bestValue(of: [Crate(kilograms: 1, value: 2)]) == 0)
        #expect(LoadPlanner(capacityKilograms: -4).bestValue(of: [Crate(kilograms: 1, value: 2)]) == 0)
    }
}
