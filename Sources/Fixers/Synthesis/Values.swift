import Incident
import SourceEdit
import SwiftSyntax

/// Expressions that could stand for a result: defaults of a type, names in scope, what tests and siblings use.
enum Values {
    /// What `scope` may return; the empty string stands for a bare `return`.
    static func returned(
        from scope: FunctionContext, expected: [String], expectsNil: Bool, file: SourceFile,
        patient: PatientSource
    ) -> [String] {
        if scope.node.is(InitializerDeclSyntax.self) { return scope.returnsOptional ? ["nil"] : [""] }
        if scope.node.is(ClosureExprSyntax.self), scope.returnType == nil {
            return ["nil"] + distinct(expected.filter(isShort) + ["0", "false", "[]", "\"\"", "true", ""])
        }
        guard let type = scope.returnType?.trimmedDescription, type != "Void", type != "()" else {
            return [""]
        }
        var values: [String] = []
        if scope.returnsOptional { values.append("nil") }
        let bare = type.hasSuffix("?") ? String(type.dropLast()) : type
        let natural = defaults(of: bare, patient: patient)
        let constants = expected.filter { isShort($0) && couldBe($0, type: bare) }
        // A default that the test also asks for is the best of all.
        values += natural.filter { constants.contains($0) }
        values += siblingReturns(in: scope).filter { constants.contains($0) }
        values += natural
        values += names(ofType: bare, in: scope)
        values += siblingReturns(in: scope)
        values += constants
        if expectsNil, let position = values.firstIndex(of: "nil") {
            values.insert(values.remove(at: position), at: 0)
        }
        if scope.returnsOptional, !expectsNil, constants.contains(where: { $0 != "nil" }) {
            values.append(values.remove(at: 0))
        }
        return distinct(values)
    }

    /// What may replace an expression whose type is not known: literals the file itself falls back on first.
    static func defaults(
        expected: [String], scope: FunctionContext, file: SourceFile, patient: PatientSource
    ) -> [String] {
        var fallbacks: [String] = []
        for infix in file.tree.descendants(InfixOperatorExprSyntax.self)
        where infix.operator.trimmedDescription == "??" {
            fallbacks.append(infix.rightOperand.trimmedDescription)
        }
        let shared = fallbacks.filter { expected.contains($0) }
        let parameters = scope.parameters.map(\.name)
        let hinted = parameters.filter {
            let name = $0.lowercased()
            return ["default", "fallback", "otherwise", "placeholder"].contains { name.contains($0) }
        }
        let constants = constantNames(in: scope, file: file)
        let literals = expected.filter(isShort) + nested(in: expected)
        return distinct(
            hinted + shared + literals + ["0", "\"\"", "[]", "nil", "false"] + fallbacks + [
                "true", "[:]", "1",
            ]
                + constants + parameters)
    }

    /// Natural defaults of a type by its spelling.
    static func defaults(of type: String, patient: PatientSource) -> [String] {
        switch type {
        case "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64":
            return ["0", "1", "-1", ".max", ".min"]
        case "Double", "Float", "CGFloat", "TimeInterval":
            return ["0", "1", ".infinity", ".nan"]
        case "Bool":
            return ["false", "true"]
        case "String", "Substring":
            return ["\"\""]
        case "Duration":
            return [".zero"]
        default:
            break
        }
        if type.hasPrefix("[") { return type.contains(":") && !type.hasPrefix("[[") ? ["[:]"] : ["[]"] }
        if ["Set<", "Array<", "ArraySlice<", "ContiguousArray<"].contains(where: type.hasPrefix) {
            return ["[]"]
        }
        if type.hasPrefix("Dictionary<") { return ["[:]"] }
        if type.hasPrefix("("), type.hasSuffix(")") {
            let parts = type.dropFirst().dropLast().split(separator: ",").map { part -> String in
                let text = part.split(separator: ":").last.map(String.init) ?? ""
                return text.trimming()
            }
            let inner = parts.map {
                $0.hasSuffix("?") ? "nil" : defaults(of: $0, patient: patient).first ?? "nil"
            }
            return parts.count > 1 ? ["(" + inner.joined(separator: ", ") + ")"] : []
        }
        let name = type.split(separator: ".").last.map(String.init) ?? type
        var cases: [String] = []
        for file in patient.sources {
            for declaration in file.tree.descendants(EnumDeclSyntax.self) where declaration.name.text == name
            {
                for member in declaration.memberBlock.members {
                    for element in member.decl.as(EnumCaseDeclSyntax.self)?.elements ?? []
                    where element.parameterClause == nil {
                        cases.append("." + element.name.text)
                    }
                }
            }
        }
        return cases.isEmpty ? [".zero", ".empty", ".init()"] : cases
    }

