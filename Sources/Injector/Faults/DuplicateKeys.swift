package import Incident
import SourceEdit
import SwiftSyntax

/// Takes for granted that no key comes twice.
package struct DuplicateKeys: RankedFault {
    package let id = "duplicate_keys"
    package let failureClass = FailureClass.duplicateKeys
    package let summary = "Builds a dictionary from pairs as if their keys were unique"

    package init() {}

    func candidates(in file: SourceFile) -> [Candidate] {
        file.tree.descendants(FunctionCallExprSyntax.self).compactMap { call in
            guard let pairs = call.arguments.first, pairs.label == nil, let close = call.rightParen,
                buildsDictionary(call.calledExpression)
            else { return nil }
            let end: Int
            if call.arguments.count == 2, call.arguments.last?.label?.text == "uniquingKeysWith" {
                end = close.spliceRange.lowerBound
            } else if call.arguments.count == 1, call.trailingClosure != nil {
                end = call.spliceRange.upperBound
            } else {
                return nil
            }
            let tail = TextEdit(
                pairs.expression.spliceRange.upperBound..<end, call.trailingClosure == nil ? "" : ")")
            return SiteBuilder(file: file).candidate(
                rank: 0, at: call, "drops the rule for keys that come twice",
                edits: [.insert("uniqueKeysWithValues: ", at: pairs.spliceRange.lowerBound), tail],
                symptom: .kept([Syntax(call)]))
        }
    }

    /// `Dictionary`, `Dictionary<K, V>`, `[K: V]`, or `.init`, which only a dictionary's label makes certain.
    private func buildsDictionary(_ callee: ExprSyntax) -> Bool {
        let text = callee.normalText
        if text == ".init" {
            return callee.parent?.as(FunctionCallExprSyntax.self)?.argument("uniquingKeysWith") != nil
        }
        return text == "Dictionary" || text.hasPrefix("Dictionary<") || callee.is(DictionaryExprSyntax.self)
    }
}
