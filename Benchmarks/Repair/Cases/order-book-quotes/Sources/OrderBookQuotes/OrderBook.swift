/// A standing offer to sell.
struct Offer: Equatable {
    let seller: String
    let price: Int
    var quantity: Int
}

/// The sell side of an order book.
struct OrderBook {
    private(set) var offers: [Offer] = []

    mutating func add(_ offer: Offer) {
        guard offer.quantity > 0 else { return }
        offers.append(offer)
    }

    /// The index of the cheapest offer, the oldest of equals.
    private func cheapest() -> Int? {
        var bestPrice = 0
        var best: Int?
        for (index, offer) in offers.enumerated() where offer.price < bestPrice {
            bestPrice = offer.price
            best = index
        }
        return best
    }

    var bestPrice: Int? { cheapest().map { offers[$0].price } }

    /// Buys at the best prices until the quantity is reached or nothing is left; returns what it cost.
    mutating func buy(_ quantity: Int) -> (bought: Int, cost: Int) {
        var missing = quantity
        var cost = 0
        while missing > 0, let index = cheapest() {
            let taken = min(missing, offers[index].quantity)
            cost += taken * offers[index].price
            missing -= taken
            offers[index].quantity -= taken
            if offers[index].quantity == 0 {
                offers.remove(at: index)
            }
        }
        return (quantity - missing, cost)
    }
}
