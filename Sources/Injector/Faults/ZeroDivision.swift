package import Incident
import SourceEdit
import SwiftSyntax

/// Lets a zero through to an integer division.
package struct ZeroDivision: RankedFault {
    package let id = "zero_division"
    package let failureClass = FailureClass.zeroDivision
    package let summary = "Drops the check that keeps an integer divisor from being zero"

    package init() {}

    func candidates(in file: SourceFile) -> [Candidate] {
        ProtectionRemoval(file).candidates(noun: "") { protection, others in
            let divisions = Division.exposed(by: protection).filter { division in
                !others.contains {
                    $0.covers(division.divisor) && division.divisor.isKept(from: 0, by: $0.fact)
                }
            }
            return .preferring(
                divisions.filter(\.isInteger).map(\.node),
                over: divisions.filter { !$0.isInteger }.map(\.node))
        }
    }
}
