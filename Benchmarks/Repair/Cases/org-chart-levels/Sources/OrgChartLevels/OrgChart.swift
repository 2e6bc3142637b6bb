/// Who reports to whom.
struct OrgChart {
    private var reports: [String: [String]] = [:]
    let head: String

    init(head: String) {
        self.head = head
    }

    mutating func add(_ person: String, reportingTo manager: String) {
        reports[manager, default: []].append(person)
    }

    /// Everybody, level by level, and within a level in the order of their managers.
    func byLevel() -> [String] {
        var order: [String] = []
        var queue = [head]
        while !queue.isEmpty {
            let person = queue.removeLast()
            order.append(person)
            queue.append(contentsOf: reports[person] ?? [])
        }
        return order
    }

    /// The managers of a person, nearest first; nil for strangers.
    func chain(above person: String) -> [String]? {
        if person == head { return [] }
        guard let manager = reports.first(where: { $0.value.contains(person) })?.key,
            let further = chain(above: manager)
        else { return nil }
        return [manager] + further
    }
}
