import SwiftSyntax

/// Finds the expression of a statement that can be worked out apart from it, so that the rest is not duplicated:
/// a condition, the sequence of a loop, the subject of a `switch`, an initial value, an argument.
struct HeadFinder {
    let layout: Layout
    let block: Int
    let item: Int
    /// What changes.
    let hull: Range<Int>
    /// Bytes that duplicating the whole item would take, for all mutations of it; of one whose names are used later,
    /// also all that follows it.
    let cost: Int

    func find(in tree: SourceFileSyntax) -> Placement? {
        let node = layout.blocks[block].items[item].node
        switch node.item {
        case .decl(let declaration):
            guard let variable = declaration.as(VariableDeclSyntax.self) else { return nil }
            return initialValue(variable)
        case .stmt(let statement):
            if cost > Schema.smallBytes || layout.blocks[block].items[item].declares,
                let head = head(statement), !isCalled(head) || cost > Schema.closureBytes / 2
            {
                return head
            }
        case .expr:
            break
        }
        return cost > Schema.closureBytes / 2 ? argument(in: tree, of: Syntax(node)) : nil
    }

    /// Of a closure, one error is told at a time.
    private func isCalled(_ placement: Placement) -> Bool {
        if case .expression(_, _, _, .call) = placement { true } else { false }
    }

    private func holds(_ node: some SyntaxProtocol) -> Bool {
        let range = node.spliceRange
        return range.lowerBound <= hull.lowerBound && hull.upperBound <= range.upperBound
    }

    private func placement(_ expression: ExprSyntax, _ form: Unit.Form) -> Placement? {
        .expression(block: block, item: item, region: expression.spliceRange, form: form)
    }

    private func initialValue(_ variable: VariableDeclSyntax) -> Placement? {
        guard variable.bindings.count == 1, let binding = variable.bindings.first,
            variable.modifiers.isEmpty, variable.attributes.isEmpty, binding.accessorBlock == nil,
            let value = binding.initializer?.value, holds(value)
        else { return nil }
        // In `let x = x.sorted()`, a closure before the declaration would mean the new `x`.
        let names = binding.pattern.descendants(IdentifierPatternSyntax.self).map(\.identifier.text)
        let uses = value.descendants(DeclReferenceExprSyntax.self)
        guard !uses.contains(where: { names.contains($0.baseName.text) && !Self.isMember($0) }) else {
            return nil
        }
        return hoisted(value, type: binding.typeAnnotation?.type)
    }

    private static func isMember(_ reference: DeclReferenceExprSyntax) -> Bool {
        reference.parent?.as(MemberAccessExprSyntax.self)?.declName.id == reference.id
    }

    private func hoisted(_ value: ExprSyntax, type: TypeSyntax? = nil, sequence: Bool = false) -> Placement? {
        let text = type?.trimmedDescription
        if let text {
            guard !text.contains("some "), !text.contains("_") else { return nil }
        } else if Self.usesShorthand(Syntax(value)) {
            return nil
        }
        return placement(value, .hoisted(type: text, sequence: sequence))
    }

    private func head(_ statement: StmtSyntax) -> Placement? {
        if let labeled = statement.as(LabeledStmtSyntax.self) { return head(labeled.statement) }
        if let loop = statement.as(ForStmtSyntax.self) {
            if holds(loop.sequence) { return hoisted(loop.sequence, sequence: true) }
            if let condition = loop.whereClause?.condition, holds(condition) { return called(condition) }
            return nil
        }
        if let loop = statement.as(WhileStmtSyntax.self) {
            return condition(loop.conditions, isFirst: false)
        }
        if let loop = statement.as(RepeatStmtSyntax.self) {
            return holds(loop.condition) ? function(loop.condition) : nil
        }
        if let check = statement.as(GuardStmtSyntax.self) {
            return condition(check.conditions, isFirst: true)
        }
        guard let expression = statement.as(ExpressionStmtSyntax.self)?.expression else { return nil }
        if let choice = expression.as(SwitchExprSyntax.self) {
            return holds(choice.subject) ? hoisted(choice.subject) : nil
        }
        guard var choice = expression.as(IfExprSyntax.self) else { return nil }
        var isFirst = true
        while true {
            if holds(choice.conditions) { return condition(choice.conditions, isFirst: isFirst) }
            guard case .ifExpr(let next) = choice.elseBody else { return nil }
            choice = next
            isFirst = false
        }
    }

