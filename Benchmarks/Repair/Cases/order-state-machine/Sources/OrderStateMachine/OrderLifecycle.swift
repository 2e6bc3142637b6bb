/// Where an order is.
enum OrderState: Equatable {
    case draft
    case placed
    case paid(amountCents: Int)
    case shipped(tracking: String)
    case cancelled(reason: String)
}

enum OrderEvent {
    case place
    case pay(cents: Int)
    case ship(tracking: String)
    case cancel(reason: String)
}

/// An order and the states it has been in.
struct OrderLifecycle {
    let totalCents: Int
    private(set) var history: [OrderState] = [.draft]

    var state: OrderState { history[history.count - 1] }

    init(totalCents: Int) {
        self.totalCents = totalCents
    }

    /// Applies an event and says whether the order accepted it. Refused events change nothing.
    mutating func apply(_ event: OrderEvent) -> Bool {
        guard let next = successor(for: event) else { return false }
        history.append(next)
        return true
    }

    private func successor(for event: OrderEvent) -> OrderState? {
        switch (state, event) {
        case (.draft, .place):
            return .placed
        case (.placed, .pay(let cents)):
            return .paid(amountCents: cents)
        case (.paid, .ship(let tracking)):
            return .shipped(tracking: tracking)
        case (.draft, .cancel(let reason)), (.placed, .cancel(let reason)), (.paid, .cancel(let reason)):
            return .cancelled(reason: reason)
        default:
            return nil
        }
    }
}
