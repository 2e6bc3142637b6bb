/// Two payments that together make up a refund.
struct PaymentPair: Equatable {
    let small: Int
    let large: Int
}

/// Finds payments that explain a refund.
struct RefundMatcher {
    private let amounts: [Int]

    init(amounts: [Int]) {
        self.amounts = amounts.sorted()
    }

    /// The number of pairs of payments whose sum does not exceed the refund.
    func pairCount(upTo refund: Int) -> Int {
        var count = 0
        var low = 0
        var high = amounts.count - 1
        while low < high {
            if amounts[low] + amounts[high] <= refund {
                count += high - low
                low += 1
            } else {
                high -= 1
            }
        }
        return count
    }

    /// The pair with exactly this sum whose smaller payment is smallest, or nil.
    func pair(summingTo refund: Int) -> PaymentPair? {
        var low = 0
        var high = amounts.count - 1
        while low < high {
            let sum = amounts[low] + amounts[high]
            if sum == refund { return PaymentPair(small: amounts[low], large: amounts[high]) }
            if sum < refund {
                low += 1
            }
        }
        return nil
    }
}
