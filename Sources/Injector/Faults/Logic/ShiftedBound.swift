import Incident
import SourceEdit

/// Stops one too early or one too late.
package struct ShiftedBound: LogicFault {
    package let id = "off_by_one"
    package let summary = "Lets a range, a bound or a count be one too long or too short"
    let operators: Set<String> = ["range_boundary", "constants"]

    package init() {}

    func takes(_ mutation: Mutation) -> Bool {
        if mutation.operatorID == "range_boundary" { return true }
        guard let was = Int(mutation.original), let becomes = Int(mutation.replacement) else { return false }
        return abs(was - becomes) == 1
    }
}
