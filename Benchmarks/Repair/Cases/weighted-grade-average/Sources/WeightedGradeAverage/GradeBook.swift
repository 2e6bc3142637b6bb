/// A group of assignments that together make up a share of the final grade.
struct GradeCategory {
    let name: String
    let weight: Double
    /// Scores between 0 and 100.
    var scores: [Double]
    /// How many of the lowest scores do not count.
    var dropLowest = 0

    /// The mean of the scores that count, or nil when none does.
    var average: Double? {
        let counted = scores.sorted().dropFirst(dropLowest)
        guard !counted.isEmpty else { return nil }
        return counted.reduce(0, +) / Double(counted.count)
    }
}

/// Computes final grades. Categories without a score are left out and the weights of the others scaled up.
struct GradeBook {
    var categories: [GradeCategory]
    var bonusPoints = 0.0

    func finalGrade() -> Double? {
        var weightedSum = 0.0
        var totalWeight = 0.0
        for category in categories {
            guard let average = category.average else { continue }
            weightedSum += average * category.weight
            totalWeight += category.weight
        }
        guard totalWeight > 0 else { return nil }
        return min(100, weightedSum * totalWeight + bonusPoints)
    }
}
