/// Why a category could not be resolved.
public enum CategoryError: Error, Equatable {
    case unknown(String)
    case circular(String)
}

/// A catalogue's categories, each with its stock and its subcategories.
public struct CategoryTree: Sendable {
    private let children: [String: [String]]
    private let parents: [String: String]
    private let stock: [String: Int]

    /// Takes the subcategories and the stock of each category; the first parent named for a category counts.
    public init(children: [String: [String]], stock: [String: Int]) {
        let entries = children.sorted { $0.key < $1.key }
        let links = entries.flatMap { parent, names in names.map { ($0, parent) } }
        self.children = children
        self.stock = stock
        parents = Dictionary(links, uniquingKeysWith: { first, _ in first })
    }

    /// The stock of one category, without its subcategories.
    public func stock(of name: String) throws -> Int {
        guard let amount = stock[name] else { throw CategoryError.unknown(name) }
        return amount
    }

    /// The stock of a category and everything below it, at most `levels` deep.
    public func totalStock(of name: String, levels: Int) -> Int {
        guard levels > 0 else { return 0 }
        let below = (children[name] ?? []).map { totalStock(of: $0, levels: levels - 1) }
        return (stock[name] ?? 0) + below.reduce(0, +)
    }

    /// The names from the topmost category down to `name`; refuses a category that contains itself.
    public func path(to name: String, below visited: Set<String> = []) throws -> [String] {
        guard !visited.contains(name) else { throw CategoryError.circular(name) }
        guard let parent = parents[name] else { return [name] }
        return try path(to: parent, below: visited.union([name])) + [name]
    }

    /// The path as text, or nil when the category has none.
    public func breadcrumb(for name: String) -> String? {
        guard let path = try? path(to: name) else { return nil }
        return path.joined(separator: " / ")
    }

    /// The names below `name`, parents before children; goes round a circle only once.
    public func descendants(of name: String, skipping seen: Set<String> = []) -> [String] {
        guard !seen.contains(name) else { return [] }
        return (children[name] ?? []).flatMap { child in
            [child] + descendants(of: child, skipping: seen.union([name]))
        }
    }

    /// A line of a printed tree, indented by two spaces per level.
    public static func line(_ name: String, level: Int) -> String {
        String(repeating: "  ", count: max(0, level)) + name
    }
}
