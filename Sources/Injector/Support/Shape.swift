/// The construct that protects code, in the order in which losing it looks natural.
enum Shape: Int {
    case guardStatement
    /// An `if` that leaves before the protected code.
    case exit
    /// An `if` around the protected code.
    case body
    case ternary
    /// `protection && protected`.
    case operand
    /// The `where` of a `for` loop.
    case filter
    case loop

    /// For "drops …".
    var noun: String {
        switch self {
        case .guardStatement: "the guard"
        case .exit: "the early exit"
        case .body, .ternary, .operand: "the condition"
        case .filter: "the where clause"
        case .loop: "the loop condition"
        }
    }
}
