import Incident

/// Every fault there is for code.
package struct FaultCatalogue {
    package static let all: [any Fault] = [
        ZeroDivision(), NilUnwrap(), IndexOutOfRange(), IntegerOverflow(), InvalidRange(), NegativeCount(),
        EmptyCollection(), ForceCast(), ForceTry(), DuplicateKeys(), LossyConversion(), StackOverflow(),
        InfiniteLoop(), MissingCase(), BuildBreak(),
        WrongComparison(), WrongOperator(), ShiftedBound(), InvertedCondition(), DroppedCondition(),
        SwappedArguments(), WrongVariable(), WrongConstant(), MissingStatement(), WrongCall(),
    ]

    /// By id or alias.
    package static func find(_ name: String) -> (any Fault)? {
        all.first { $0.id == name || $0.aliases.contains(name) }
    }

    /// The name closest to `name`, for an error message; nil when none is close.
    package static func nearest(to name: String) -> String? {
        let names = all.flatMap { [$0.id] + $0.aliases }
        let distances = names.map { (name: $0, distance: EditDistance.between(name, $0)) }
        guard let best = distances.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(2, best.name.count / 2) ? best.name : nil
    }
}
