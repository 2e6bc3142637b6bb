package import Incident
import SourceEdit
import SwiftSyntax

/// Takes the end away from a recursion.
package struct StackOverflow: RankedFault {
    package let id = "stack_overflow"
    package let failureClass = FailureClass.stackOverflow
    package let summary = "Drops the base case of a recursive function"

    package init() {}

    func candidates(in file: SourceFile) -> [Candidate] {
        let functions = file.tree.descendants(FunctionDeclSyntax.self).compactMap(Recursion.init)
        guard !functions.isEmpty else { return [] }
        // Where something else traps first, the edit belongs to another fault.
        let traps: [any RankedFault] = [ZeroDivision(), IndexOutOfRange(), EmptyCollection(), InvalidRange()]
        let taken = Set(traps.flatMap { $0.candidates(in: file) }.map(\.site.edit))
        let all = ProtectionFinder(file: file).all()
        return functions.flatMap { function in
            let own = all.filter { function.declares($0.owner) }
            return own.compactMap { protection -> Candidate? in
                let calls = function.calls.filter { protection.covers($0) }
                guard !calls.isEmpty, function.isBaseCase(protection) else { return nil }
                let edit = FileEdit(path: file.path, edits: protection.removal)
                guard !taken.contains(edit) else { return nil }
                let exits = own.filter { other in
                    other.owner.id != protection.owner.id && calls.contains { other.covers($0) }
                }
                var rank = protection.shape.rawValue + (exits.isEmpty ? 0 : 2)
                if calls.allSatisfy({ function.isDriven($0) }) { rank += 5 }
                // Only data that goes round in a circle needs a record of what was visited.
                if case .contains = protection.fact { rank += 1 }
                return SiteBuilder(file: file).candidate(
                    rank: rank, at: protection.owner,
                    "drops the base case \(SiteBuilder.quote(protection.written)) of \(SiteBuilder.quote(calls[0]))",
                    edits: protection.removal, symptom: .kept([Syntax(function.declaration)]))
            }
        }
    }
}
