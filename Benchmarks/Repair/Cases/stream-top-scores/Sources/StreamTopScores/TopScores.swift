/// A player's score.
struct Score: Equatable {
    let player: String
    let points: Int
}

/// The best scores of a stream. Of equal scores the earlier one stands higher.
struct TopScores {
    let capacity: Int
    private(set) var scores: [Score] = []

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Adds a score and returns its place from 1, or nil if it is not among the best.
    mutating func add(_ score: Score) -> Int? {
        let index = scores.firstIndex { $0.points <= score.points } ?? scores.count
        guard index < capacity else { return nil }
        scores.insert(score, at: index)
        if scores.count > capacity { scores.removeLast() }
        return index + 1
    }
}
