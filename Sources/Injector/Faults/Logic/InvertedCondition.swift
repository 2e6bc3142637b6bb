import Incident
import SourceEdit

/// Does what it should not, and the other way round.
package struct InvertedCondition: LogicFault {
    package let id = "inverted_condition"
    package let summary = "Takes a condition for its opposite"
    let operators: Set<String> = ["conditions", "logical"]

    package init() {}

    func takes(_ mutation: Mutation) -> Bool {
        mutation.replacement == "!(\(mutation.original))" || mutation.replacement == "!" + mutation.original
            || mutation.original == "!" + mutation.replacement
            || mutation.original == "!(\(mutation.replacement))"
    }
}