    /// Arguments for an error case, at most three ways.
    static func arguments(
        for payload: [ErrorCase.Payload], subjects: [String], scope: FunctionContext
    ) -> [String] {
        func options(_ part: ErrorCase.Payload) -> [String] {
            let typed = scope.parameters.filter { $0.type == part.type }.map(\.name)
            let labelled = typed.filter { $0 == part.label }
            let close = subjects.filter { typed.contains($0) }
            // Locals may have the type, too; which, only the compiler knows.
            let locals = scope.node.descendants(IdentifierPatternSyntax.self).map(\.identifier.text)
            let fitting = locals.filter { $0 == part.label } + locals
            var found = labelled + close + typed + subjects + distinct(fitting).prefix(4)
            if part.type == "String" {
                found +=
                    (subjects + scope.parameters.map(\.name)).prefix(2).map { "\"\\(\($0))\"" } + ["\"\""]
            } else if part.type == "Int" {
                found += ["0"]
            }
            return Array(distinct(found).prefix(payload.count == 1 ? 8 : 3))
        }
        var combinations = [""]
        for part in payload {
            let label = part.label.map { $0 + ": " } ?? ""
            combinations = combinations.flatMap { head in
                options(part).map { (head.isEmpty ? "" : head + ", ") + label + $0 }
            }
        }
        return Array(combinations.prefix(9))
    }

    /// Parameters and local variables whose declared or evident type is `type`.
    static func names(ofType type: String, in scope: FunctionContext) -> [String] {
        var names = scope.node.descendants(VariableDeclSyntax.self).flatMap(\.bindings).compactMap {
            binding in
            binding.typeAnnotation?.type.trimmedDescription == type ? binding.pattern.trimmedDescription : nil
        }
        let isCollection = type.hasPrefix("[")
        for binding in scope.node.descendants(PatternBindingSyntax.self) where binding.typeAnnotation == nil {
            let initial = binding.initializer?.value.trimmedDescription
            if initial == "0" && type == "Int" || initial == "\"\"" && type == "String"
                || isCollection && initial == type + "()"
            {
                names.append(binding.pattern.trimmedDescription)
            }
        }
        return distinct(names + scope.parameters.filter { $0.type == type }.map(\.name))
    }

    /// Simple expressions that other exits of the same function return.
    static func siblingReturns(in scope: FunctionContext) -> [String] {
        scope.node.descendants(ReturnStmtSyntax.self).compactMap { statement in
            guard let value = statement.expression, Assertion.isConstant(value) else { return nil }
            return value.trimmedDescription
        }
    }

    /// Names of constants the scope can see: static and global `let`s of the file, stored properties.
    static func constantNames(in scope: FunctionContext, file: SourceFile) -> [String] {
        var names: [String] = []
        for declaration in file.tree.descendants(VariableDeclSyntax.self)
        where declaration.enclosing(CodeBlockSyntax.self) == nil {
            let isStatic = declaration.modifiers.contains { $0.name.text == "static" }
            for binding in declaration.bindings where binding.accessorBlock == nil {
                let name = binding.pattern.trimmedDescription
                names.append(isStatic ? "Self.\(name)" : name)
            }
        }
        return names
    }

    /// Constants inside of expected collections and tuples.
    private static func nested(in expected: [String]) -> [String] {
        expected.filter { $0.hasPrefix("[") || $0.hasPrefix("(") }.flatMap { text -> [String] in
            let tree = SourceFile(path: "", text: text).tree
            return tree.descendants(ExprSyntax.self)
                .filter { $0.is(IntegerLiteralExprSyntax.self) || $0.is(StringLiteralExprSyntax.self) }
                .map(\.trimmedDescription)
        }
    }

    private static func isShort(_ text: String) -> Bool { text.utf8.count <= 60 && !text.contains("\n") }

    private static func couldBe(_ text: String, type: String) -> Bool {
        switch type {
        case "String", "Substring": text.hasPrefix("\"")
        case "Bool": text == "true" || text == "false"
        case "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64":
            text.first.map { $0.isNumber || $0 == "-" || $0 == "." || $0.isUppercase } ?? false
        default: type.hasPrefix("[") ? text.hasPrefix("[") : !text.hasPrefix("\"") || !type.contains("Int")
        }
    }

    static func distinct(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }
}

extension StringProtocol {
    /// Without blanks and line ends at either end.
    func trimming() -> String {
        var text = Substring(self)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
