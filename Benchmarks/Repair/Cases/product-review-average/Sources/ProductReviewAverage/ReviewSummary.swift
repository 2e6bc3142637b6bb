/// A customer's review.
struct Review {
    let product: String
    let stars: Int
}

/// Figures about the reviews of products.
struct ReviewSummary {
    let reviews: [Review]

    private func stars(of product: String) -> [Int] {
        reviews.filter { $0.product == product }.map(\.stars)
    }

    /// The average in tenths of a star, so 37 for 3.7, rounded down. Zero without reviews.
    func averageTenths(of product: String) -> Int {
        let stars = stars(of: product)
        return stars.reduce(0, +) * 10 / stars.count
    }

    /// How many reviews gave each number of stars, from one to five.
    func distribution(of product: String) -> [Int] {
        var counts = Array(repeating: 0, count: 5)
        for star in stars(of: product) where (1...5).contains(star) {
            counts[star - 1] += 1
        }
        return counts
    }

    /// The given products, best average first; products with equal averages by name.
    func ranking(of products: [String]) -> [String] {
        products.sorted { first, second in
            (averageTenths(of: second), first) < (averageTenths(of: first), second)
        }
    }
}
