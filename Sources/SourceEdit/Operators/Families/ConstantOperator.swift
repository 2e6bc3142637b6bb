import SwiftParser
import SwiftSyntax

/// Replaces literals.
struct ConstantOperator: MutationOperator {
    let id = "constants"
    let summary = "replaces a literal by a neighbouring, a special or a nearby one"
    let isForTesting = true

    func mutations(in scope: MutationScope) -> [Mutation] {
        var list = MutationList(scope, self, prior: 0.8)
        integers(scope, &list)
        for literal in scope.all(BooleanLiteralExprSyntax.self) {
            list.replace(literal, with: literal.literal.text == "true" ? "false" : "true", 1)
        }
        floats(scope, &list)
        strings(scope, &list)
        return list.found
    }

    private func integers(_ scope: MutationScope, _ list: inout MutationList) {
        let seen = scope.allPlaces(IntegerLiteralExprSyntax.self).compactMap { ExprSyntax($0).integer }
        var others: [Int] = []
        for number in seen where !others.contains(number) { others.append(number) }
        for literal in scope.all(IntegerLiteralExprSyntax.self) {
            guard let number = ExprSyntax(literal).integer else { continue }
            let prefix = literal.parent?.as(PrefixOperatorExprSyntax.self)
            let isNegated = prefix?.operator.text == "-"
            let node = isNegated ? prefix.map { ExprSyntax($0) } ?? ExprSyntax(literal) : ExprSyntax(literal)
            let value = isNegated ? -number : number
            let role = scope.role(of: node)
            if scope.purpose == .testing {
                test(node, value, role, &list)
            } else {
                repair(node, value, role, others, scope.isInitialValue, &list)
            }
        }
    }

    /// What a setting is mistaken for: a digit too few or too many, a half or a double, another unit of time or size.
    private static func nearby(_ value: Int) -> [Int] {
        guard value != 0, abs(value) < 1 << 40 else { return [] }
        let factors = [10, 2, 60, 100, 1000, 1024, 24]
        return factors.flatMap { factor in
            [value * factor] + (value.isMultiple(of: factor) ? [value / factor] : [])
        }
    }

    /// The number that an operator leaves alone, and those that make no sense with it.
    private func isUseless(_ number: Int, for role: Role, _ node: ExprSyntax) -> Bool {
        switch role {
        case .operand(let infix):
            switch infix.symbol {
            case "+", "-", "&+", "&-": return number == 0 || number < 0
            case "*", "&*": return number == 1 || number == 0
            case "/", "%": return number == 0 || number == 1 && infix.rightOperand.id == node.id
            case "<<", ">>", "|", "^": return number <= 0
            default: return false
            }
        case .index: return number < 0
        case .argument(let call):
            if let argument = node.parent?.as(LabeledExprSyntax.self)?.label?.text, argument == "by" {
                return number == 0
            }
            return number < 0
                && ["prefix", "suffix", "dropFirst", "dropLast", "remove"].contains(call.functionName)
        case .assigned:
            let symbol = node.parent?.as(InfixOperatorExprSyntax.self)?.symbol
            return ["+=", "-="].contains(symbol) && number <= 0
                || ["/=", "%=", "*="].contains(symbol) && number <= 1
        default: return false
        }
    }

    private func test(_ node: ExprSyntax, _ value: Int, _ role: Role, _ list: inout MutationList) {
        guard abs(value) < Int.max else { return }
        let wanted = value == 1 ? [0, 2] : [value + 1]
        guard let other = wanted.first(where: { !isUseless($0, for: role, node) }) else { return }
        list.replace(node, with: String(other), 1)
    }

    private func repair(
        _ node: ExprSyntax, _ value: Int, _ role: Role, _ others: [Int], _ isSetting: Bool,
        _ list: inout MutationList
    ) {
        guard abs(value) < Int.max else { return }
        var variants: [(Int, Double)] = [(value + 1, 1), (value - 1, 1), (0, 0.8), (1, 0.8), (2, 0.5)]
        variants += others.prefix(4).map { ($0, 0.6) }
        if value != 0 { variants.append((-value, 0.5)) }
        if isSetting { variants += Self.nearby(value).map { ($0, 0.4) } }
        var seen: Set<Int> = [value]
        for (number, factor) in variants where seen.insert(number).inserted {
            guard !isUseless(number, for: role, node) else { continue }
            let text = String(number)
            list.replace(
                node, with: text, precedence: number < 0 ? Precedence.prefix : Precedence.primary, factor)
        }
    }

    private func floats(_ scope: MutationScope, _ list: inout MutationList) {
        for literal in scope.all(FloatLiteralExprSyntax.self) {
            guard let value = Double(literal.literal.text.filter { $0 != "_" }) else { continue }
            if scope.purpose == .testing {
                list.replace(literal, with: value == 1 ? "0.0" : "1.0", 1)
                continue
            }
            for (number, factor) in [
                (value + 1, 0.8), (value - 1, 0.7), (0, 0.7), (1, 0.7), (value * 2, 0.6), (value / 2, 0.6),
            ]
            where number != value && number >= 0 {
                list.replace(literal, with: "\(number)", factor)
            }
        }
    }

    private func strings(_ scope: MutationScope, _ list: inout MutationList) {
        let literals = scope.allPlaces(StringLiteralExprSyntax.self).filter {
            $0.descendants(ExpressionSegmentSyntax.self).isEmpty
        }
        for literal in scope.all(StringLiteralExprSyntax.self) {
            let isEmpty = literal.segments.trimmedDescription.isEmpty && literal.segments.description.isEmpty
            let isPlain = literal.descendants(ExpressionSegmentSyntax.self).isEmpty
            // A pattern that nothing matches, or two cases that are the same.
            guard !literal.isInPattern else { continue }
            if scope.purpose == .testing {
                list.replace(literal, with: tested(literal, isEmpty), 0.8)
                continue
            }
            guard isPlain else { continue }
            if !isEmpty { list.replace(literal, with: "\"\"", 0.4) }
            var seen: Set<String> = []
            for other in literals {
                if seen.count == 4 { break }
                guard seen.insert(other.trimmedDescription).inserted else { continue }
                list.replace(literal, with: other.trimmedDescription, 0.6)
            }
            if isEmpty { list.replace(literal, with: "\" \"", 0.4) }
            guard literal.representedLiteralValue?.count == 1 else { continue }
            for separator in Self.separators where seen.insert(separator).inserted {
                if separator != literal.trimmedDescription { list.replace(literal, with: separator, 0.25) }
            }
        }
    }
}

extension ConstantOperator {
    /// What texts are taken apart at and put together with.
    private static let separators = [
        #"" ""#, #""\n""#, #"",""#, #""-""#, #"".""#, #"":""#, #""/""#, #"";""#, #""_""#, #""\t""#, #""|""#,
        #""\r\n""#, #""\r""#,
    ]

    /// A literal of one character may be a `Character`, which cannot be empty.
    private func tested(_ literal: StringLiteralExprSyntax, _ isEmpty: Bool) -> String {
        if isEmpty { return "\"mutated\"" }
        guard let value = literal.representedLiteralValue, value.count == 1 else { return "\"\"" }
        return value == "_" ? "\"#\"" : "\"_\""
    }
}

extension SyntaxProtocol {
    /// Whether it is matched against in a `case`.
    var isInPattern: Bool { parent?.is(ExpressionPatternSyntax.self) ?? false }
}
