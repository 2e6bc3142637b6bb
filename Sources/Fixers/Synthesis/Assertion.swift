import SourceEdit
package import SwiftSyntax

/// One assertion of XCTest or expectation of Swift Testing in a test's source.
package struct Assertion {
    package let node: Syntax
    /// `XCTAssertEqual`, `expect`, `require`, …
    package let name: String
    private let arguments: [LabeledExprSyntax]
    private let closure: ClosureExprSyntax?

    package static func all(in node: some SyntaxProtocol) -> [Assertion] {
        node.descendants(Syntax.self).compactMap { Assertion($0) }
    }

    package init?(_ node: Syntax) {
        self.node = node
        if let call = node.as(FunctionCallExprSyntax.self),
            let callee = call.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text,
            callee.hasPrefix("XCT")
        {
            name = callee
            arguments = Array(call.arguments)
            closure = call.trailingClosure
        } else if let macro = node.as(MacroExpansionExprSyntax.self),
            ["expect", "require"].contains(macro.macroName.text)
        {
            name = macro.macroName.text
            arguments = Array(macro.arguments)
            closure = macro.trailingClosure
        } else {
            return nil
        }
    }

    /// The expressions that run the code under test: what is compared, or the body that must throw.
    package var subjects: [ExprSyntax] {
        var found: [ExprSyntax] = []
        for argument in arguments where argument.label == nil {
            if let infix = argument.expression.as(InfixOperatorExprSyntax.self),
                name == "expect" || name == "require"
            {
                found += [infix.leftOperand, infix.rightOperand]
            } else {
                found.append(argument.expression)
            }
        }
        return found.filter { !Self.isConstant($0) && !$0.is(StringLiteralExprSyntax.self) }
    }

    /// The body of `#expect(throws:) { … }`; nil for every other form.
    package var throwingBody: ClosureExprSyntax? {
        arguments.first?.label?.text == "throws" ? closure : nil
    }

    package var expectations: [TestExpectation] {
        if let first = arguments.first, first.label?.text == "throws" {
            return [Self.error(first.expression)]
        }
        switch name {
        case "XCTAssertThrowsError":
            let errors = (closure.map { Self.comparedErrors(in: $0) } ?? []).map { TestExpectation.error($0) }
            return errors.isEmpty ? [.anyError] : errors
        case "XCTAssertNil":
            return [.absent]
        case "XCTAssertTrue", "XCTAssert":
            return comparison(arguments.first?.expression) ?? [.value("true")]
        case "XCTAssertFalse":
            return [.value("false")]
        case "XCTAssertEqual":
            guard arguments.count >= 2 else { return [] }
            return Self.equal(arguments[0].expression, arguments[1].expression)
        case "expect", "require":
            guard let condition = arguments.first?.expression else { return [] }
            if let compared = comparison(condition) { return compared }
            if let negated = condition.as(PrefixOperatorExprSyntax.self), negated.operator.text == "!" {
                return [.value("false")]
            }
            return [.value("true")]
        default:
            return []
        }
    }

    private func comparison(_ expression: ExprSyntax?) -> [TestExpectation]? {
        guard let infix = expression?.as(InfixOperatorExprSyntax.self),
            infix.operator.trimmedDescription == "=="
        else { return nil }
        return Self.equal(infix.leftOperand, infix.rightOperand)
    }

    private static func equal(_ a: ExprSyntax, _ b: ExprSyntax) -> [TestExpectation] {
        if a.is(NilLiteralExprSyntax.self) || b.is(NilLiteralExprSyntax.self) { return [.absent] }
        // `XCTAssertEqual(error as? E, .case)` inside of a closure speaks of an error, not of a result.
        if a.trimmedDescription.contains("error as?") || a.trimmedDescription == "error" {
            return [.error(b.trimmedDescription)]
        }
        return [b, a].filter { isConstant($0) }.map { .value($0.trimmedDescription) }
    }

    private static func error(_ expression: ExprSyntax) -> TestExpectation {
        let text = expression.trimmedDescription
        if text.hasSuffix(".self") {
            let type = text.dropLast(5)
            return type.contains("Error)") || type == "Error" || type.hasPrefix("(any")
                ? .anyError : .error(String(type))
        }
        return .error(text)
    }

    private static func comparedErrors(in closure: ClosureExprSyntax) -> [String] {
        closure.descendants(MemberAccessExprSyntax.self)
            .filter { access in
                guard access.parent?.is(MemberAccessExprSyntax.self) != true else { return false }
                let base = access.base?.trimmedDescription
                return base == nil || base?.first?.isUppercase == true
            }
            .map { access in
                if let call = access.parent?.as(FunctionCallExprSyntax.self),
                    call.calledExpression.id == access.id
                {
                    return call.trimmedDescription
                }
                return access.trimmedDescription
            }
    }

    /// Whether an expression is made of literals, implicit members and initialisers alone.
    static func isConstant(_ expression: ExprSyntax) -> Bool {
        if expression.is(IntegerLiteralExprSyntax.self) || expression.is(FloatLiteralExprSyntax.self)
            || expression.is(BooleanLiteralExprSyntax.self) || expression.is(NilLiteralExprSyntax.self)
        {
            return true
        }
        if let string = expression.as(StringLiteralExprSyntax.self) {
            return string.segments.allSatisfy { $0.is(StringSegmentSyntax.self) }
        }
        if let prefix = expression.as(PrefixOperatorExprSyntax.self) { return isConstant(prefix.expression) }
        if let array = expression.as(ArrayExprSyntax.self) {
            return array.elements.allSatisfy { isConstant($0.expression) }
        }
        if let tuple = expression.as(TupleExprSyntax.self) {
            return tuple.elements.allSatisfy { isConstant($0.expression) }
        }
        if let dictionary = expression.as(DictionaryExprSyntax.self) {
            guard case .elements(let elements) = dictionary.content else { return true }
            return elements.allSatisfy { isConstant($0.key) && isConstant($0.value) }
        }
        if let access = expression.as(MemberAccessExprSyntax.self) {
            guard let base = access.base else { return true }
            return base.as(DeclReferenceExprSyntax.self)?.baseName.text.first?.isUppercase == true
        }
        if let call = expression.as(FunctionCallExprSyntax.self) {
            let callee = call.calledExpression
            let isInitialiser =
                callee.as(DeclReferenceExprSyntax.self)?.baseName.text.first?.isUppercase == true
                || callee.as(MemberAccessExprSyntax.self).map { $0.base == nil } ?? false
            return isInitialiser && call.trailingClosure == nil
                && call.arguments.allSatisfy { isConstant($0.expression) }
        }
        return false
    }
}
