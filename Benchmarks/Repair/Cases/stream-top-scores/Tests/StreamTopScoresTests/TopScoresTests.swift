import Testing

@testable import StreamTopScores

@Suite struct TopScoresTests {
    @Test func the_best_stand_first() {
        var top = TopScores(capacity: 3)
        for (player, points) in [("a", 5), ("b", 9), ("c", 7)] {
            _ = top.add(Score(player: player, points: points))
        }
        #expect(top.scores.map(\.player) == ["b", "c", "a"])
    }

    @Test func low_scores_do_not_enter() {
        var top = TopScores(capacity: 1)
        _ = top.add(Score(player: "a", points: 5))
        let place = top.add(Score(player: "b", points: 4))
        #expect(place == nil)
    }

    @Test func the_place_of_a_score() {
        var top = TopScores(capacity: 5)
        _ = top.add(Score(player: "a", points: 5))
        let place = top.add(Score(player: "b", points: 4))
        #expect(place == 2)
    }

    @Test func the_worst_leaves() {
        var top = TopScores(capacity: 2)
        for points in [1, 2, 3] { _ = top.add(Score(player: "p", points: points)) }
        #expect(top.scores.map(\.points) == [3, 2])
    }
}
