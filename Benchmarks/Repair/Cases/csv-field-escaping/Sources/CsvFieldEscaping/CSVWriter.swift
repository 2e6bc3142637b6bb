/// Writes rows as RFC 4180 text.
struct CSVWriter {
    var separator: Character = ","

    func row(_ fields: [String]) -> String {
        fields.map(escaped).joined(separator: String(separator))
    }

    func document(header: [String], rows: [[String]]) -> String {
        ([header] + rows).map(row).joined(separator: "\r\n")
    }

    /// The field as it is, or in quotes if it holds a separator, a quote or a line break.
    private func escaped(_ field: String) -> String {
        let needsQuotes = field.contains { $0 == separator || $0 == "\"" || $0.isNewline }
        if needsQuotes {
            return field
        }
        var quoted = "\""
        for character in field {
            if character == "\"" { quoted.append("\"") }
            quoted.append(character)
        }
        return quoted + "\""
    }
}
