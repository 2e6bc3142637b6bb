import Incident
import SourceEdit

/// Compares wrongly: `<` where `<=` belongs, or the other way round.
package struct WrongComparison: LogicFault {
    package let id = "wrong_comparison"
    package let summary = "Replaces a comparison by a neighbouring or the opposite one"
    let operators: Set<String> = ["comparison"]

    package init() {}
}
