import Testing

@testable import WeightedRoundRobin

@Suite struct WeightedRotationTests {
    @Test func turns_follow_the_weights() {
        var rotation = WeightedRotation([Server(name: "a", weight: 2), Server(name: "b", weight: 1)])
        let names = (0..<6).map { _ in rotation.next() ?? "-" }
        #expect(names == ["a", "a", "b", "a", "a", "b"])
    }

    @Test func no_servers() {
        var rotation = WeightedRotation([])
        let name = rotation.next()
        #expect(name == nil)
    }

    @Test func one_server() {
        var rotation = WeightedRotation([Server(name: "a", weight: 3)])
        let names = (0..<4).map { _ in rotation.next() ?? "-" }
        #expect(Set(names) == ["a"])
    }
}
