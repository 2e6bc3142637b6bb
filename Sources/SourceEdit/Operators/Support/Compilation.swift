import SwiftSyntax

/// Which clauses of `#if` are compiled, as far as syntax and this platform tell.
///
/// What cannot be told counts as left out: a change there would seem to survive every test.
enum Compilation {
    static func isActive(_ clause: IfConfigClauseSyntax) -> Bool {
        guard let list = clause.parent?.as(IfConfigClauseListSyntax.self) else { return false }
        for other in list {
            let holds = other.condition.map(holds) ?? true
            if other.id == clause.id { return holds == true }
            if holds != false { return false }
        }
        return false
    }

    private static func holds(_ condition: ExprSyntax) -> Bool? {
        let condition = condition.plain
        if let literal = condition.as(BooleanLiteralExprSyntax.self) { return literal.literal.text == "true" }
        if let name = condition.identifier { return name == "DEBUG" ? true : nil }
        if let prefix = condition.as(PrefixOperatorExprSyntax.self), prefix.operator.text == "!" {
            return holds(prefix.expression).map { !$0 }
        }
        if let infix = condition.as(InfixOperatorExprSyntax.self) {
            let sides = [holds(infix.leftOperand), holds(infix.rightOperand)]
            switch infix.symbol {
            case "&&": return sides.contains(false) ? false : sides.contains(nil) ? nil : true
            case "||": return sides.contains(true) ? true : sides.contains(nil) ? nil : false
            default: return nil
            }
        }
        guard let call = condition.as(FunctionCallExprSyntax.self),
            let argument = call.arguments.first?.expression
        else { return nil }
        switch call.functionName {
        case "os":
            guard let name = argument.identifier else { return nil }
            #if os(Linux)
                return name == "Linux"
            #else
                return name == "macOS" || name == "OSX"
            #endif
        case "canImport":
            switch argument.trimmedDescription {
            case "Foundation", "Swift": return true
            case "Glibc", "FoundationNetworking":
                #if os(Linux)
                    return true
                #else
                    return false
                #endif
            case "Darwin", "UIKit", "AppKit", "SwiftUI", "Combine", "ObjectiveC", "os", "CryptoKit":
                #if os(Linux)
                    return false
                #else
                    return nil
                #endif
            default: return nil
            }
        default: return nil
        }
    }
}
