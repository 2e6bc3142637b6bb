/// A pattern of paths: `*` and `?` stay inside of a name, `**` crosses directories; without a slash it is any file of that name.
package struct Glob: Sendable, Hashable {
    package let pattern: String
    private let parts: [[Character]]

    package init(_ pattern: String) {
        self.pattern = pattern
        var text = pattern.hasPrefix("./") ? String(pattern.dropFirst(2)) : pattern
        if text.hasSuffix("/") { text += "**" }
        if !text.contains("/") { text = "**/" + text }
        parts = text.split(separator: "/").map(Array.init)
    }

    package func matches(_ path: String) -> Bool {
        Self.match(parts[...], path.split(separator: "/").map(Array.init)[...])
    }

    private static func match(_ parts: ArraySlice<[Character]>, _ names: ArraySlice<[Character]>) -> Bool {
        guard let part = parts.first else { return names.isEmpty }
        if part == ["*", "*"] {
            // At the end it stands for something.
            if parts.count == 1 { return !names.isEmpty }
            return (names.startIndex...names.endIndex).contains { match(parts.dropFirst(), names[$0...]) }
        }
        guard let name = names.first, matchName(part[...], name[...]) else { return false }
        return match(parts.dropFirst(), names.dropFirst())
    }

    private static func matchName(_ part: ArraySlice<Character>, _ name: ArraySlice<Character>) -> Bool {
        guard let first = part.first else { return name.isEmpty }
        switch first {
        case "*":
            return (name.startIndex...name.endIndex).contains { matchName(part.dropFirst(), name[$0...]) }
        case "?":
            return !name.isEmpty && matchName(part.dropFirst(), name.dropFirst())
        default:
            return name.first == first && matchName(part.dropFirst(), name.dropFirst())
        }
    }
}
