/// A piece of a template.
enum TemplateToken: Equatable {
    case text(String)
    case placeholder(String)
}

struct UnclosedPlaceholder: Error, Equatable {
    let offset: Int
}

/// Splits templates such as `Hello {name}!`. Doubled braces `{{` stand for one brace.
struct TemplateTokeniser {
    func tokens(_ template: String) throws -> [TemplateToken] {
        let characters = Array(template)
        var tokens: [TemplateToken] = []
        var literal = ""
        var index = 0
        while index < characters.count {
            if characters[index] != "{" {
                literal.append(characters[index])
                index += 1
                continue
            }
            if index + 1 < characters.count, characters[index + 1] == "{" {
                literal.append("{")
                index += 2
                continue
            }
            guard let close = characters[index...].firstIndex(of: "}") else {
                throw UnclosedPlaceholder(offset: index)
            }
            if !literal.isEmpty { tokens.append(.text(literal)) }
            literal = ""
            let name = String(characters[(index + 1)..<close])
            if name.isEmpty { continue }
            tokens.append(.placeholder(name))
            index = close + 1
        }
        if !literal.isEmpty { tokens.append(.text(literal)) }
        return tokens
    }

    /// Fills placeholders in; unknown ones become empty.
    func fill(_ template: String, with values: [String: String]) throws -> String {
        try tokens(template).map { token in
            switch token {
            case .text(let text): return text
            case .placeholder(let name): return values[name] ?? ""
            }
        }.joined()
    }
}
