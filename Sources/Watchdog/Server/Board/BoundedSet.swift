/// Remembers the newest elements only.
struct BoundedSet<Element: Hashable & Sendable>: Sendable {
    private var elements: Set<Element> = []
    private var order: [Element] = []
    private var oldest = 0
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// False when it is known already.
    mutating func insert(_ element: Element) -> Bool {
        guard elements.insert(element).inserted else { return false }
        if order.count < limit {
            order.append(element)
        } else {
            elements.remove(order[oldest])
            order[oldest] = element
            oldest = (oldest + 1) % limit
        }
        return true
    }

    func contains(_ element: Element) -> Bool { elements.contains(element) }
}
