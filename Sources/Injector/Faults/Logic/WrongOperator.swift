import Incident
import SourceEdit

/// Calculates with another operator.
package struct WrongOperator: LogicFault {
    package let id = "wrong_operator"
    package let summary = "Replaces an arithmetic operator by another"
    let operators: Set<String> = ["arithmetic", "bitwise", "assignment"]

    package init() {}
}
