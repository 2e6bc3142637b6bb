import Incident
import SourceEdit

/// Forgets to do something.
package struct MissingStatement: LogicFault {
    package let id = "missing_statement"
    package let summary = "Deletes a statement"
    let operators: Set<String> = ["statements"]

    package init() {}
}
