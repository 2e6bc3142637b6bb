/// Why a product could not be broken down.
public enum MaterialError: Error, Equatable {
    case circular(String)
    case noPrice(String)
}

/// A part of a product, and how many of it there are.
public struct Component: Equatable, Sendable {
    /// The part.
    public let part: String
    /// How many go into the product.
    public let count: Int

    /// Describes a component.
    public init(_ part: String, count: Int = 1) {
        self.part = part
        self.count = count
    }
}

/// What products are made of.
public struct BillOfMaterials: Sendable {
    private let components: [String: [Component]]

    /// Takes the components of every product that is not bought ready-made.
    public init(_ components: [String: [Component]]) {
        self.components = components
    }

    /// The number of bought parts in one product.
    public func partCount(of product: String, within parents: [String] = []) throws -> Int {
        guard !parents.contains(product) else { throw MaterialError.circular(product) }
        guard let components = components[product] else { return 1 }
        var count = 0
        for component in components {
            count += component.count * (try partCount(of: component.part, within: parents + [product]))
        }
        return count
    }

    /// What the bought parts of a product cost.
    public func cost(of product: String, prices: [String: Int]) throws -> Int {
        guard let components = components[product] else {
            guard let price = prices[product] else { throw MaterialError.noPrice(product) }
            return price
        }
        return try components.reduce(0) { sum, component in
            sum + component.count * (try cost(of: component.part, prices: prices))
        }
    }

    /// Every product and part below `product`, at most `depth` levels down.
    public func parts(below product: String, depth: Int) -> Set<String> {
        guard depth > 0 else { return [] }
        var found: Set<String> = []
        for component in components[product] ?? [] {
            found.insert(component.part)
            found.formUnion(parts(below: component.part, depth: depth - 1))
        }
        return found
    }

    /// The nesting of a product, 0 for a bought part; a product inside itself counts as bought.
    public func levels(of product: String, seen: Set<String> = []) -> Int {
        if seen.contains(product) { return 0 }
        guard let components = components[product] else { return 0 }
        return 1 + (components.map { levels(of: $0.part, seen: seen.union([product])) }.max() ?? 0)
    }
}
