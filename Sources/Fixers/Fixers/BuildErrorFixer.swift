import Foundation
package import Incident
import SourceEdit
import SwiftSyntax

/// Applies the compiler's own fix-its, and corrects names to the nearest one in scope.
package struct BuildErrorFixer: Fixer {
    package let id = "build_error"
    package let classes: Set<FailureClass> = [.buildError]
    package let summary = "applies the compiler's fix-its and corrects misspelt names"

    package init() {}

    package func candidates(for diagnosis: Diagnosis, in patient: PatientSource) -> [Candidate] {
        guard let location = diagnosis.location, let file = patient.file(location.file) else { return [] }
        let message = diagnosis.evidence.first ?? ""
        let repair = FaultPoint(location, in: patient).map { Repair(id, diagnosis, patient, at: $0) }
        var found = suggestions(message, diagnosis, file, patient)
        found += fixIts(diagnosis, patient)
        if let repair { found += structural(message, repair) }
        return found
    }

    // MARK: - The compiler's proposals

    private func fixIts(_ diagnosis: Diagnosis, _ patient: PatientSource) -> [Candidate] {
        var found: [Candidate] = []
        var groups: [(key: String, path: String, message: String, edits: [TextEdit])] = []
        for fixIt in diagnosis.fixIts {
            guard let file = patient.file(fixIt.file) else { continue }
            let lower = file.offset(line: fixIt.line, column: fixIt.startColumn)
            let upper = file.offset(line: fixIt.line, column: max(fixIt.startColumn, fixIt.endColumn))
            for text in Self.filled(fixIt.replacement) {
                let edit = TextEdit(lower..<upper, text)
                found.append(
                    Candidate(
                        fixer: id, rationale: "Applies the compiler's fix-it: \(fixIt.message).",
                        edits: [FileEdit(path: file.path, edits: [edit])]))
                guard !fixIt.replacement.contains("<#") else { continue }
                // One proposal may consist of several edits, such as an opening and a closing parenthesis.
                let key = "\(file.path):\(fixIt.line):\(fixIt.message)"
                if let index = groups.firstIndex(where: { $0.key == key }) {
                    groups[index].edits.append(edit)
                } else {
                    groups.append((key, file.path, fixIt.message, [edit]))
                }
            }
        }
        found =
            groups.filter { $0.edits.count > 1 }.map {
                Candidate(
                    fixer: id, rationale: "Applies the compiler's fix-it: \($0.message).",
                    edits: [FileEdit(path: $0.path, edits: $0.edits)])
            } + found
        // Fix-its that hide a failure behind a trap come last.
        return found.filter { !isTrap($0) } + found.filter(isTrap)
    }

    private func isTrap(_ candidate: Candidate) -> Bool {
        candidate.edits.flatMap(\.edits).contains { ["!", "try! ", "as!"].contains($0.replacement) }
    }

    /// Placeholders of a fix-it, filled with plain values.
    private static func filled(_ text: String) -> [String] {
        guard let open = text.range(of: "<#"), let close = text.range(of: "#>") else { return [text] }
        return ["0", "\"\"", "[]", "false", "nil"].map {
            text.replacingCharacters(in: open.lowerBound..<close.upperBound, with: $0)
        }
    }

    // MARK: - Names

    /// `cannot find 'totl' in scope`, `has no member 'lowercase'`, `did you mean`, labels.
    private func suggestions(
        _ message: String, _ diagnosis: Diagnosis, _ file: SourceFile, _ patient: PatientSource
    ) -> [Candidate] {
        guard let location = diagnosis.location else { return [] }
        var found: [Candidate] = []
        let quoted = Self.quoted(message)
        let isName = ["cannot find", "no member", "is not a member", "no such module", "has no case"].contains
        {
            message.contains($0)
        }
        if isName, let wrong = message.contains("member") ? quoted.last : quoted.first {
            var names = diagnosis.evidence.filter { $0.contains("did you mean") }.flatMap(Self.quoted)
            names += nearest(to: wrong, in: [file] + patient.sources)
            for token in file.tree.tokens(viewMode: .sourceAccurate)
            where token.text == wrong && file.line(of: token) == location.line {
                for name in Values.distinct(names).prefix(8) where name != wrong {
                    found.append(
                        Candidate(
                            fixer: id,
                            rationale: "Corrects `\(wrong)` to `\(name)`, the nearest name that exists.",
                            edits: [FileEdit(path: file.path, edits: [TextEdit(token.spliceRange, name)])]))
                }
            }
            // The declaration may be what is misspelt: then every use is right, and there are several.
            let uses = file.tree.tokens(viewMode: .sourceAccurate).filter { $0.text == wrong }
            if Array(uses).count > 1 {
                for name in Values.distinct(names).prefix(3) {
                    for token in file.tree.tokens(viewMode: .sourceAccurate)
                    where token.text == name && isDeclaredName(token) {
                        found.append(
                            Candidate(
                                fixer: id,
                                rationale:
                                    "Renames the declaration of `\(name)` to `\(wrong)`, as its uses are spelt.",
                                edits: [
                                    FileEdit(path: file.path, edits: [TextEdit(token.spliceRange, wrong)])
                                ]))
                    }
                }
            }
            // Types and functions of Foundation need its import.
            if !file.text.contains("import Foundation") {
                found.append(
                    Candidate(
                        fixer: id, rationale: "Imports Foundation, which declares `\(wrong)`.",
                        edits: [FileEdit(path: file.path, edits: [.insert("import Foundation\n\n", at: 0)])]))
            }
        }
        return found
    }

    private func isDeclaredName(_ token: TokenSyntax) -> Bool {
        token.parent?.is(IdentifierPatternSyntax.self) == true
            || token.parent?.is(FunctionParameterSyntax.self) == true
            || token.parent?.asProtocol((any NamedDeclSyntax).self) != nil
            || token.parent?.is(EnumCaseElementSyntax.self) == true
    }

    static func quoted(_ message: String) -> [String] {
        message.split(separator: "'", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }

    /// Identifiers within a small edit distance, nearest first, those of the same file before others.
    private func nearest(to wrong: String, in files: [SourceFile]) -> [String] {
        var best: [String: (distance: Int, order: Int)] = [:]
        var order = 0
        let limit = max(1, wrong.count / 3)
        for file in files {
            for token in file.tree.tokens(viewMode: .sourceAccurate) {
                guard case .identifier(let text) = token.tokenKind, text != wrong, best[text] == nil else {
                    continue
                }
                let distance = editDistance(wrong, text)
                if distance <= limit || text.lowercased() == wrong.lowercased() {
                    best[text] = (distance, order)
                    order += 1
                }
            }
        }
        // Well-known members of the standard library, which no source of the patient may mention.
        for text in [
            "lowercased", "uppercased", "isEmpty", "contains", "hasPrefix", "hasSuffix", "append",
            "removeFirst",
            "removeLast", "reduce", "filter", "sorted", "reversed", "joined", "enumerated", "compactMap",
            "flatMap",
            "allSatisfy", "firstIndex", "lastIndex", "dropFirst", "dropLast", "count", "indices", "prefix",
            "suffix",
        ] where best[text] == nil {
            let distance = editDistance(wrong, text)
            if distance <= max(limit, 2) { best[text] = (distance + 1, order) }
        }
        return best.sorted { ($0.value.distance, $0.value.order) < ($1.value.distance, $1.value.order) }.map(
            \.key)
    }

    // MARK: - Shapes the compiler proposes nothing for

    private func structural(_ message: String, _ repair: Repair) -> [Candidate] {
        var found: [Candidate] = []
        let file = repair.file
        if message.contains("can throw") {
            let calls = repair.point.nodes(FunctionCallExprSyntax.self, anywhere: false)
            for call in calls.prefix(4) {
                found.append(
                    repair.candidate(
                        "Marks the call with `try`, as it can throw.",
                        [.insert("try ", at: call.spliceRange.lowerBound)]))
            }
            if let scope = repair.point.function, !scope.isThrowing {
                for call in calls.prefix(2) {
                    found.append(
                        repair.candidate(
                            "Turns the error into nil, as the function does not throw.",
                            [.insert("try? ", at: call.spliceRange.lowerBound)]))
                }
                if let function = scope.node.as(FunctionDeclSyntax.self) {
                    found.append(
                        repair.candidate(
                            "Declares that the function throws.",
                            [
                                .insert(
                                    " throws", at: function.signature.parameterClause.spliceRange.upperBound)
                            ]))
                }
            }
        }
        if message.contains("isn't mutable") || message.contains("is a 'let' constant")
            || message.contains("cannot assign")
        {
            let names = Self.quoted(message)
            for binding in (repair.point.function?.node ?? Syntax(file.tree)).descendants(
                VariableDeclSyntax.self)
            where binding.bindingSpecifier.text == "let"
                && binding.bindings.contains(where: { names.contains($0.pattern.trimmedDescription) })
            {
                found.append(
                    repair.replace(
                        binding.bindingSpecifier, by: "var", "Makes the value mutable, as it is changed."))
            }
            if message.contains("self") || message.contains("immutable"),
                let function = repair.point.function?.node.as(FunctionDeclSyntax.self)
            {
                found.append(
                    repair.candidate(
                        "Marks the function as mutating.",
                        [.insert("mutating ", at: function.funcKeyword.spliceRange.lowerBound)]))
            }
        }
        if message.contains("missing return") || message.contains("expected to return") {
            found += missingReturns(repair)
        }
        if message.contains("must be unwrapped") || message.contains("Optional") {
            for value in repair.point.function.map({ scope in
                Values.defaults(expected: [], scope: scope, file: file, patient: repair.patient)
            }) ?? [] where value != "nil" {
                for node in repair.point.nodes(ExprSyntax.self, anywhere: false).prefix(1) {
                    found.append(
                        repair.candidate(
                            "Falls back to `\(value)`, as the value is optional.",
                            [.insert(" ?? \(value)", at: node.spliceRange.upperBound)]))
                }
            }
        }
        if message.contains("expected '}'") || message.contains("expected '{'")
            || message.contains("expected ')'")
        {
            let missing = Self.quoted(message).first ?? "}"
            let text = file.text.hasSuffix("\n") ? missing + "\n" : "\n" + missing + "\n"
            found.append(
                repair.candidate("Closes what was left open.", [.insert(text, at: file.text.utf8.count)]))
            let end =
                file.converter.position(ofLine: repair.point.line, column: 1).utf8Offset
                + file.text(ofLine: repair.point.line).utf8.count
            found.append(repair.candidate("Closes what was left open.", [.insert(" " + missing, at: end)]))
        }
        if message.contains("cannot convert") || message.contains("cannot be applied to operands")
            || message.contains("conflicting")
        {
            found += conversions(message, repair)
        }
        if message.contains("switch must be exhaustive") { found += missingCases(repair) }
        return found
    }

    /// A case that a `switch` lacks, with every body its siblings and the tests suggest.
    private func missingCases(_ repair: Repair) -> [Candidate] {
        guard let node = repair.point.nodes(SwitchExprSyntax.self).first else { return [] }
        let indentation = repair.file.indentation(of: node)
        let missing = repair.diagnosis.evidence.filter { $0.contains("add missing case") }.flatMap(
            Self.quoted)
        let siblings = node.cases.compactMap { $0.as(SwitchCaseSyntax.self) }
        var found: [Candidate] = []
        for label in missing.map({ "case \($0)" }) + ["default"] {
            let isCase = label != "default"
            let name =
                isCase
                ? String(label.drop { $0 != "." }.dropFirst().prefix { $0.isLetter || $0.isNumber }) : ""
            let bodies = CaseBodies(siblings: siblings, repair: repair).all(
                name: name, bound: [], placement: Repair.Placement.first(for: node, repair))
            for body in bodies.prefix(isCase ? 40 : 12) {
                found.append(
                    repair.candidate(
                        "Handles `\(label)` as `\(body)`.",
                        [
                            .insert(
                                "\(label): \(body)\n\(indentation)",
                                at: node.rightBrace.spliceRange.lowerBound)
                        ]))
            }
        }
        return found
    }

    private func missingReturns(_ repair: Repair) -> [Candidate] {
        guard let scope = repair.point.function, let last = scope.body.last else { return [] }
        var found: [Candidate] = []
        if last.item.is(ExprSyntax.self) {
            found.append(
                repair.candidate(
                    "Returns what the last line computes.",
                    [.insert("return ", at: last.spliceRange.lowerBound)]))
        }
        let values =
            Values.names(ofType: scope.returnType?.trimmedDescription ?? "", in: scope)
            + scope.node.descendants(VariableDeclSyntax.self).flatMap(\.bindings).map(
                \.pattern.trimmedDescription
            ).reversed()
            + Values.returned(
                from: scope, expected: [], expectsNil: false, file: repair.file, patient: repair.patient)
        let indentation = repair.file.indentation(of: last)
        for value in Values.distinct(values).prefix(10) where !value.isEmpty {
            found.append(
                repair.candidate(
                    "Returns `\(value)` at the end.",
                    [.insert("\n\(indentation)return \(value)", at: last.spliceRange.upperBound)]))
        }
        return found
    }

    /// Wraps an operand of the wrong type into the type that is wanted.
    private func conversions(_ message: String, _ repair: Repair) -> [Candidate] {
        let types = Self.quoted(message).filter { $0.first?.isUppercase == true }
        let nodes = repair.point.nodes(ExprSyntax.self, anywhere: false).filter {
            $0.is(DeclReferenceExprSyntax.self) || $0.is(MemberAccessExprSyntax.self)
                || $0.is(FunctionCallExprSyntax.self)
                || $0.is(IntegerLiteralExprSyntax.self) || $0.is(StringLiteralExprSyntax.self)
        }
        var found: [Candidate] = []
        for node in nodes.prefix(6) {
            for type in Values.distinct(types).prefix(3) {
                found.append(
                    repair.replace(
                        node, by: "\(type)(\(node.trimmedDescription))",
                        "Converts to `\(type)`, as is wanted."))
            }
            if let text = node.as(StringLiteralExprSyntax.self)?.segments.trimmedDescription, Int(text) != nil
            {
                found.append(repair.replace(node, by: text, "Uses the number instead of its text."))
            }
        }
        return found
    }
}

extension Repair.Placement {
    static func first(for node: some SyntaxProtocol, _ repair: Repair) -> Repair.Placement? {
        repair.placements(for: node, naming: []).first
    }
}