    /// - Parameter isFirst: the first condition is evaluated once, before everything else of the statement.
    private func condition(_ list: ConditionElementListSyntax, isFirst: Bool) -> Placement? {
        var binds = false
        for (index, element) in list.enumerated() {
            guard holds(element.condition) else {
                binds = binds || Layout.binds(element)
                continue
            }
            let isFirst = isFirst && index == 0
            switch element.condition {
            case .expression(let expression):
                if isFirst { return placement(expression, .hoisted(type: "Swift.Bool", sequence: false)) }
                return binds ? called(expression) : function(expression)
            case .optionalBinding(let binding):
                guard isFirst, binding.typeAnnotation == nil, let value = binding.initializer?.value,
                    holds(value)
                else { return nil }
                return hoisted(value)
            case .matchingPattern(let pattern):
                guard isFirst, pattern.typeAnnotation == nil, holds(pattern.initializer.value) else {
                    return nil
                }
                return hoisted(pattern.initializer.value)
            case .availability:
                return nil
            }
        }
        return nil
    }

    private func function(_ condition: ExprSyntax) -> Placement? {
        guard !Self.usesShorthand(Syntax(condition)) else { return nil }
        return placement(condition, .function(effects: Self.effects(Syntax(condition))))
    }

    private func called(_ condition: ExprSyntax) -> Placement? {
        guard !Self.usesShorthand(Syntax(condition)) else { return nil }
        let effects = Self.effects(Syntax(condition))
        return placement(condition, .call(type: "Swift.Bool", effects: effects, covered: Unit.Effects()))
    }

    /// The smallest argument or element around the change, when it is a small part of the statement.
    private func argument(in tree: SourceFileSyntax, of item: Syntax) -> Placement? {
        guard let token = tree.token(at: AbsolutePosition(utf8Offset: hull.lowerBound)) else { return nil }
        var candidate: ExprSyntax?
        var covered = Unit.Effects()
        var node: Syntax? = Syntax(token)
        while let current = node, current.id != item.id {
            if current.is(StringLiteralExprSyntax.self) || current.is(MacroExpansionExprSyntax.self) {
                candidate = nil
            }
            if candidate == nil, let expression = element(current), holds(expression),
                expression.spliceRange.count * 3 < item.spliceRange.count,
                !expression.is(InOutExprSyntax.self), !Self.usesShorthand(Syntax(expression)),
                !expression.trimmedDescription.hasPrefix(".")
            {
                candidate = expression
                covered = Unit.Effects()
            }
            if current.is(TryExprSyntax.self) { covered.isThrowing = true }
            if current.is(AwaitExprSyntax.self) { covered.isAsync = true }
            node = current.parent
        }
        guard let candidate else { return nil }
        if let closure = candidate.enclosing(ClosureExprSyntax.self), cost <= Schema.chainBytes,
            closure.spliceRange.lowerBound > item.spliceRange.lowerBound
        {
            return nil
        }
        let effects = Self.effects(Syntax(candidate))
        return placement(candidate, .call(type: nil, effects: effects, covered: covered))
    }

    private func element(_ node: Syntax) -> ExprSyntax? {
        if let argument = node.as(LabeledExprSyntax.self) { return argument.expression }
        if let element = node.as(ArrayElementSyntax.self) { return element.expression }
        if let pair = node.as(DictionaryElementSyntax.self) { return holds(pair.key) ? pair.key : pair.value }
        return nil
    }

    // MARK: - What an expression needs around it

    /// What its own `try` and `await` ask of the code around, those in closures left out.
    static func effects(_ node: Syntax) -> Unit.Effects {
        var effects = Unit.Effects()
        visit(node) {
            if let attempt = $0.as(TryExprSyntax.self), attempt.questionOrExclamationMark == nil {
                effects.isThrowing = true
            }
            if $0.is(AwaitExprSyntax.self) { effects.isAsync = true }
        }
        return effects
    }

    /// `$0` means something else inside of one more closure.
    static func usesShorthand(_ node: Syntax) -> Bool {
        var found = false
        visit(node) {
            if let name = $0.as(DeclReferenceExprSyntax.self)?.baseName.text, name.first == "$" {
                found = true
            }
        }
        return found
    }

    private static func visit(_ node: Syntax, _ action: (Syntax) -> Void) {
        var stack = [node]
        while let current = stack.popLast() {
            action(current)
            if current.is(ClosureExprSyntax.self) { continue }
            stack.append(contentsOf: current.children(viewMode: .sourceAccurate))
        }
    }
}
