import Yams

/// Says what is wrong with a text that is not YAML.
enum YAMLFault {
    static func explain(_ error: any Error, in text: String) -> (message: String, place: Place) {
        guard let error = error as? YamlError else { return ("this is not YAML: \(error)", .start) }
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let around = context.map { " \($0.text.trimmingPrefix("error "))" } ?? ""
            return ("this is not YAML: \(problem)\(around)\(tabs(at: mark, in: text))", Place(mark))
        case .reader(let problem, let offset, _, _):
            return ("this is not YAML: \(problem)", offset.map { place(ofByte: $0, in: text) } ?? .start)
        case .duplicatedKeysInMapping(let keys, let context):
            return duplicate(keys.first ?? "", first: Place(context.mark), in: text)
        default: return ("this is not YAML: \(error)", .start)
        }
    }

    /// The commonest cause, which the parser names by what it stumbled over.
    private static func tabs(at mark: Mark, in text: String) -> String {
        let lines = text.split(separator: "\n", maxSplits: mark.line, omittingEmptySubsequences: false)
        guard lines.indices.contains(mark.line - 1) else { return "" }
        let isTab = lines[mark.line - 1].prefix { $0 == " " || $0 == "\t" }.contains("\t")
        return isTab ? " (YAML is indented by spaces, never by tabs)" : ""
    }

    private static func place(ofByte offset: Int, in text: String) -> Place {
        var place = Place.start
        for byte in text.utf8.prefix(offset) {
            if byte == 0x0A {
                place = Place(line: place.line + 1, column: 1)
            } else if byte & 0xC0 != 0x80 {
                place.column += 1
            }
        }
        return place
    }

    /// Yams tells the first of them; what a person has to mend is the second, at the same indentation further down.
    private static func duplicate(_ key: String, first: Place, in text: String) -> (String, Place) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated().dropFirst(first.line) {
            let indent = line.prefix { $0 == " " }.count
            let rest = line.dropFirst(indent)
            if rest.isEmpty || rest.first == "#" { continue }
            if indent < first.column - 1 { break }
            let isSame = [key, "\"\(key)\"", "'\(key)'"].contains { name in
                rest.hasPrefix(name) && rest.dropFirst(name.count).drop { $0 == " " }.first == ":"
            }
            if indent == first.column - 1, isSame {
                return (
                    "key '\(key)' is given twice, first in line \(first.line)",
                    Place(line: index + 1, column: first.column)
                )
            }
        }
        return ("key '\(key)' is given twice in this mapping", first)
    }
}
