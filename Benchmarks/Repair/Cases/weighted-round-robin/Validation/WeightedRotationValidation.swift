import Testing

@testable import WeightedRoundRobin

@Suite struct WeightedRotationValidation {
    private func names(_ weights: [(String, Int)], count: Int) -> [String?] {
        var rotation = WeightedRotation(weights.map { Server(name: $0.0, weight: $0.1) })
        return (0..<count).map { _ in rotation.next() }
    }

    @Test func servers_without_weight_get_nothing() {
        #expect(names([("a", 1), ("drained", 0), ("b", 1)], count: 4) == ["a", "b", "a", "b"])
        #expect(names([("drained", 0)], count: 2) == [nil, nil])
        #expect(names([("odd", -2), ("a", 1)], count: 2) == ["a", "a"])
    }

    @Test func rounds() {
        let all = names([("a", 3), ("b", 2), ("c", 1)], count: 60)
        #expect(all.filter { $0 == "a" }.count == 30)
        #expect(all.filter { $0 == "b" }.count == 20)
        #expect(all.filter { $0 == "c" }.count == 10)
        #expect(all.prefix(6) == ["a", "a", "a", "b", "b", "c"])
    }
}
