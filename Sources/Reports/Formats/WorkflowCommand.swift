/// A line that a job's step prints and GitHub turns into an annotation of a change.
///
///     ::error file=Sources/Kit/Ratio.swift,line=3,title=…::message
struct WorkflowCommand {
    /// `error`, `warning` or `notice`.
    var level: String
    var properties: [(name: String, value: String)]
    var message: String

    /// With its line end; nothing in a text can end the line or add a property.
    var text: String {
        let written = properties.map { "\($0.name)=\(Self.property($0.value))" }.joined(separator: ",")
        return "::\(level)\(written.isEmpty ? "" : " " + written)::\(Self.data(message))\n"
    }

    /// Scalar by scalar: a line end is no `Character` of its own behind a carriage return.
    static func data(_ text: String) -> String {
        var escaped = ""
        for scalar in Visible.text(text).unicodeScalars {
            switch scalar {
            case "%": escaped += "%25"
            case "\r": escaped += "%0D"
            case "\n": escaped += "%0A"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    static func property(_ text: String) -> String {
        var escaped = ""
        for scalar in data(Visible.line(text)).unicodeScalars {
            switch scalar {
            case ":": escaped += "%3A"
            case ",": escaped += "%2C"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
