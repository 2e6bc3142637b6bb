/// Pieces of the Prometheus text format, version 0.0.4.
package enum PrometheusText {
    package static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    /// A label's value between its quotes.
    package static func escapedLabel(_ text: String) -> String {
        escaped(text, quotes: true)
    }

    /// A help text: quotes stay as they are there.
    package static func escapedHelp(_ text: String) -> String {
        escaped(text, quotes: false)
    }

    private static func escaped(_ text: String, quotes: Bool) -> String {
        var result = ""
        // By scalar: "\r\n" is one character.
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\"" where quotes: result += "\\\""
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// `{name="value",…}`, or nothing without labels.
    package static func labels(_ labels: [(String, String)]) -> String {
        if labels.isEmpty { return "" }
        return "{" + labels.map { "\(labelName($0.0))=\"\(escapedLabel($0.1))\"" }.joined(separator: ",")
            + "}"
    }

    /// A name as the format allows it, made from any label another library may choose.
    package static func metricName(_ text: String) -> String {
        name(text, also: ":")
    }

    package static func labelName(_ text: String) -> String {
        name(text, also: nil)
    }

    private static func name(_ text: String, also extra: Character?) -> String {
        var result = ""
        for character in text {
            let isLetter = character.isASCII && (character.isLetter || character == "_" || character == extra)
            let isDigit = character.isASCII && character.isNumber
            if isDigit, result.isEmpty { result = "_" }
            result.append(isLetter || isDigit ? character : "_")
        }
        return result.isEmpty ? "_" : result
    }

    package static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        if let whole = Int64(exactly: value) { return "\(whole)" }
        return "\(value)"
    }
}
