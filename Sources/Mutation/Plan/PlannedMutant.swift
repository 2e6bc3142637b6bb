package import Incident
import SourceEdit

/// A mutant before it is judged: the edit for the machine, the record for people.
package struct PlannedMutant: Sendable {
    let mutation: Mutation
    package var mutant: Mutant
}
