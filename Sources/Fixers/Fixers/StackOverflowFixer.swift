package import Incident
import SourceEdit
import SwiftSyntax

/// Gives a recursion a base case.
package struct StackOverflowFixer: Fixer {
    package let id = "stack_overflow"
    package let classes: Set<FailureClass> = [.stackOverflow]
    package let summary = "gives a recursion a base case"

    package init() {}

    package func candidates(for diagnosis: Diagnosis, in patient: PatientSource) -> [Candidate] {
        var found: [Candidate] = []
        var seen: Set<String> = []
        // Mutual recursion shows several functions; any of them may have lost its base case.
        for place in [diagnosis.location].compactMap({ $0 }) + diagnosis.frames.prefix(40) {
            guard let point = FaultPoint(place, in: patient), let function = point.function,
                !patient.tests.contains(where: { $0.path == point.file.path }),
                seen.insert(point.file.path + function.name).inserted, seen.count <= 3
            else { continue }
            found += candidates(in: function, Repair(id, diagnosis, patient, at: point))
        }
        return found
    }

    private func candidates(in function: FunctionContext, _ repair: Repair) -> [Candidate] {
        guard let first = function.body.first else { return [] }
        let base = String(FaultPoint.baseName(function.name).prefix { $0 != "(" })
        let calls = function.node.descendants(FunctionCallExprSyntax.self).filter { call in
            let callee = call.calledExpression
            let name =
                callee.as(DeclReferenceExprSyntax.self)?.baseName.text
                ?? callee.as(MemberAccessExprSyntax.self)?.declName.baseName.text
            return name == base
        }
        let conditions = self.conditions(function, calls, repair)
        guard !conditions.isEmpty else { return [] }
        // The base case stands before the recursion: first in the body, or after the statements before it.
        var statements = [first]
        if let item = calls.first.flatMap({ Syntax($0).enclosing(CodeBlockItemSyntax.self) }) {
            var outer = item
            while let next = Syntax(outer).enclosing(CodeBlockItemSyntax.self),
                next.spliceRange.lowerBound >= function.body.spliceRange.lowerBound
            {
                outer = next
            }
            if outer.id != first.id { statements.append(outer) }
            if item.id != outer.id, item.id != first.id { statements.append(item) }
        }
        var result: [Candidate] = []
        let scope = function
        let subjects = conditions.flatMap(\.names)
        let exits = Exits(
            from: scope, diagnosis: repair.diagnosis, patient: repair.patient, file: repair.file,
            subjects: Values.distinct(subjects), isInLoop: false)
        let statementsOut = Values.distinct(Array(exits.statements.prefix(9)) + self.extraExits(function))
        for statement in statements {
            for exit in statementsOut {
                for condition in conditions {
                    result.append(
                        repair.candidate(
                            "Ends the recursion with `\(exit)` unless `\(condition.text)`.",
                            [repair.insertion("guard \(condition.text) else { \(exit) }", before: statement)])
                    )
                }
            }
        }
        return result
    }

    private struct Condition {
        var text: String
        var names: [String]
    }

    /// What must hold for the recursion to go on, from the parameters that change on the way.
    private func conditions(
        _ function: FunctionContext, _ calls: [FunctionCallExprSyntax], _ repair: Repair
    ) -> [Condition] {
        var changing: [(parameter: FunctionContext.Parameter, argument: String)] = []
        var constant: [FunctionContext.Parameter] = []
        for (index, parameter) in function.parameters.enumerated() {
            let arguments = calls.compactMap { call -> String? in
                if let label = parameter.label {
                    return call.arguments.first { $0.label?.text == label }?.expression.trimmedDescription
                }
                return call.arguments.dropFirst(index).first?.expression.trimmedDescription
            }
            if let changed = arguments.first(where: { $0 != parameter.name }) {
                changing.append((parameter, changed))
            } else {
                constant.append(parameter)
            }
        }
        var found: [Condition] = []
        var weaker: [Condition] = []
        for (parameter, argument) in changing {
            let name = parameter.name
            let type = parameter.type
            switch type {
            case _ where ["Int", "Int64", "Int32", "UInt", "UInt64", "UInt8", "UInt32"].contains(type):
                let grows = argument.contains("+")
                if !grows {
                    found += ["\(name) > 0", "\(name) > 1", "\(name) != 0"].map {
                        Condition(text: $0, names: [name])
                    }
                    weaker += ["\(name) >= 0", "\(name) >= 10", "\(name) >= 2"].map {
                        Condition(text: $0, names: [name])
                    }
                    if argument.contains("/") {
                        found.insert(Condition(text: "\(name) >= 10", names: [name]), at: 0)
                    }
                }
                for other in changing + constant.map({ ($0, "") })
                where other.parameter.name != name && other.parameter.type == type {
                    let pair = [name, other.parameter.name]
                    if grows {
                        found.insert(Condition(text: "\(name) < \(pair[1])", names: pair), at: 0)
                        found.insert(Condition(text: "\(name) <= \(pair[1])", names: pair), at: 1)
                    }
                    weaker.append(Condition(text: "\(name) != \(pair[1])", names: pair))
                }
                if grows {
                    for limit in Values.constantNames(in: function, file: repair.file) {
                        weaker.append(Condition(text: "\(name) < \(limit)", names: [name]))
                        weaker.append(Condition(text: "\(name) <= \(limit)", names: [name]))
                    }
                    for collection in (constant + changing.map(\.parameter))
                    where isCollection(collection.type) {
                        found.append(Condition(text: "\(name) < \(collection.name).count", names: [name]))
                        found.append(
                            Condition(text: "\(collection.name).indices.contains(\(name))", names: [name]))
                    }
                }
            case _ where type.hasPrefix("Set<"):
                for element in changing.map(\.parameter) + constant
                where element.name != name && type == "Set<\(element.type)>" {
                    found.insert(
                        Condition(text: "!\(name).contains(\(element.name))", names: [element.name, name]),
                        at: 0)
                }
                // What the recursion adds to a set of places seen is what must not be in it.
                for added in Self.elements(in: argument) {
                    found.insert(Condition(text: "!\(name).contains(\(added))", names: [added, name]), at: 0)
                }
                weaker.append(Condition(text: "!\(name).isEmpty", names: [name]))
            case _ where isCollection(type):
                for element in changing.map(\.parameter) + constant
                where element.name != name && type == "[\(element.type)]" {
                    found.insert(
                        Condition(text: "!\(name).contains(\(element.name))", names: [element.name, name]),
                        at: 0)
                }
                found += ["!\(name).isEmpty", "\(name).count > 1"].map { Condition(text: $0, names: [name]) }
            case _ where type.hasSuffix("?"):
                found.append(Condition(text: "let \(name)", names: [name]))
            case "Double":
                found += ["\(name) > 0", "\(name) > 1"].map { Condition(text: $0, names: [name]) }
            default:
                weaker += ["!\(name).isEmpty", "!\(name).children.isEmpty"].map {
                    Condition(text: $0, names: [name])
                }
            }
            // A name that the rest of the function tests for membership is a natural end.
            if type == "String" {
                for lookup in function.node.descendants(SubscriptCallExprSyntax.self) {
                    let key = lookup.arguments.first?.expression.trimmedDescription
                    guard key == name else { continue }
                    weaker.append(
                        Condition(
                            text: "\(lookup.calledExpression.trimmedDescription)[\(name)] != nil",
                            names: [name]))
                }
            }
        }
        // Recursion over a member, as trees do: `children.map { $0.depth() }`.
        if changing.isEmpty {
            for reference in Values.distinct(
                function.node.descendants(MemberAccessExprSyntax.self).compactMap {
                    ["map", "reduce", "flatMap", "forEach", "compactMap"].contains($0.declName.baseName.text)
                        ? $0.base?.trimmedDescription : nil
                })
            {
                weaker.append(Condition(text: "!\(reference).isEmpty", names: []))
            }
            found += constant.flatMap { parameter -> [Condition] in
                if ["Int", "UInt"].contains(parameter.type) {
                    return ["\(parameter.name) > 0", "\(parameter.name) > 1"].map {
                        Condition(text: $0, names: [parameter.name])
                    }
                }
                return isCollection(parameter.type)
                    ? [Condition(text: "!\(parameter.name).isEmpty", names: [parameter.name])] : []
            }
        }
        // Two numbers that close in on each other.
        let numbers = changing.filter { $0.parameter.type == "Int" || $0.parameter.type.hasSuffix("Index") }
        if numbers.count >= 2 {
            let (a, b) = (numbers[0].parameter.name, numbers[1].parameter.name)
            found.insert(Condition(text: "\(a) <= \(b)", names: [a, b]), at: 0)
            found.insert(Condition(text: "\(a) < \(b)", names: [a, b]), at: 0)
            found.append(Condition(text: "\(b) != 0", names: [b]))
            found.append(Condition(text: "\(b) > 0", names: [b]))
        }
        var seen: Set<String> = []
        return (found + weaker).filter { seen.insert($0.text).inserted }.prefix(14).map { $0 }
    }

    /// Elements of array literals in an argument, such as `name` of `seen.union([name])`.
    private static func elements(in argument: String) -> [String] {
        SourceFile(path: "", text: argument).tree.descendants(ArrayExprSyntax.self)
            .flatMap(\.elements).map(\.expression.trimmedDescription)
    }

    /// Base cases yield what another base case yields, a parameter, one of it in a list, or one.
    private func extraExits(_ function: FunctionContext) -> [String] {
        guard let type = function.returnType?.trimmedDescription else { return [] }
        var found = otherBaseCases(function).map { "return " + $0 }
        for parameter in function.parameters {
            if parameter.type == type { found.append("return \(parameter.name)") }
            if type == "[\(parameter.type)]" { found.append("return [\(parameter.name)]") }
            if type == "[[\(parameter.type)]]" { found.append("return [[\(parameter.name)]]") }
            if type == "String" { found.append("return String(\(parameter.name))") }
        }
        if type == "Int" { found.append("return 1") }
        if type.hasPrefix("[[") { found.append("return [[]]") }
        return found
    }

    /// What the base cases that are left return of the parameters, such as `range.lowerBound`; also where a ternary chooses.
    private func otherBaseCases(_ function: FunctionContext) -> [String] {
        let parameters = Set(function.parameters.map(\.name))
        let values = function.node.descendants(ReturnStmtSyntax.self).compactMap(\.expression)
            .flatMap(Self.leaves)
        return values.filter { value in
            guard let access = value.as(MemberAccessExprSyntax.self), let root = Self.root(of: access) else {
                return false
            }
            return parameters.contains(root)
        }.map(\.trimmedDescription)
    }

    /// The values between which an expression chooses.
    private static func leaves(of expression: ExprSyntax) -> [ExprSyntax] {
        if let effect = expression.as(TryExprSyntax.self) { return leaves(of: effect.expression) }
        if let effect = expression.as(AwaitExprSyntax.self) { return leaves(of: effect.expression) }
        if let choice = expression.as(TernaryExprSyntax.self) {
            return leaves(of: choice.thenExpression) + leaves(of: choice.elseExpression)
        }
        return [expression]
    }

    /// The name that a chain of members begins with.
    private static func root(of access: MemberAccessExprSyntax) -> String? {
        if let inner = access.base?.as(MemberAccessExprSyntax.self) { return root(of: inner) }
        return access.base?.as(DeclReferenceExprSyntax.self)?.baseName.text
    }

    private func isCollection(_ type: String) -> Bool {
        type.hasPrefix("[") && !type.contains(":") || type.hasPrefix("ArraySlice") || type == "String"
            || type == "Substring" || type.hasPrefix("some Collection")
    }
}
