import Testing

@testable import StreamTopScores

@Suite struct TopScoresValidation {
    @Test func earlier_scores_stand_higher() {
        var top = TopScores(capacity: 3)
        let places = ["a", "b", "c", "d"].map { top.add(Score(player: $0, points: 7)) }
        #expect(places == [1, 2, 3, nil])
        #expect(top.scores.map(\.player) == ["a", "b", "c"])
    }

    @Test func agrees_with_sorting() {
        var top = TopScores(capacity: 5)
        let scores = (0..<30).map { Score(player: "\($0)", points: $0 * 7 % 11) }
        for score in scores { _ = top.add(score) }
        let expected = scores.enumerated().sorted {
            ($1.element.points, $0.offset) < ($0.element.points, $1.offset)
        }
        #expect(top.scores == Array(expected.map(\.element).prefix(5)))
    }

    @Test func no_room() {
        var top = TopScores(capacity: 0)
        let place = top.add(Score(player: "a", points: 1))
        #expect(place == nil)
        #expect(top.scores.isEmpty)
    }
}
