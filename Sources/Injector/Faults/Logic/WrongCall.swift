import Incident
import SourceEdit

/// Calls the wrong function.
package struct WrongCall: LogicFault {
    package let id = "wrong_call"
    package let summary = "Calls a sibling of the function that belongs there"
    let operators: Set<String> = ["names", "collection_discipline", "closures", "calls"]

    package init() {}
}
