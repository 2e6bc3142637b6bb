package import SwiftSyntax

/// One outermost callable of a file, and what may be changed in it; closures and nested functions belong to it.
package struct MutationScope: Sendable {
    package enum Purpose: Sendable {
        /// Many candidates, guided by what is in scope.
        case repair
        /// Few changes that a good test suite notices.
        case testing
    }

    package let file: SourceFile
    package let function: FunctionContext
    /// One-based; when given, only places that start on these lines are changed.
    package let lines: Set<Int>?
    package let ingredients: Ingredients
    package let purpose: Purpose

    let source: SourceLines
    let reader: TypeReader
    /// UTF-8 offsets between the braces of the body.
    let bodyRange: Range<Int>
    let isStatic: Bool
    /// Of a property: what the instance holds cannot be read there.
    let isInitialValue: Bool
    /// Whether names are left out that the compiler would refuse at another place than where they stand.
    private let isCautious: Bool
    private let places: [Syntax]
    private let skipped: Set<Int>
    /// Of an initialiser: the local functions and closures.
    private let nested: [Range<Int>]
    /// Where a statement starts, by the line on which its last block ends: nothing runs there that a probe could tell.
    private let closings: [Int: Int]

    package init(
        file: SourceFile, function: FunctionContext, lines: Set<Int>? = nil, ingredients: Ingredients,
        purpose: Purpose
    ) {
        self.init(
            file: file, function: function, lines: lines, ingredients: ingredients, purpose: purpose,
            source: SourceLines(file))
    }

    /// The initial value of a property, which counts as what its own function would hold.
    init(
        file: SourceFile, property: StoredProperty, lines: Set<Int>?, ingredients: Ingredients,
        purpose: Purpose, source: SourceLines
    ) {
        self.init(
            file: file, function: FunctionContext(property), lines: lines, ingredients: ingredients,
            purpose: purpose, source: source, value: property.value, isCautious: true)
    }

    init(
        file: SourceFile, function: FunctionContext, lines: Set<Int>?, ingredients: Ingredients,
        purpose: Purpose,
        source: SourceLines, value: ExprSyntax? = nil, isCautious: Bool = false
    ) {
        self.isCautious = isCautious
        self.file = file
        self.function = function
        self.lines = lines
        self.ingredients = ingredients
        self.purpose = purpose
        self.source = source
        let owner = function.ownerName
        let names = LocalNames(of: function, owner: owner, ingredients: ingredients)
        reader = TypeReader(names: names.all, ingredients: ingredients, owner: owner)
        isInitialValue = value != nil
        let start = function.body.previousToken(viewMode: .sourceAccurate)?.endPositionBeforeTrailingTrivia
        let end = function.body.nextToken(viewMode: .sourceAccurate)?.positionAfterSkippingLeadingTrivia
        let lower = start?.utf8Offset ?? function.body.position.utf8Offset
        bodyRange =
            value?.spliceRange ?? lower..<max(lower, end?.utf8Offset ?? function.body.endPosition.utf8Offset)
        isStatic = function.isStatic
        var walk = PlaceWalk(purpose: purpose, source: source)
        walk.visit(value.map { Syntax($0) } ?? Syntax(function.body))
        places = walk.places
        nested =
            function.node.is(InitializerDeclSyntax.self)
            ? walk.places.filter { $0.is(FunctionDeclSyntax.self) || $0.is(ClosureExprSyntax.self) }
                .map(\.spliceRange) : []
        skipped = walk.skipped
        closings = Self.closings(of: function, source)
    }

    private static func closings(of function: FunctionContext, _ source: SourceLines) -> [Int: Int] {
        var found: [Int: Int] = [:]
        for item in function.body.descendants(CodeBlockItemSyntax.self) {
            guard let last = item.lastToken(viewMode: .sourceAccurate), last.tokenKind == .rightBrace
            else { continue }
            let start = item.spliceRange.lowerBound
            let line = source.line(at: last.positionAfterSkippingLeadingTrivia.utf8Offset)
            guard line > source.line(at: start) else { continue }
            // Outer statements come first; what ends on a line is the innermost of them.
            found[line] = start
        }
        return found
    }

    /// The nodes of a kind that may be changed, in source order.
    func all<Node: SyntaxProtocol>(_ kind: Node.Type) -> [Node] {
        places.compactMap { $0.as(kind) }.filter { touches($0) }
    }

    /// The same without regard to ``lines``, for changes next to a line.
    func allPlaces<Node: SyntaxProtocol>(_ kind: Node.Type) -> [Node] { places.compactMap { $0.as(kind) } }

    /// Every expression that may be changed.
    var expressions: [ExprSyntax] { places.compactMap { $0.as(ExprSyntax.self) }.filter { touches($0) } }

    /// The same without regard to ``lines``.
    var everyExpression: [ExprSyntax] { places.compactMap { $0.as(ExprSyntax.self) } }

    /// The offset whose line stands for a change: of what is added behind a statement with blocks, the statement's own.
    func anchor(of edit: TextEdit) -> Int {
        guard edit.range.isEmpty else { return edit.range.lowerBound }
        return closings[source.line(at: edit.range.lowerBound)] ?? edit.range.lowerBound
    }

    /// Whether a change that starts at an offset is wanted.
    func allows(_ offset: Int) -> Bool {
        let line = source.line(at: offset)
        return !skipped.contains(line) && (lines?.contains(line) ?? true)
    }

    private func touches(_ node: some SyntaxProtocol) -> Bool {
        guard let lines else { return true }
        let range = node.spliceRange
        return (source.line(at: range.lowerBound)...source.line(at: range.upperBound)).contains(
            where: lines.contains)
    }

    // MARK: Names

    /// The values that code at `node` can use, nearest first, each name once.
    package func values(at node: some SyntaxProtocol) -> [Ingredient] {
        let offset = node.positionAfterSkippingLeadingTrivia.utf8Offset
        var found = reader.names.filter { $0.visible.contains(offset) }
            .sorted {
                ($0.ingredient.origin.rawValue, -$0.declared) < ($1.ingredient.origin.rawValue, -$1.declared)
            }
            .map(\.ingredient)
        let members = ingredients.values(of: reader.owner).filter { isSet($0, at: offset) }
        found += reachable(members)
        found += globals.filter { $0.parameters == nil }
        var seen: Set<String> = []
        return found.filter { seen.insert($0.name).inserted && $0.parameters == nil }
    }

    /// Whether a place lies in a function or closure inside of the callable.
    private func isNested(_ offset: Int) -> Bool {
        nested.contains { $0.contains(offset) }
    }

    /// Whether a member can be read: an initialiser has to set what it stores before.
    private func isSet(_ member: Ingredient, at offset: Int) -> Bool {
        guard function.node.is(InitializerDeclSyntax.self), !member.isStatic else { return true }
        if !isCautious, member.initial != nil { return true }
        if isCautious {
            // A local function that reads one of them keeps all others from being set after it, and nobody could be blamed.
            if isNested(offset), !isAllSet(at: offset) { return false }
            // A variable without a value starts with nil, a constant does not.
            if member.hasValue || member.initial != nil && member.isMutable { return true }
        }
        return isAssigned(member.name, before: offset)
    }

    private func isAllSet(at offset: Int) -> Bool {
        ingredients.values(of: reader.owner).allSatisfy { member in
            member.isStatic || member.hasValue || member.isComputed
                || member.isMutable && TypeText.isOptional(member.type)
                || isAssigned(member.name, before: offset)
        }
    }

    private func isAssigned(_ member: String, before offset: Int) -> Bool {
        function.body.contains { item in
            guard item.spliceRange.upperBound <= offset,
                let target = item.item.as(ExprSyntax.self)?.as(InfixOperatorExprSyntax.self),
                target.symbol == "="
            else { return false }
            let name = target.leftOperand.trimmedDescription
            return name == member || name == "self." + member
        }
    }

    /// The functions that code at `node` can call without a receiver, nearest first.
    package func callables(at node: some SyntaxProtocol) -> [Ingredient] {
        let offset = node.positionAfterSkippingLeadingTrivia.utf8Offset
        let local = reader.names.filter { $0.visible.contains(offset) && $0.ingredient.parameters != nil }
            .reversed().map(\.ingredient)
        let isWhole = !function.node.is(InitializerDeclSyntax.self)
        let own = ingredients.functions(of: reader.owner).filter { isWhole || $0.isStatic }
        return local + reachable(own)
            + globals.filter { $0.parameters != nil }
    }

    /// The values that may stand in for one of a type: of the same type, or unknown where it is unknown.
    package func replacements(forType type: String?, at node: some SyntaxProtocol) -> [Ingredient] {
        values(at: node).filter { $0.type == type && (type != nil || $0.origin <= .parameter) }
    }

    /// Whether every name that `code` takes from the function can be used at an offset too.
    func resolves(_ code: some SyntaxProtocol, at offset: Int) -> Bool {
        let declared = Set(code.descendants(IdentifierPatternSyntax.self).map(\.identifier.text))
        return code.names.subtracting(declared).allSatisfy { name in
            let known = reader.names.filter { $0.ingredient.name == name }
            return known.isEmpty || known.contains { $0.visible.contains(offset) }
        }
    }

    /// Members as code here spells them: those of the type itself are reached from an instance through `Self`.
    private func reachable(_ members: [Ingredient]) -> [Ingredient] {
        let own = members.filter { $0.isStatic == isStatic && (isStatic || !isInitialValue) }
        guard !isStatic else { return own }
        return own
            + members.filter(\.isStatic).map { member in
                var member = member
                // An initial value of a class's property may not say `Self`.
                member.name = (isInitialValue ? reader.owner ?? "Self" : "Self") + "." + member.name
                return member
            }
    }

    private var globals: [Ingredient] {
        let own = ingredients.globals.filter { $0.path == file.path }
        return own + ingredients.globals.filter { $0.path != file.path }
    }

    func type(of expression: ExprSyntax) -> String? { reader.type(of: expression) }

    /// The innermost function or closure around a place.
    func context(at node: some SyntaxProtocol) -> FunctionContext {
        FunctionContext.around(node, closures: true) ?? function
    }

    /// What a `return` at a place has to give; nil for nothing and for closures that do not say.
    func returnType(at node: some SyntaxProtocol) -> String? {
        let type = TypeText.normal(context(at: node).returnType?.trimmedDescription)
        return type == "Void" || type == "()" ? nil : type
    }
}
