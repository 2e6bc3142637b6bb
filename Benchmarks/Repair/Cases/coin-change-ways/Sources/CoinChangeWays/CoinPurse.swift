/// Pays amounts with coins of given values, as many of each as needed.
struct CoinPurse {
    /// Distinct positive values, largest first.
    let coins: [Int]

    init(coins: [Int]) {
        self.coins = Set(coins.filter { $0 > 0 }).sorted(by: >)
    }

    /// In how many ways the amount can be paid, regardless of order.
    func ways(toPay amount: Int) -> Int {
        ways(toPay: amount, from: 0)
    }

    private func ways(toPay amount: Int, from index: Int) -> Int {
        if amount == 0 { return 1 }
        if amount < 0 || index == coins.count { return 0 }
        return ways(toPay: amount - coins[index], from: index + 1) + ways(toPay: amount, from: index + 1)
    }

    /// The fewest coins that make up the amount, or nil if no coins do.
    func fewestCoins(toPay amount: Int) -> Int? {
        guard amount > 0 else { return amount == 0 ? 0 : nil }
        var fewest: [Int?] = Array(repeating: nil, count: amount + 1)
        fewest[0] = 0
        for partial in 1...amount {
            for coin in coins where coin <= partial {
                guard let rest = fewest[partial - coin] else { continue }
                fewest[partial] = min(fewest[partial] ?? Int.max, rest + 1)
            }
        }
        return fewest[amount]
    }
}
