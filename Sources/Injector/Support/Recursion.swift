import SourceEdit
import SwiftSyntax

/// A function that calls itself.
struct Recursion {
    let declaration: FunctionDeclSyntax
    let calls: [FunctionCallExprSyntax]

    /// Nil for a function that does not, and for an asynchronous one, whose frames are on the heap.
    init?(_ declaration: FunctionDeclSyntax) {
        guard let body = declaration.body, declaration.signature.effectSpecifiers?.asyncSpecifier == nil
        else {
            return nil
        }
        let labels = declaration.signature.parameterClause.parameters.map(\.firstName.text)
        let calls = body.descendants(FunctionCallExprSyntax.self).filter { call in
            guard call.functionName == declaration.name.text, Self.isOwn(call.receiver) else { return false }
            var given = call.arguments.map { $0.label?.text ?? "_" }
            if call.trailingClosure != nil { given.append(labels.last ?? "_") }
            // Parameters with defaults may be left out.
            var rest = labels[...]
            return given.allSatisfy { label in
                guard let position = rest.firstIndex(of: label) else { return false }
                rest = rest[(position + 1)...]
                return true
            }
        }
        guard !calls.isEmpty else { return nil }
        self.declaration = declaration
        self.calls = calls
    }

    /// Whether `node` belongs to this function and not to one inside of it.
    func declares(_ node: Syntax) -> Bool {
        FunctionContext.around(node)?.node.id == Syntax(declaration).id
    }

    /// Whether the data decides how often the call is made, as in a closure over the children of a node.
    func isDriven(_ call: FunctionCallExprSyntax) -> Bool {
        guard let closure = call.enclosing(ClosureExprSyntax.self) else {
            return call.enclosing(ForStmtSyntax.self).map { declares(Syntax($0)) } ?? false
        }
        return declares(Syntax(closure))
    }

    /// Whether the condition is about a parameter, the only thing that changes from call to call.
    func isBaseCase(_ protection: Protection) -> Bool {
        let passedOn = calls.flatMap { $0.arguments.map(\.expression.normalText) }
        let names = Set(FunctionContext(Syntax(declaration))?.parameters.map(\.name) ?? [])
        func isParameter(_ expression: ExprSyntax) -> Bool {
            let text = expression.normalText
            return names.contains(text)
                || names.contains(String(text.dropLast(".count".count))) && text.hasSuffix(".count")
        }
        switch protection.fact {
        case .comparison(let comparison):
            return [comparison.left, comparison.right].contains {
                isParameter($0) && !passedOn.contains($0.normalText)
            }
        case .notEmpty(let collection): return names.contains(collection)
        case .contains(let collection, let element, let holds):
            return holds ? isParameter(element) : isParameter(collection) && isParameter(element)
        case .other: return false
        }
    }

    private static func isOwn(_ receiver: ExprSyntax?) -> Bool {
        guard let receiver else { return true }
        return ["self", "Self"].contains(receiver.trimmedDescription)
    }
}
