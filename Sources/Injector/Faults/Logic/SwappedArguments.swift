import Incident
import SourceEdit

/// Mixes up two arguments.
package struct SwappedArguments: LogicFault {
    package let id = "swapped_arguments"
    package let summary = "Hands over two arguments, or operands, in each other's place"
    let operators: Set<String> = ["arguments", "arithmetic"]

    package init() {}

    var purpose: MutationScope.Purpose { .repair }

    func takes(_ mutation: Mutation) -> Bool { mutation.edits.count == 2 && !mutation.removes }
}
