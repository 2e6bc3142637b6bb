import Foundation

/// The result of a match from the view of the first player.
enum MatchResult: Double {
    case loss = 0
    case draw = 0.5
    case win = 1
}

/// Ratings of players by the Elo formula.
struct EloLeague {
    private(set) var ratings: [String: Double] = [:]
    var initialRating = 1500.0
    var volatility = 32.0

    func rating(of player: String) -> Double {
        ratings[player] ?? initialRating
    }

    /// The expected score of a player against an opponent, between 0 and 1.
    static func expectedScore(_ player: Double, _ opponent: Double) -> Double {
        1 / (1 + pow(10, (opponent - player) / 400))
    }

    /// Books a match. What one player wins, the other one loses.
    mutating func record(_ first: String, against second: String, result: MatchResult) {
        let firstRating = rating(of: first)
        let secondRating = rating(of: second)
        let expected = Self.expectedScore(secondRating, firstRating)
        let change = volatility * (result.rawValue - expected)
        ratings[first] = firstRating + change
        ratings[second] = secondRating - change
    }

    /// Players by rating, best first; equal ratings by name.
    var standings: [String] {
        ratings.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }
}
