import SourceEdit
import SwiftSyntax

extension SyntaxProtocol {
    /// The code without blanks, comments and `self.`, so that two spellings of one expression compare equal.
    var normalText: String {
        var texts: [String] = []
        for token in tokens(viewMode: .sourceAccurate) {
            if token.text == ".", texts.last == "self" {
                texts.removeLast()
            } else {
                texts.append(token.text)
            }
        }
        var text = texts.joined()
        if let tuple = Syntax(self).as(TupleExprSyntax.self), tuple.parenthesised != nil {
            text = String(text.dropFirst().dropLast())
        }
        return text
    }

    /// The names of the values it reads, member names left out.
    var referencedNames: Set<String> {
        Set(descendants(DeclReferenceExprSyntax.self).filter { !$0.isMemberName }.map(\.baseName.text))
    }
}

extension DeclReferenceExprSyntax {
    /// Whether it is the `name` of `base.name`.
    var isMemberName: Bool {
        guard let access = parent?.as(MemberAccessExprSyntax.self) else { return false }
        guard access.declName.id == id else { return false }
        return access.base.map { $0.trimmedDescription != "self" } ?? true
    }
}

extension TupleExprSyntax {
    /// The expression in parentheses; nil for a real tuple.
    var parenthesised: ExprSyntax? {
        guard elements.count == 1, let element = elements.first, element.label == nil else { return nil }
        return element.expression
    }
}

extension MemberAccessExprSyntax {
    var name: String { declName.baseName.text }
}

extension InfixOperatorExprSyntax {
    /// The operator as written; `=` for an assignment.
    var symbol: String { `operator`.trimmedDescription }
}

extension FunctionCallExprSyntax {
    /// `f` of `x.f()`, and of `.f()`.
    var memberName: String? { calledExpression.as(MemberAccessExprSyntax.self)?.name }
    /// `x` of `x.f()`.
    var receiver: ExprSyntax? { calledExpression.as(MemberAccessExprSyntax.self)?.base }
    /// `f` of `f()` and of `x.f()`.
    var functionName: String? {
        memberName ?? calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text
    }
    /// The argument when there is one, without a label, and no trailing closure.
    var onlyArgument: ExprSyntax? {
        guard arguments.count == 1, trailingClosure == nil, let only = arguments.first, only.label == nil
        else {
            return nil
        }
        return only.expression
    }
    func argument(_ label: String?) -> ExprSyntax? {
        arguments.first { $0.label?.text == label }?.expression
    }
}

extension ExprSyntax {
    /// Without parentheses around it.
    var unparenthesised: ExprSyntax {
        `as`(TupleExprSyntax.self)?.parenthesised?.unparenthesised ?? self
    }

    /// The value of an integer literal, a minus before it included.
    var integerLiteral: Int? {
        if let literal = `as`(IntegerLiteralExprSyntax.self) {
            return Int(literal.literal.text.filter { $0 != "_" })
        }
        guard let prefix = `as`(PrefixOperatorExprSyntax.self), prefix.operator.text == "-" else {
            return nil
        }
        return prefix.expression.integerLiteral.map { -$0 }
    }

    /// The values of a range between two integer literals.
    var literalRange: ClosedRange<Int>? {
        guard let range = unparenthesised.as(InfixOperatorExprSyntax.self),
            let low = range.leftOperand.integerLiteral,
            let high = range.rightOperand.integerLiteral
        else { return nil }
        if range.symbol == "...", low <= high { return low...high }
        if range.symbol == "..<", low < high { return low...(high - 1) }
        return nil
    }
}
