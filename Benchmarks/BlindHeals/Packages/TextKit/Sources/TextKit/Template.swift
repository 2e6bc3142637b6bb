/// Why a template could not be filled in.
public enum TemplateError: Error, Equatable {
    case unclosed
    case unknown(String)
    case recursive(String)
}

/// Text with placeholders such as `{name}`, and other templates such as `{>footer}`.
public struct Template: Sendable {
    /// What a template is made of.
    enum Part: Equatable, Sendable {
        case text(String)
        case value(String)
        case partial(String)
    }

    let parts: [Part]

    /// Reads a template.
    public init(_ source: String) throws {
        var parts: [Part] = []
        var rest = source[...]
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
            guard let close = rest[open...].firstIndex(of: "}") else { throw TemplateError.unclosed }
            let name = rest[rest.index(after: open)..<close]
            parts.append(name.first == ">" ? .partial(String(name.dropFirst())) : .value(String(name)))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        self.parts = parts
    }

    /// The names of all placeholders, in order.
    public var names: [String] {
        parts.compactMap { part in
            if case .value(let name) = part { return name }
            return nil
        }
    }

    /// Fills in every placeholder.
    public func render(
        _ values: [String: String], partials: [String: Template] = [:], inside: Set<String> = []
    ) throws -> String {
        var result = ""
        for part in parts {
            switch part {
            case .text(let text):
                result += text
            case .value(let name):
                guard let value = values[name] else { throw TemplateError.unknown(name) }
                result += value
            case .partial(let name):
                if inside.contains(name) { throw TemplateError.recursive(name) }
                guard let partial = partials[name] else { throw TemplateError.unknown(name) }
                result += try partial.render(values, partials: partials, inside: inside.union([name]))
            }
        }
        return result
    }

    /// Fills in a one-off text; one that is no template, or lacks a value, comes back as it is.
    public static func fill(_ source: String, _ values: [String: String]) -> String {
        if let filled = try? Template(source).render(values) { return filled }
        return source
    }

    /// The placeholders' values where there are any; the others become empty.
    public func preview(_ values: [String: String]) -> [String] {
        names.map { values[$0] ?? "" }
    }
}
