/// Why an outline could not be read.
public enum OutlineError: Error, Equatable {
    case noTitle
    case notAList(String)
}

/// A heading with the headings below it, as property lists have it.
public struct Outline: Equatable {
    /// The heading.
    public let title: String
    /// What is below it.
    public let children: [Outline]

    /// Reads `["title": ..., "children": [...]]`; a bare text is a heading without children.
    public init(_ source: Any) throws {
        if let title = source as? String {
            self.title = title
            children = []
            return
        }
        guard let fields = source as? [String: Any] else { throw OutlineError.noTitle }
        guard let title = fields["title"] as? String else { throw OutlineError.noTitle }
        self.title = title
        if let below = fields["children"] {
            guard let list = below as? [Any] else { throw OutlineError.notAList(title) }
            children = try list.map { try Outline($0) }
        } else {
            children = []
        }
    }

    /// The headings with their numbers, such as `1.2 Scope`.
    public func numbered(_ prefix: String = "1") -> [String] {
        var lines = ["\(prefix) \(title)"]
        for (offset, child) in children.enumerated() {
            lines += child.numbered("\(prefix).\(offset + 1)")
        }
        return lines
    }

    /// The heading at the end of a path of positions, or nil when the path leads nowhere.
    public subscript(path: [Int]) -> Outline? {
        guard let first = path.first else { return self }
        if first < 0 || first >= children.count { return nil }
        return children[first][Array(path.dropFirst())]
    }

    /// The titles of several sources; what cannot be read becomes a dash.
    public static func titles(_ sources: [Any]) -> [String] {
        sources.map { source in
            let outline = try? Outline(source)
            return outline?.title ?? "-"
        }
    }

    /// The page numbers in a list of mixed values; texts are read, the rest is left out.
    public static func pages(_ values: [Any]) -> [Int] {
        values.compactMap { value in
            if let text = value as? String { return Int(text) }
            return value as? Int
        }
    }
}
