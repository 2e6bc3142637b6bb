import SourceEdit
import SwiftSyntax

/// A division or remainder, which traps when an integer divisor is zero.
struct Division {
    let node: Syntax
    let operand: ExprSyntax
    let divisor: ExprSyntax
    private let isRemainder: Bool

    var isFloating: Bool { TypeHints.isFloating(operand) || TypeHints.isFloating(divisor) }
    /// `%` has no floating-point form.
    var isInteger: Bool { isRemainder || TypeHints.isInteger(operand) || TypeHints.isInteger(divisor) }

    init?(_ infix: InfixOperatorExprSyntax) {
        guard ["/", "%", "/=", "%="].contains(infix.symbol) else { return nil }
        node = Syntax(infix)
        operand = infix.leftOperand
        divisor = infix.rightOperand
        isRemainder = infix.symbol.hasPrefix("%")
    }

    init?(_ call: FunctionCallExprSyntax) {
        guard call.memberName == "quotientAndRemainder", let receiver = call.receiver,
            let divisor = call.argument("dividingBy")
        else { return nil }
        node = Syntax(call)
        operand = receiver
        self.divisor = divisor
        isRemainder = true
    }

    /// The divisions in the protected code whose divisor the condition keeps from being zero.
    static func exposed(by protection: Protection) -> [Division] {
        let fact = protection.fact
        let all =
            protection.hazards(InfixOperatorExprSyntax.self).compactMap { Division($0) }
            + protection.hazards(FunctionCallExprSyntax.self).compactMap { Division($0) }
        return all.filter { !$0.isFloating && $0.divisor.isKept(from: 0, by: fact) }
    }
}
