import Incident
import SourceEdit
import SwiftSyntax

/// Bodies that a case of a `switch` could have, from its siblings, its name and what tests say of it.
struct CaseBodies {
    private let siblings: [SwitchCaseSyntax]
    private let repair: Repair

    /// - Parameter siblings: the other cases; those that trap teach nothing and are passed over.
    init(siblings: [SwitchCaseSyntax], repair: Repair) {
        self.siblings = siblings.filter { sibling in
            !FatalErrorFixer.traps.contains { sibling.statements.trimmedDescription.hasPrefix($0 + "(") }
        }
        self.repair = repair
    }

    /// - Parameters:
    ///   - name: the case's name; empty for `default`.
    ///   - bound: names that its pattern binds.
    ///   - placement: a place in the function, for the exits it allows.
    func all(name: String, bound: [String], placement: Repair.Placement?) -> [String] {
        let expectations = TestExpectation.all(for: repair.diagnosis, in: repair.patient)
        let expected =
            TestExpectation.values(expectations) + (repair.diagnosis.test == nil ? mentioned(name) : [])
        let literals = expected + testLiterals
        var bodies: [String] = []
        // Siblings show the shape: `return x`, `x`, `name = x`.
        let shapes = Values.distinct(siblings.compactMap { Self.shape(of: $0.statements) })
        // Where every sibling computes its value, a constant of one test would only please that test.
        let isComputed = !siblings.isEmpty && siblings.allSatisfy(Self.computes)
        for shape in shapes.isEmpty ? ["return "] : shapes {
            bodies += patterns(name, shape)
            if !isComputed { bodies += literals.map { shape + $0 } }
        }
        if let placement {
            let exits = repair.exits(placement, subjects: bound).statements
            let wantsError = expectations.contains {
                switch $0 {
                case .error, .anyError, .absent: true
                default: false
                }
            }
            bodies = wantsError ? Array(exits.prefix(10)) + bodies : bodies + exits.prefix(10)
            // A sole switch yields its branches without `return`.
            bodies += exits.prefix(8).filter { $0.hasPrefix("return ") }.map { String($0.dropFirst(7)) }
        }
        bodies += siblings.map(\.statements.trimmedDescription)
        bodies += derived(bound)
        bodies.append("break")
        let order = Values.distinct(bodies).filter { !$0.isEmpty }
        // What the test compares with comes before what only fits the pattern.
        let ranked = order.filter { body in expected.contains { body == $0 || body.hasSuffix(" " + $0) } }
        return ranked + order.filter { !ranked.contains($0) }
    }

    /// Whether a body calculates with names that are in scope.
    private static func computes(_ sibling: SwitchCaseSyntax) -> Bool {
        let operations = sibling.statements.descendants(InfixOperatorExprSyntax.self)
        let calls = sibling.statements.descendants(FunctionCallExprSyntax.self).filter {
            $0.arguments.contains { !Assertion.isConstant($0.expression) }
        }
        return !(operations.isEmpty && calls.isEmpty)
    }

    /// `.paused` of `case .paused, .held:`; empty for `default`.
    static func name(of label: SwitchCaseSyntax) -> String {
        guard case .case(let cases) = label.label, let item = cases.caseItems.first else { return "" }
        let text = item.pattern.trimmedDescription
        let start = text.firstIndex(of: ".").map { text.index(after: $0) } ?? text.startIndex
        return String(text[start...].prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    }

    static func bound(by label: SwitchCaseSyntax) -> [String] {
        label.label.descendants(IdentifierPatternSyntax.self).map(\.identifier.text)
    }

    /// The text before the value of a one-statement body: `return `, `name = ` or nothing.
    private static func shape(of statements: CodeBlockItemListSyntax) -> String? {
        guard statements.count == 1, let item = statements.first?.item else { return nil }
        if let returned = item.as(ReturnStmtSyntax.self), returned.expression != nil { return "return " }
        if let infix = item.as(InfixOperatorExprSyntax.self), infix.operator.trimmedDescription == "=" {
            return infix.leftOperand.trimmedDescription + " = "
        }
        return item.is(ExprSyntax.self) ? "" : nil
    }

    /// Values that follow from the case's name the way the siblings' values follow from theirs.
    private func patterns(_ name: String, _ shape: String) -> [String] {
        guard !name.isEmpty else { return [] }
        var found: [String] = []
        for sibling in siblings {
            let other = Self.name(of: sibling)
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

    /// Siblings' computations with another operator or number, as units and rates differ in theirs.
    private func derived(_ names: [String]) -> [String] {
        var found: [String] = []
        let operators = ["+", "-", "*", "/", "%"]
        for sibling in siblings where sibling.statements.count == 1 {
            let body = sibling.statements.trimmedDescription
            let theirs = Self.bound(by: sibling)
            if theirs.count == names.count, theirs != names {
                found.append(zip(theirs, names).reduce(body) { $0.replacing($1.0, with: $1.1) })
            }
            for infix in sibling.statements.descendants(InfixOperatorExprSyntax.self)
            where operators.contains(infix.operator.trimmedDescription) {
                for symbol in operators where symbol != infix.operator.trimmedDescription {
                    found.append(
                        body.replacing(
                            infix.trimmedDescription,
                            with: "\(infix.leftOperand.trimmedDescription) \(symbol) "
                                + infix.rightOperand.trimmedDescription))
                }
            }
        }
        return found
    }

    /// Constants of assertions that mention the case, for when no test ran and none can be named.
    private func mentioned(_ name: String) -> [String] {
        guard !name.isEmpty else { return [] }
        var found: [String] = []
        for file in repair.patient.tests {
            for assertion in Assertion.all(in: file.tree)
            where assertion.node.trimmedDescription.contains("." + name) {
                found += TestExpectation.values(assertion.expectations)
                found += assertion.node.descendants(StringLiteralExprSyntax.self).map(\.trimmedDescription)
            }
        }
        return Values.distinct(found).prefix(12).map { $0 }
    }

    /// Literals and implicit members that the failing test mentions.
    private var testLiterals: [String] {
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
}

extension String {
    fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
