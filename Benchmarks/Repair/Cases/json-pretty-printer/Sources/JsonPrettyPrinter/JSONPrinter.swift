/// Writes JSON with one member per line.
struct JSONPrinter {
    var indentWidth = 2

    func text(_ value: JSONValue, depth: Int = 0) -> String {
        switch value {
        case .null: return "null"
        case .bool(let flag): return flag ? "true" : "false"
        case .number(let number): return String(number)
        case .string(let string): return quoted(string)
        case .array(let items):
            let lines = items.map { text($0) }
            return block(open: "[", lines: lines, close: "]", depth: depth)
        case .object(let members):
            let lines = members.map { "\(quoted($0.key)): \(text($0.value, depth: depth + 1))" }
            return block(open: "{", lines: lines, close: "}", depth: depth)
        }
    }

    /// Empty blocks stay on one line.
    private func block(open: String, lines: [String], close: String, depth: Int) -> String {
        guard !lines.isEmpty else { return open + close }
        let outer = String(repeating: " ", count: depth * indentWidth)
        let inner = outer + String(repeating: " ", count: indentWidth)
        return open + "\n" + lines.map { inner + $0 }.joined(separator: ",\n") + "\n" + outer + close
    }

    private func quoted(_ string: String) -> String {
        var result = "\""
        for character in string {
            switch character {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            default: result.append(character)
            }
        }
        return result + "\""
    }
}
