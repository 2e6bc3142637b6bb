package import Incident
import SourceEdit
import SwiftSyntax

/// Gives a case that ends in `fatalError` a result.
package struct FatalErrorFixer: Fixer {
    package let id = "fatal_error"
    package let classes: Set<FailureClass> = [.fatalError, .preconditionFailure]
    package let summary = "gives a case that ends in fatalError a result"

    package init() {}

    private static let traps: Set<String> = ["fatalError", "preconditionFailure", "assertionFailure"]

    package func candidates(for diagnosis: Diagnosis, in patient: PatientSource) -> [Candidate] {
        guard let repair = Repair(id, diagnosis, patient) else { return [] }
        let calls = repair.point.nodes(FunctionCallExprSyntax.self, anywhere: false) {
            Self.traps.contains($0.calledExpression.trimmedDescription)
        }
        guard let call = calls.first, let statement = Syntax(call).enclosing(CodeBlockItemSyntax.self) else { return [] }
        if let label = statement.parent?.parent?.as(SwitchCaseSyntax.self) {
            return cases(label, statement, repair)
        }
        guard let placement = repair.placements(for: call, naming: []).first else { return [] }
        return repair.exits(placement, subjects: []).statements.prefix(20).map { exit in
            repair.replace(statement, by: exit, "Leaves with `\(exit)` instead of ending the program.")
        }
    }

    private func cases(
        _ label: SwitchCaseSyntax, _ statement: CodeBlockItemSyntax, _ repair: Repair
    ) -> [Candidate] {
        guard let list = label.parent?.as(SwitchCaseListSyntax.self) else { return [] }
        let siblings = list.compactMap { $0.as(SwitchCaseSyntax.self) }.filter { $0.id != label.id }
            .filter { sibling in !Self.traps.contains { sibling.statements.trimmedDescription.hasPrefix($0 + "(") } }
        let expectations = TestExpectation.all(for: repair.diagnosis, in: repair.patient)
        let expected = TestExpectation.values(expectations)
        let literals = expected + testLiterals(repair)
        let name = caseName(label)
        var bodies: [String] = []
        // Siblings show the shape: `return x`, `x`, `name = x`, `.x`.
        let shapes = Values.distinct(siblings.compactMap { shape(of: $0.statements) })
        for shape in shapes.isEmpty ? ["return "] : shapes {
            bodies += patterns(name, shape, siblings)
            bodies += literals.map { shape + $0 }
        }
        if let placement = repair.placements(for: statement, naming: []).first {
            let exits = repair.exits(placement, subjects: bound(label)).statements
            let wantsError = expectations.contains {
                switch $0 {
                case .error, .anyError, .absent: true
                default: false
                }
            }
            bodies = wantsError ? Array(exits.prefix(10)) + bodies : bodies + exits.prefix(10)
        }
        bodies += siblings.map { dedented($0.statements, repair) }
        bodies += derived(siblings, label)
        bodies.append("break")
        let order = Values.distinct(bodies).filter { !$0.isEmpty }
        // What the test compares with comes before what only fits the pattern.
        let ranked = order.filter { body in expected.contains { body == $0 || body.hasSuffix(" " + $0) } }
        return (ranked + order.filter { !ranked.contains($0) }).map { body in
            repair.replace(statement, by: body, "Handles `\(name.isEmpty ? "the case" : name)` as `\(body)`.")
        }
    }

    /// `.paused` of `case .paused, .held:`; empty for `default`.
    private func caseName(_ label: SwitchCaseSyntax) -> String {
        guard case .case(let cases) = label.label, let item = cases.caseItems.first else { return "" }
        return String(item.pattern.trimmedDescription.drop { $0 == "." }.prefix { $0.isLetter || $0.isNumber })
    }

    private func bound(_ label: SwitchCaseSyntax) -> [String] {
        label.label.descendants(IdentifierPatternSyntax.self).map(\.identifier.text)
    }

    /// The text before the value of a one-statement body: `return `, `name = ` or nothing.
    private func shape(of statements: CodeBlockItemListSyntax) -> String? {
        guard statements.count == 1, let item = statements.first?.item else { return nil }
        if let returned = item.as(ReturnStmtSyntax.self), returned.expression != nil { return "return " }
        if let infix = item.as(InfixOperatorExprSyntax.self), infix.operator.trimmedDescription == "=" {
            return infix.leftOperand.trimmedDescription + " = "
        }
        return item.is(ExprSyntax.self) ? "" : nil
    }

    /// Values that follow from the case's name the way the siblings' values follow from theirs.
    private func patterns(_ name: String, _ shape: String, _ siblings: [SwitchCaseSyntax]) -> [String] {
        guard !name.isEmpty else { return [] }
        var found: [String] = []
        for sibling in siblings {
            let other = caseName(sibling)
            let body = sibling.statements.trimmedDescription
            guard !other.isEmpty, body.hasPrefix(shape), !body.contains("\n") else { continue }
            for (from, to) in [
                (other, name), (other.capitalised, name.capitalised), (other.uppercased(), name.uppercased()),
            ] where body.contains(from) {
                found.append(body.replacing(from, with: to))
            }
        }
        return Values.distinct(found)
    }

    /// Siblings' computations with another operator, as units and rates differ in theirs.
    private func derived(_ siblings: [SwitchCaseSyntax], _ label: SwitchCaseSyntax) -> [String] {
        let names = bound(label)
        var found: [String] = []
        for sibling in siblings where sibling.statements.count == 1 {
            let body = sibling.statements.trimmedDescription
            let theirs = bound(sibling)
            if theirs.count == names.count, theirs != names {
                found.append(
                    zip(theirs, names).reduce(body) { $0.replacing($1.0, with: $1.1) })
            }
            for infix in sibling.statements.descendants(InfixOperatorExprSyntax.self) {
                for symbol in ["+", "-", "*", "/", "%"] where symbol != infix.operator.trimmedDescription {
                    guard ["+", "-", "*", "/", "%"].contains(infix.operator.trimmedDescription) else { continue }
                    let from = infix.trimmedDescription
                    let to = "\(infix.leftOperand.trimmedDescription) \(symbol) \(infix.rightOperand.trimmedDescription)"
                    found.append(body.replacing(from, with: to))
                }
            }
        }
        return found
    }

    /// Literals and implicit members that the failing test mentions.
    private func testLiterals(_ repair: Repair) -> [String] {
        guard let test = repair.diagnosis.test,
            let (file, function) = TestFunction.find(test, repair.diagnosis, in: repair.patient)
        else { return [] }
        let literals = function.descendants(ExprSyntax.self).filter {
            $0.is(StringLiteralExprSyntax.self) || $0.is(IntegerLiteralExprSyntax.self)
                || $0.is(BooleanLiteralExprSyntax.self) || $0.is(FloatLiteralExprSyntax.self)
                || $0.as(MemberAccessExprSyntax.self).map { $0.base == nil } ?? false
                || $0.as(ArrayExprSyntax.self).map { Assertion.isConstant(ExprSyntax($0)) } ?? false
        }
        let line = repair.diagnosis.testLocation?.line
        let near = literals.filter { literal in line.map { file.lines(of: literal).contains($0) } ?? false }
        return Values.distinct((near + literals).map(\.trimmedDescription)).prefix(30).map { $0 }
    }

    private func dedented(_ statements: CodeBlockItemListSyntax, _ repair: Repair) -> String {
        statements.trimmedDescription
    }
}

extension String {
    fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
