/// Finds for each mutation of a file the pieces of code that may be duplicated for it, smallest first.
struct PlacementPlanner {
    let file: SourceFile
    let layout: Layout
    let mutations: [Schema.Numbered]
    var reasons: [Int: Woven.Reason] = [:]
    /// Unit indices, once ``units(firstID:)`` was called.
    var chains: [[Int]] = []
    var placements: [[Placement]] = []
    var demand: [Stretch: Int] = [:]
    var softDemand: [Stretch: Int] = [:]

    /// Consecutive items of one list.
    struct Stretch: Hashable {
        var block: Int
        var first: Int
        var last: Int
    }

    struct Spot {
        var stretch: Stretch
        var hull: Range<Int>
        var edits: [TextEdit]
        /// Complete statements are inserted before the item of this index.
        var boundary: Int?
        /// The variant leaves names or deferred code behind.
        var declares = false
        var isExpression = false
        /// The initial value of a property instead of items.
        var site: Int?
        /// The item outside of all closures and expressions around.
        var solid: Stretch?
        /// The property whose initial value holds the closures around.
        var solidSite: Int?
    }

    init(file: SourceFile, layout: Layout, mutations: [Schema.Numbered]) {
        self.file = file
        self.layout = layout
        self.mutations = mutations
    }

    mutating func plan(isBroken: Bool) {
        placements = Array(repeating: [], count: mutations.count)
        guard !isBroken else {
            for index in mutations.indices { reasons[index] = .fileDoesNotParse }
            return
        }
        var spots: [Spot?] = []
        for (index, numbered) in mutations.enumerated() {
            switch spot(numbered.mutation) {
            case .success(let spot):
                spots.append(spot)
                if let solid = spot.solid {
                    softDemand[solid, default: 0] += 1
                } else if spot.boundary == nil {
                    demand[spot.stretch, default: 0] += 1
                }
            case .failure(let refusal):
                spots.append(nil)
                reasons[index] = refusal.reason
            }
        }
        for (index, spot) in spots.enumerated() {
            guard let spot else { continue }
            placements[index] = chain(spot)
            if placements[index].isEmpty {
                reasons[index] = refusal(spot)
            }
        }
    }

    struct Refusal: Error {
        var reason: Woven.Reason
    }

    // MARK: - What may be duplicated

    func chain(_ spot: Spot) -> [Placement] {
        let block = layout.blocks[spot.stretch.block]
        if let site = spot.site {
            return [
                .expression(
                    block: spot.stretch.block, item: 0, region: layout.sites[site].range, form: .value)
            ]
        }
        guard block.isSoft else { return solidChain(spot) }
        var inner: [Placement] = block.looksBuilt ? [] : innerChain(spot)
        if let site = spot.solidSite {
            inner.append(
                .expression(
                    block: layout.sites[site].block, item: 0, region: layout.sites[site].range, form: .value))
            return inner
        }
        guard let solid = spot.solid, layout.blocks[solid.block].role != .declarations else { return inner }
        var outer = Spot(stretch: solid, hull: spot.hull, edits: spot.edits)
        outer.declares = layout.blocks[solid.block].items[solid.first].declares
        let chain = solidChain(outer)
        let size = chain.first.map(bytes) ?? 0
        let count = softDemand[solid] ?? 1
        let limit = block.yieldsItem ? Schema.chainBytes : Schema.closureBytes
        return !chain.isEmpty && size * count <= limit ? chain : inner + chain
    }

    func bytes(_ placement: Placement) -> Int {
        switch placement {
        case .items(let block, let first, let last): region(first, last, of: block).count
        case .insertion: 0
        case .expression(_, _, let region, _): region.count
        case .built(let callable): layout.blocks[layout.callables[callable].block].interior.count
        }
    }

    func refusal(_ spot: Spot) -> Woven.Reason {
        let block = layout.blocks[spot.stretch.block]
        if block.callable >= 0, layout.callables[block.callable].mayBeBuilt(layout) { return .resultBuilder }
        return block.role == .script ? .fileLevel : .outsideOfBodies
    }

    func solidChain(_ spot: Spot) -> [Placement] {
        let index = spot.stretch.block
        let block = layout.blocks[index]
        if block.callable >= 0 {
            let callable = layout.callables[block.callable]
            if callable.mayBeBuilt(layout) {
                let isRefused = callable.isOpaque || callable.effects?.contains("rethrows") ?? false
                let isEmpty = layout.blocks[callable.block].items.isEmpty
                guard !isRefused, !isEmpty else { return [] }
                // Where no sibling function compiles the attribute was none of a builder.
                return [.built(callable: block.callable)] + plainChain(spot)
            }
        }
        return plainChain(spot)
    }

    func plainChain(_ spot: Spot) -> [Placement] {
        let block = layout.blocks[spot.stretch.block]
        var chain = innerChain(spot)
        if block.callable >= 0 {
            let body = layout.callables[block.callable].block
            let count = layout.blocks[body].items.count
            if count > 0 { chain.append(.items(block: body, first: 0, last: count - 1)) }
        }
        return chain
    }

    /// Placements in the list itself.
    func innerChain(_ spot: Spot) -> [Placement] {
        let index = spot.stretch.block
        let block = layout.blocks[index]
        if let boundary = spot.boundary, block.role != .script || !block.items.isEmpty {
            var chain = [Placement.insertion(block: index, boundary: boundary)]
            if !block.items.isEmpty, !block.items[spot.stretch.first].declares {
                chain.append(.items(block: index, first: spot.stretch.first, last: spot.stretch.last))
            }
            return chain
        }
        guard !block.items.isEmpty else { return [] }
        if block.yieldsItem || block.role == .value {
            guard block.yieldsItem, spot.isExpression else { return [] }
            return [.expression(block: index, item: 0, region: block.items[0].range, form: .value)]
        }
        var chain: [Placement] = []
        let first = spot.stretch.first
        if first == spot.stretch.last {
            let count = max(demand[spot.stretch] ?? 0, softDemand[spot.stretch] ?? 0, 1)
            let end = (block.items[first].declares ? block.items[block.items.count - 1] : block.items[first])
                .end
            let cost = count * (end - block.items[first].range.lowerBound)
            let finder = HeadFinder(layout: layout, block: index, item: first, hull: spot.hull, cost: cost)
            if let head = finder.find(in: file.tree), isExpression(head, spot) { chain.append(head) }
        }
        if !spot.declares {
            chain.append(.items(block: index, first: first, last: spot.stretch.last))
        } else {
            var (list, item) = (index, first)
            // What a clause of `#if` declares is used after the `#endif`.
            while layout.blocks[list].role == .conditional {
                (list, item) = (layout.blocks[list].parent, layout.blocks[list].parentItem)
            }
            if layout.blocks[list].role != .script {
                chain.append(.items(block: list, first: item, last: lastItem(list)))
            }
        }
        return chain
    }

    func lastItem(_ block: Int) -> Int { layout.blocks[block].items.count - 1 }

    func isExpression(_ placement: Placement, _ spot: Spot) -> Bool {
        guard case .expression(_, _, let region, _) = placement else { return false }
        guard let text = text(of: region, spot.edits) else { return false }
        let variant = VariantText(text)
        return variant.parses && variant.isExpression
    }
}
