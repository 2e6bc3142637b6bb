import Incident
import SourceEdit

/// Mixes up two names.
package struct WrongVariable: LogicFault {
    package let id = "wrong_variable"
    package let summary = "Uses another variable, or another member, of the same type"
    let operators: Set<String> = ["names"]

    var purpose: MutationScope.Purpose { .repair }

    package init() {}

    func takes(_ mutation: Mutation) -> Bool {
        let names = [mutation.original, mutation.replacement]
        return names.allSatisfy { name in
            name.first?.isLowercase == true && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
        }
    }
}
