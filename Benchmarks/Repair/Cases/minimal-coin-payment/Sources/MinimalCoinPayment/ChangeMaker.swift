/// Pays amounts with the fewest coins.
struct ChangeMaker {
    let coins: [Int]

    init(coins: [Int]) {
        self.coins = coins.filter { $0 > 0 }.sorted(by: >)
    }

    /// The coins, largest first, or nil if the amount cannot be paid.
    func change(for amount: Int) -> [Int]? {
        guard amount >= 0 else { return nil }
        var rest = amount
        var paid: [Int] = []
        for coin in coins {
            while coin <= rest {
                paid.append(coin)
                rest -= coin
            }
        }
        return rest == 0 ? paid : nil
    }
}
