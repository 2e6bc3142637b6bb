import Testing

/// A function with one defect, and texts that repair it.
struct RepairCase: Sendable, CustomTestStringConvertible {
    let name: String
    let source: String
    /// Part of the source that is wrong, unique in it.
    let wrong: String
    /// What may stand there instead, any of them.
    let right: [String]

    init(_ name: String, _ wrong: String, _ right: String..., source: String) {
        self.name = name
        self.source = source
        self.wrong = wrong
        self.right = right
    }

    var testDescription: String { name }
}

extension RepairCase {
    static let all: [RepairCase] =
        bits + searches + graphs + recursions + sequences + texts + tables + objects + members + services
}
