package import Incident
import SourceEdit
import SwiftSyntax

/// Makes a loop progress towards its end.
package struct InfiniteLoopFixer: Fixer {
    package let id = "infinite_loop"
    package let classes: Set<FailureClass> = [.infiniteLoop]
    package let summary = "makes a loop progress towards its end"

    package init() {}

    package func candidates(for diagnosis: Diagnosis, in patient: PatientSource) -> [Candidate] {
        var seen: Set<String> = []
        var found: [Candidate] = []
        for place in [diagnosis.location].compactMap({ $0 }) + diagnosis.frames {
            guard let point = FaultPoint(place, in: patient), let function = point.function,
                !patient.tests.contains(where: { $0.path == point.file.path }),
                seen.insert(point.file.path + function.name).inserted, seen.count <= 3
            else { continue }
            let repair = Repair(id, diagnosis, patient, at: point)
            for loop in Loop.all(in: function, near: point) {
                found += candidates(for: loop, function, repair)
            }
        }
        return found
    }

    /// A `while` or `repeat` loop: what it tests and what it does.
    private struct Loop {
        var conditions: Syntax
        var body: CodeBlockSyntax
        var node: Syntax

        static func all(in function: FunctionContext, near point: FaultPoint) -> [Loop] {
            let loops = function.node.descendants(Syntax.self).compactMap { node -> Loop? in
                if let loop = node.as(WhileStmtSyntax.self) {
                    return Loop(conditions: Syntax(loop.conditions), body: loop.body, node: node)
                }
                if let loop = node.as(RepeatStmtSyntax.self) {
                    return Loop(conditions: Syntax(loop.condition), body: loop.body, node: node)
                }
                return nil
            }
            let around = loops.filter { point.file.lines(of: $0.node).contains(point.line) }
            return around.isEmpty ? loops : around.reversed()
        }
    }

    private func candidates(for loop: Loop, _ function: FunctionContext, _ repair: Repair) -> [Candidate] {
        let steps = self.steps(loop, function, repair)
        let appended = steps.map { append($0, to: loop.body, repair) }
        // A loop that does move what it tests may move it by nothing: then its step is what to look at.
        let guarded = guards(loop, function, repair)
        var found =
            moves(loop, repair) ? further(loop, repair) + guarded + appended : appended + guarded
        for step in steps { found += branches(step, loop, repair) }
        for step in steps.prefix(24) {
            if let first = loop.body.statements.first {
                found.append(
                    repair.candidate(
                        "Makes the loop progress: `\(step)` before all else.",
                        [repair.insertion(step, before: first)]))
            }
            // A `continue` on the way skips what stands at the end.
            for jump in loop.body.descendants(ContinueStmtSyntax.self) {
                if let item = Syntax(jump).enclosing(CodeBlockItemSyntax.self) {
                    found.append(
                        repair.candidate(
                            "Makes the loop progress: `\(step)` before `continue`.",
                            [repair.insertion(step, before: item)]))
                }
            }
        }
        for infix in loop.conditions.descendants(InfixOperatorExprSyntax.self) {
            let swapped = ["<=": "<", ">=": ">", "!=": "<"][infix.operator.trimmedDescription]
            if let swapped {
                found.append(
                    repair.replace(infix.operator, by: swapped, "Lets the loop end one step earlier."))
            }
        }
        return found
    }

    /// One further, where the loop gives what it tests a value that can be the one it has: `low = middle`.
    private func further(_ loop: Loop, _ repair: Repair) -> [Candidate] {
        let tested = repair.names(in: loop.conditions)
        var found: [Candidate] = []
        for infix in loop.body.descendants(InfixOperatorExprSyntax.self)
        where infix.operator.trimmedDescription == "="
            && !repair.names(in: infix.leftOperand).isDisjoint(with: tested)
        {
            func shift(_ bound: ExprSyntax, by step: String) {
                guard !bound.is(IntegerLiteralExprSyntax.self), !bound.is(TupleExprSyntax.self) else {
                    return
                }
                let isPart = bound.id != infix.rightOperand.id
                let text = "\(bound.trimmedDescription) \(step)"
                found.append(
                    repair.replace(
                        bound, by: isPart ? "(\(text))" : text, "Makes the loop progress: `\(text)`."))
            }
            if let range = infix.rightOperand.as(InfixOperatorExprSyntax.self),
                ["..<", "..."].contains(range.operator.trimmedDescription)
            {
                shift(range.leftOperand, by: "+ 1")
                shift(range.rightOperand, by: "- 1")
            } else if infix.rightOperand.is(DeclReferenceExprSyntax.self) {
                shift(infix.rightOperand, by: "+ 1")
                shift(infix.rightOperand, by: "- 1")
            }
        }
        return found
    }

    /// Guards before the loop: a step of zero, or an empty piece to add, never gets anywhere.
    private func guards(_ loop: Loop, _ function: FunctionContext, _ repair: Repair) -> [Candidate] {
        let used = repair.names(in: loop.body).union(repair.names(in: loop.conditions))
        var conditions: [(text: String, name: String)] = []
        for parameter in function.parameters where used.contains(parameter.name) {
            let name = parameter.name
            if ["Int", "UInt", "Int64", "Double", "UInt64", "Int32"].contains(parameter.type) {
                conditions += [("\(name) > 0", name), ("\(name) != 0", name), ("\(name) > 1", name)]
            } else if parameter.type == "String" || parameter.type.hasPrefix("[")
                || parameter.type == "Substring"
            {
                conditions.append(("!\(name).isEmpty", name))
            }
        }
        let mentionsSelf = loop.body.descendants(DeclReferenceExprSyntax.self).contains {
            $0.baseName.text == "self"
        }
        if mentionsSelf { conditions.append(("!isEmpty", "self")) }
        for local in function.body.compactMap({ $0.item.as(VariableDeclSyntax.self) }).flatMap(\.bindings)
        where used.contains(local.pattern.trimmedDescription) {
            let name = local.pattern.trimmedDescription
            conditions += [("\(name) > 0", name), ("!\(name).isEmpty", name)]
        }
        for property in Values.constantNames(in: function, file: repair.file) where used.contains(property) {
            conditions.append(("\(property) > 0", property))
        }
        return conditions.flatMap { condition in
            Array(
                repair.guards(
                    [condition.text], before: loop.node, naming: [condition.name],
                    because: "the loop cannot move otherwise", exitLimit: 4
                ).prefix(4))
        }.prefix(40).map { $0 }
    }

    /// Whether the loop assigns to, or calls a mutating method on, something that its condition tests.
    private func moves(_ loop: Loop, _ repair: Repair) -> Bool {
        let tested = repair.names(in: loop.conditions)
        let assigned = loop.body.descendants(InfixOperatorExprSyntax.self).contains { infix in
            let symbol = infix.operator.trimmedDescription
            let isAssignment = symbol.hasSuffix("=") && !["==", "!=", "<=", ">="].contains(symbol)
            return isAssignment && !repair.names(in: infix.leftOperand).isDisjoint(with: tested)
        }
        let mutated = loop.body.descendants(FunctionCallExprSyntax.self).contains { call in
            guard let access = call.calledExpression.as(MemberAccessExprSyntax.self), let base = access.base
            else {
                return false
            }
            let method = access.declName.baseName.text
            return ["remove", "pop", "append", "insert", "form"].contains { method.hasPrefix($0) }
                && !repair.names(in: base).isDisjoint(with: tested)
        }
        return assigned || mutated
    }

    /// Statements that move what the condition tests, most natural first.
    private func steps(_ loop: Loop, _ function: FunctionContext, _ repair: Repair) -> [String] {
        let tested = repair.names(in: loop.conditions)
        let used = repair.names(in: loop.body)
        let variables = Set(
            function.node.descendants(VariableDeclSyntax.self).filter { $0.bindingSpecifier.text == "var" }
                .flatMap(\.bindings).map(\.pattern.trimmedDescription)
        ).union(function.parameters.filter { $0.type.hasPrefix("inout ") }.map(\.name))
        // A loop over `true` ends by a test inside of it.
        let inner = loop.body.descendants(ConditionElementSyntax.self).reduce(into: Set<String>()) {
            $0.formUnion(repair.names(in: $1))
        }
        var moving = loopOrder(tested, loop.conditions).filter { variables.contains($0) }
        if moving.isEmpty { moving = inner.union(used).sorted().filter { variables.contains($0) } }
        var assigned: Set<String> = []
        for infix in loop.body.descendants(InfixOperatorExprSyntax.self)
        where infix.operator.trimmedDescription.hasSuffix("=")
            && !["==", "!=", "<=", ">="].contains(infix.operator.trimmedDescription)
        {
            assigned.insert(infix.leftOperand.trimmedDescription)
        }
        // What is tested but never assigned is what lost its step.
        moving = moving.filter { !assigned.contains($0) } + moving.filter { assigned.contains($0) }
        let locals = self.locals(loop, function, repair).filter { !moving.contains($0) }
        let bodyLocals = loop.body.statements.compactMap { $0.item.as(VariableDeclSyntax.self) }
            .flatMap(\.bindings).map(\.pattern.trimmedDescription)
        var found: [String] = []
        var second: [String] = []
        for name in moving {
            let isUpper = comparesAsGrowing(name, loop)
            let one = isUpper ? ["\(name) += 1", "\(name) -= 1"] : ["\(name) -= 1", "\(name) += 1"]
            let by = locals.flatMap { isUpper ? ["\(name) += \($0)"] : ["\(name) -= \($0)"] }
            let to = bodyLocals.flatMap { local -> [String] in
                let isWindow = moving.count >= 2
                return isWindow
                    ? ["\(name) = \(local) + 1", "\(name) = \(local) - 1", "\(name) = \(local)"]
                    : ["\(name) = \(local)"]
            }
            let isUsedAsStep =
                !locals.isEmpty
                && (bodyLocals.contains { locals.contains($0) } || usesAsStep(name, locals, loop))
            found += isUsedAsStep ? by + to + one : one + to + by
            second += [
                "\(name) /= 10", "\(name) /= 2", "\(name) *= 2", "\(name) >>= 1", "\(name).removeFirst()",
                "\(name).removeLast()", "_ = \(name).popLast()", "\(name) = \(name).dropFirst()",
                "\(name) = \(name)?.next", "\(name) = \(name).next",
            ]
            second += locals.flatMap {
                ["\(name) /= \($0)", "\(name) *= \($0)", isUpper ? "\(name) -= \($0)" : "\(name) += \($0)"]
            }
            for collection in collections(loop) {
                second.append("\(name) = \(collection).index(after: \(name))")
                second.append("\(collection).formIndex(after: &\(name))")
            }
            second.append("\(name) += 2")
        }
        // Strings and lists that the condition asks `isEmpty` of shrink first of all.
        for access in loop.conditions.descendants(MemberAccessExprSyntax.self)
        where access.declName.baseName.text == "isEmpty" {
            if let base = access.base?.trimmedDescription {
                found.insert(contentsOf: ["\(base).removeFirst()", "\(base).removeLast()"], at: 0)
                second += locals.flatMap {
                    [
                        "\(base).removeFirst(\($0))", "\(base).removeFirst(\($0).count)",
                        "\(base) = \(base).dropFirst(\($0))",
                    ]
                }
                second += ["\(base) = \(base).dropFirst()"]
            }
        }
        return Values.distinct(found + second).prefix(60).map { $0 }
    }

    /// Whether the loop goes on while `name` is below something.
    private func comparesAsGrowing(_ name: String, _ loop: Loop) -> Bool {
        for infix in loop.conditions.descendants(InfixOperatorExprSyntax.self) {
            let symbol = infix.operator.trimmedDescription
            let isLeft = infix.leftOperand.trimmedDescription.hasPrefix(name)
            if symbol.hasPrefix("<") { return isLeft }
            if symbol.hasPrefix(">") { return !isLeft }
        }
        return true
    }

    private func usesAsStep(_ name: String, _ locals: [String], _ loop: Loop) -> Bool {
        loop.body.descendants(InfixOperatorExprSyntax.self).contains {
            $0.operator.trimmedDescription == "+" && $0.leftOperand.trimmedDescription == name
                && locals.contains($0.rightOperand.trimmedDescription)
        }
    }

    /// Names of the function that could be a step: used in the loop, not its bounds.
    private func locals(_ loop: Loop, _ function: FunctionContext, _ repair: Repair) -> [String] {
        let used = repair.names(in: loop.body)
        let bodyLocals = loop.body.descendants(PatternBindingSyntax.self).map(\.pattern.trimmedDescription)
        let parameters = function.parameters.filter { !$0.type.hasPrefix("[") && $0.type != "String" }.map(
            \.name)
        let lets = function.body.compactMap { $0.item.as(VariableDeclSyntax.self) }.flatMap(\.bindings)
            .map(\.pattern.trimmedDescription)
        return Values.distinct(
            bodyLocals + parameters.filter { used.contains($0) } + lets.filter { used.contains($0) }
                + parameters.filter { !used.contains($0) })
    }

    private func collections(_ loop: Loop) -> [String] {
        Values.distinct(
            loop.node.descendants(SubscriptCallExprSyntax.self).map(\.calledExpression.trimmedDescription)
                + loop.node.descendants(MemberAccessExprSyntax.self).filter {
                    ["endIndex", "startIndex", "count"].contains($0.declName.baseName.text)
                }.compactMap { $0.base?.trimmedDescription })
    }

    private func loopOrder(_ names: Set<String>, _ conditions: Syntax) -> [String] {
        Values.distinct(conditions.descendants(DeclReferenceExprSyntax.self).map(\.baseName.text)).filter {
            names.contains($0)
        }
    }

    private func append(_ step: String, to body: CodeBlockSyntax, _ repair: Repair) -> Candidate {
        let rationale = "Makes the loop progress: `\(step)` at its end."
        guard let last = body.statements.last else {
            return repair.candidate(
                rationale,
                [.insert(" \(step) ", at: body.leftBrace.endPositionBeforeTrailingTrivia.utf8Offset)])
        }
        let indentation = repair.file.indentation(of: last)
        let isOneLine = repair.file.line(of: body.leftBrace) == repair.file.line(of: body.rightBrace)
        let text = isOneLine ? "; \(step)" : "\n\(indentation)\(step)"
        return repair.candidate(rationale, [.insert(text, at: last.spliceRange.upperBound)])
    }

    /// The step inside of a branch whose sibling does progress, or in place of an empty branch.
    private func branches(_ step: String, _ loop: Loop, _ repair: Repair) -> [Candidate] {
        loop.body.descendants(IfExprSyntax.self).flatMap { branch -> [Candidate] in
            var blocks = [branch.body]
            if case .codeBlock(let block) = branch.elseBody { blocks.append(block) }
            return blocks.map { append(step, to: $0, repair) }
        }
    }
}
