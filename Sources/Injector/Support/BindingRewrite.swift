import SourceEdit
import SwiftSyntax

/// Turns an optional binding into a plain one, its other conditions kept.
struct BindingRewrite {
    let shape: Shape
    let edits: [TextEdit]
    let symptom: Symptom

    /// Every optional binding of a file whose value `force` can rewrite.
    static func all(
        in file: SourceFile, force: (ExprSyntax) -> String?
    ) -> [(binding: OptionalBindingConditionSyntax, rewrite: BindingRewrite)] {
        file.tree.descendants(OptionalBindingConditionSyntax.self).compactMap { binding in
            guard binding.pattern.trimmedDescription != "self", let value = binding.boundValue,
                let text = force(value), let rewrite = BindingRewrite(binding, value: text, in: file)
            else { return nil }
            return (binding, rewrite)
        }
    }

    init?(_ binding: OptionalBindingConditionSyntax, value: String, in file: SourceFile) {
        guard let element = binding.parent?.as(ConditionElementSyntax.self),
            let list = element.parent?.as(ConditionElementListSyntax.self),
            let position = list.firstIndex(of: element).map({ list.distance(from: list.startIndex, to: $0) }),
            let owner = list.parent
        else { return nil }
        let pattern = binding.pattern.trimmedDescription
        let annotation = binding.typeAnnotation?.trimmedDescription ?? ""
        let isUnused = pattern == "_"
        let target = isUnused ? "_" : binding.bindingSpecifier.text + " " + pattern + annotation
        let statement = target + " = " + value
        let lines = value.utf8.count { $0 == UInt8(ascii: "\n") } + 1
        let clause = binding.spliceRange

        if let owner = owner.as(GuardStmtSyntax.self) {
            shape = .guardStatement
            let whole = owner.spliceRange
            let indentation = file.indentation(of: owner)
            if list.count == 1 {
                edits = [TextEdit(whole, statement)]
                symptom = .new(offset: whole.lowerBound, lines: lines)
                return
            }
            let elements = Array(list)
            if position == 0 {
                let rest = whole.lowerBound..<elements[1].spliceRange.lowerBound
                edits = [TextEdit(rest, statement + file.lineEnd + indentation + "guard ")]
                symptom = .new(offset: whole.lowerBound, lines: lines)
                return
            }
            if position == list.count - 1, let drop = list.dropping(position) {
                edits = drop + [.insert(file.lineEnd + indentation + statement, at: whole.upperBound)]
                symptom = .new(offset: whole.upperBound, skipping: 1, lines: lines)
                return
            }
        } else if let owner = owner.as(IfExprSyntax.self) {
            shape = .body
            if list.count == 1, !owner.isValue, let unwrap = owner.unwrapping(owner.body) {
                let brace = owner.body.leftBrace.spliceRange.upperBound
                let isInline =
                    owner.body.statements.first.map { file.line(of: $0) == file.line(of: owner.body) } ?? true
                let indentation = file.indentation(of: owner) + file.indentUnit
                let separator = owner.body.statements.isEmpty ? "" : ";"
                let opening = isInline ? " " + statement + separator : file.lineEnd + indentation + statement
                edits = unwrap + [.insert(opening, at: brace)]
                symptom = .new(offset: brace, skipping: isInline ? 0 : 1, lines: lines)
                return
            }
        } else if owner.is(WhileStmtSyntax.self) {
            shape = .loop
        } else {
            return nil
        }
        edits = [TextEdit(clause, "case " + statement)]
        symptom = .new(offset: clause.lowerBound, lines: lines)
    }
}

extension OptionalBindingConditionSyntax {
    /// What is bound; the name itself in the short form.
    var boundValue: ExprSyntax? {
        if let value = initializer?.value { return value }
        guard let name = pattern.as(IdentifierPatternSyntax.self)?.identifier else { return nil }
        return ExprSyntax(DeclReferenceExprSyntax(baseName: name.trimmed))
    }
}
