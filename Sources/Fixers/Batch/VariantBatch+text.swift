import SourceEdit
import SwiftParser
import SwiftSyntax

/// What stands around the variants of a body.
extension VariantBatch {
    /// Reads the choice from the environment: once, or each time where nothing can be stored.
    static func declaration(of chooser: Chooser, stores: Bool) -> String {
        guard chooser == .environment else {
            return """

                enum HealingLabVariant {
                @_silgen_name("healing_lab_pick")
                static func pick(_ place: Int32) -> Int32
                static var number: Int32 { pick(\(place)) }
                }
                """
        }
        let read =
            "{ guard let text = read(\"\(environmentVariable)\") else { return 0 }; "
            + "return Int(String(cString: text)) ?? 0 }"
        return """

            enum HealingLabVariant {
            @_silgen_name("getenv")
            static func read(_ name: UnsafePointer<CChar>) -> UnsafeMutablePointer<CChar>?
            \(stores ? "static let number: Int = \(read)()" : "static var number: Int \(read)")
            }
            """
    }

    /// What bodies call that cannot hold a type. `nonisolated`, as a module may isolate everything to the main actor.
    static func fileDeclaration(of chooser: Chooser) -> String {
        guard chooser == .environment else {
            return """

                @_silgen_name("healing_lab_pick")
                nonisolated fileprivate func __healingLabPick(_ place: Swift.Int32) -> Swift.Int32
                nonisolated fileprivate func __healingLabVariant() -> Swift.Int32 { __healingLabPick(\(place)) }

                """
        }
        return """

            @_silgen_name("getenv")
            nonisolated fileprivate func __healingLabRead(
            _ name: Swift.UnsafePointer<Swift.CChar>) -> Swift.UnsafeMutablePointer<Swift.CChar>?
            nonisolated fileprivate func __healingLabVariant() -> Swift.Int { __HealingLabChoice.number }
            nonisolated fileprivate enum __HealingLabChoice {
            static let number: Swift.Int =
            __healingLabRead("\(environmentVariable)").flatMap { Swift.Int(Swift.String(cString: $0)) } ?? 0
            }

            """
    }

    /// A body that yields its only expression says `return`, as it is one of several from now on.
    static func explicit(_ body: String, yields: Bool) -> String {
        guard yields else { return body }
        let tree = Parser.parse(source: body)
        guard tree.statements.count == 1, let item = tree.statements.first?.item else { return body }
        let expression: Syntax
        if let statement = item.as(ExpressionStmtSyntax.self) {
            let holdsStatements = !statement.descendants(ReturnStmtSyntax.self).isEmpty
            guard !holdsStatements else { return body }
            expression = Syntax(statement)
        } else if let value = item.as(ExprSyntax.self), !value.trimmedDescription.hasPrefix("fatalError(") {
            expression = Syntax(value)
        } else {
            return body
        }
        let offset = expression.positionAfterSkippingLeadingTrivia.utf8Offset
        return [TextEdit.insert("return ", at: offset)].applied(to: body) ?? body
    }
}
