import Incident
import SourceEdit

/// No longer asks everything it should ask.
package struct DroppedCondition: LogicFault {
    package let id = "dropped_condition"
    package let summary = "Drops one part of a condition"
    let operators: Set<String> = ["conditions", "logical"]

    package init() {}

    func takes(_ mutation: Mutation) -> Bool {
        mutation.replacement.utf8.count < mutation.original.utf8.count
            && !["true", "false"].contains(mutation.replacement)
            && mutation.original != "!" + mutation.replacement
            && (mutation.original.contains("&&") || mutation.original.contains("||")
                || mutation.original.contains(","))
    }
}
