/// Every family of small changes that the lab knows.
package enum OperatorCatalogue {
    /// Likeliest repairs first.
    package static let all: [any MutationOperator] = [
        OffByOneOperator(), ComparisonOperator(), NameOperator(), ExtensionOperator(), InsertUpdateOperator(),
        InsertExitOperator(), ConditionOperator(), RangeBoundaryOperator(), ConstantOperator(),
        ArithmeticOperator(),
        BitwiseOperator(), LogicalOperator(), AssignmentOperator(), ArgumentOperator(), IndexOperator(),
        LoopOperator(), ReturnOperator(), CallOperator(), CollectionOperator(), InitialValueOperator(),
        ClosureOperator(), OptionalOperator(), TernaryOperator(), ReuseOperator(), HoistOperator(),
        StatementOperator(), EncloseOperator(), IdiomOperator(), NormaliseOperator(), CaseOperator(),
        TupleOperator(), MirrorOperator(),
    ]

    /// How many changes of one function a family may propose; those of the lowest priors are left out beyond it.
    package static let limitPerFamily = 150

    /// The distinct changes of a file, by place and then likelier ones first; none of two that give the same text.
    ///
    /// - Parameters:
    ///   - file: the file to change.
    ///   - module: the declarations of the file's module, this file's included.
    ///   - lines: one-based; when given, only changes that start on these lines.
    ///   - operators: identifiers of families; when nil, all that fit the purpose.
    ///   - purpose: what the changes are for.
    ///   - initialValues: whether stored properties may start with something else, too.
    package static func mutations(
        in file: SourceFile, module: Ingredients, lines: Set<Int>? = nil, operators: Set<String>? = nil,
        purpose: MutationScope.Purpose, initialValues: Bool = false
    ) -> [Mutation] {
        guard !file.path.hasPrefix("Tests/") else { return [] }
        let families = all.filter { family in
            operators.map { $0.contains(family.id) } ?? (purpose == .repair || family.isForTesting)
        }
        let source = SourceLines(file)
        var found: [Mutation] = []
        for function in FunctionContext.outermost(in: file) {
            let range = file.lines(of: function.node)
            if let lines, !range.contains(where: lines.contains) { continue }
            if source.marked.contains(range.lowerBound) { continue }
            let scope = MutationScope(
                file: file, function: function, lines: lines, ingredients: module, purpose: purpose,
                source: source, isCautious: initialValues)
            for family in families {
                let own = limited(family.mutations(in: scope))
                found += own
                if purpose == .repair { found += twins(of: own) }
            }
        }
        guard initialValues else { return distinct(found, source) }
        let properties = StoredProperty.all(in: file)
        for property in properties {
            if let lines, !property.lines.contains(where: lines.contains) { continue }
            if source.marked.contains(property.lines.lowerBound) { continue }
            let scope = MutationScope(
                file: file, property: property, lines: lines, ingredients: module, purpose: purpose,
                source: source)
            let circular = property.dependents(among: properties)
            for family in families where forInitialValues.contains(family.id) {
                found += limited(family.mutations(in: scope)).filter {
                    $0.replacement.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
                        .allSatisfy { !circular.contains($0) }
                }
            }
        }
        return distinct(found, source)
    }

    /// Families whose changes of an initial value nearly always compile: of its errors the compiler tells one at a time.
    private static let forInitialValues: Set<String> = [
        "constants", "off_by_one", "arithmetic", "bitwise", "comparison", "logical", "names",
        "range_boundary",
        "ternary",
    ]

    /// The same change at every place of the function that reads the same: a slip is often made twice.
    private static func twins(of mutations: [Mutation]) -> [Mutation] {
        let changes = mutations.filter { !$0.original.isEmpty && !$0.removes }
        let all = Dictionary(grouping: changes) { [$0.original, $0.replacement] }
        // Where a third place reads the same, both sides of one expression may still belong together.
        let near = Dictionary(grouping: changes) { [$0.original, $0.replacement, String($0.line)] }
            .filter { $0.value.count < all[Array($0.key.prefix(2))]?.count ?? 0 }
        return (Array(all.values) + Array(near.values)).compactMap { group -> Mutation? in
            let places = group.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
            guard (2...4).contains(places.count), let first = places.first else { return nil }
            let edits = places.flatMap(\.edits).sorted { $0.range.lowerBound < $1.range.lowerBound }
            guard zip(edits, edits.dropFirst()).allSatisfy({ $0.range.upperBound <= $1.range.lowerBound })
            else { return nil }
            var both = first
            both.edits = edits
            both.places = places.count
            both.summary += " at \(places.count) places"
            // A name may well mean two things; a whole expression that is off was copied.
            both.prior *= first.original.contains(" ") ? 1.2 : 0.9
            return both
        }
        .sorted {
            // Summaries are cut short, and the groups come in no order.
            ($0.line, $0.column, $0.summary, $0.original, $0.replacement)
                < ($1.line, $1.column, $1.summary, $1.original, $1.replacement)
        }
    }

    private static func limited(_ mutations: [Mutation]) -> [Mutation] {
        guard mutations.count > limitPerFamily else { return mutations }
        let best = mutations.enumerated().sorted {
            ($1.element.prior, $0.offset) < ($0.element.prior, $1.offset)
        }
        return best.prefix(limitPerFamily).sorted { $0.offset < $1.offset }.map(\.element)
    }

    private static func distinct(_ mutations: [Mutation], _ source: SourceLines) -> [Mutation] {
        var best: [ByteEdit: (mutation: Mutation, order: Int)] = [:]
        for (order, mutation) in mutations.enumerated() {
            guard let change = source.smallestEdit(mutation.edits) else { continue }
            if let known = best[change], known.mutation.prior >= mutation.prior { continue }
            best[change] = (mutation, best[change]?.order ?? order)
        }
        return best.values
            .sorted { a, b in
                (a.mutation.line, a.mutation.column, -a.mutation.prior, a.order)
                    < (b.mutation.line, b.mutation.column, -b.mutation.prior, b.order)
            }
            .map(\.mutation)
    }
}
