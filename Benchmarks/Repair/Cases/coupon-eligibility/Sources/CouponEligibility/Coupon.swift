/// An order as far as coupons care.
struct Order {
    let customer: String
    let subtotalCents: Int
    let placedOnDay: Int
}

enum CouponKind: Equatable {
    case percent(Int)
    case amount(cents: Int)
}

/// A discount code and who has used it.
struct Coupon {
    let code: String
    let kind: CouponKind
    let minimumCents: Int
    let lastDay: Int
    private(set) var redeemedBy: Set<String> = []

    init(code: String, kind: CouponKind, minimumCents: Int, lastDay: Int) {
        self.code = code
        self.kind = kind
        self.minimumCents = minimumCents
        self.lastDay = lastDay
    }

    /// A coupon works until its last day, from its minimum on, once per customer.
    func isApplicable(to order: Order) -> Bool {
        order.placedOnDay <= lastDay && !redeemedBy.contains(order.customer)
    }

    /// The discount in cents; zero when the coupon does not apply. Uses the coupon up for this customer.
    mutating func redeem(for order: Order) -> Int {
        guard isApplicable(to: order) else { return 0 }
        redeemedBy.insert(order.customer)
        switch kind {
        case .percent(let percent): return order.subtotalCents * percent / 100
        case .amount(let cents): return min(cents, order.subtotalCents)
        }
    }
}
