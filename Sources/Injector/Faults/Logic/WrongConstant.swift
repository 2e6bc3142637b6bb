import Incident
import SourceEdit

/// Knows a number or a text wrongly.
package struct WrongConstant: LogicFault {
    package let id = "wrong_constant"
    package let summary = "Replaces a literal by another"
    let operators: Set<String> = ["constants"]

    package init() {}
}
