import Foundation

/// Reads the Prometheus text format strictly, so that what it takes a server may send.
struct ScrapeReader {
    struct Sample: Equatable {
        var name: String
        var labels: [String: String]
        var value: Double
    }

    struct Malformed: Error {
        var line: String
    }

    private(set) var samples: [Sample] = []
    private(set) var types: [String: String] = [:]
    private(set) var helps: [String: String] = [:]

    init(_ text: String) throws {
        guard text.hasSuffix("\n") else { throw Malformed(line: "the last line has no end") }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            let line = String(line)
            if line.hasPrefix("# HELP ") || line.hasPrefix("# TYPE ") {
                let parts = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false).map(
                    String.init)
                guard parts.count == 4 else { throw Malformed(line: line) }
                if parts[1] == "HELP" { helps[parts[2]] = parts[3] } else { types[parts[2]] = parts[3] }
            } else {
                samples.append(try Self.sample(line))
            }
        }
        for sample in samples where type(of: sample.name) == nil {
            throw Malformed(line: "no type: \(sample.name)")
        }
    }

    func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
        samples.first { $0.name == name && $0.labels == labels }?.value
    }

    private func type(of name: String) -> String? {
        if let type = types[name] { return type }
        for suffix in ["_bucket", "_sum", "_count"] where name.hasSuffix(suffix) {
            if types[String(name.dropLast(suffix.count))] == "histogram" { return "histogram" }
        }
        return nil
    }

    private static func sample(_ line: String) throws -> Sample {
        var rest = Substring(line)
        func fail() -> Malformed { Malformed(line: line) }
        let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == ":") }
        rest = rest.dropFirst(name.count)
        var labels: [String: String] = [:]
        if rest.first == "{" {
            rest = rest.dropFirst()
            while rest.first != "}" {
                let key = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
                rest = rest.dropFirst(key.count)
                guard !key.isEmpty, rest.hasPrefix("=\"") else { throw fail() }
                rest = rest.dropFirst(2)
                var value = ""
                var scalars = rest.unicodeScalars
                while let scalar = scalars.first, scalar != "\"" {
                    scalars = scalars.dropFirst()
                    guard scalar == "\\" else {
                        value.unicodeScalars.append(scalar)
                        continue
                    }
                    switch scalars.first {
                    case "n": value += "\n"
                    case "\\": value += "\\"
                    case "\"": value += "\""
                    default: throw fail()
                    }
                    scalars = scalars.dropFirst()
                }
                guard scalars.first == "\"" else { throw fail() }
                rest = Substring(scalars.dropFirst())
                guard labels.updateValue(value, forKey: String(key)) == nil else { throw fail() }
                if rest.first == "," { rest = rest.dropFirst() } else if rest.first != "}" { throw fail() }
            }
            rest = rest.dropFirst()
        }
        guard rest.first == " " else { throw fail() }
        let number = rest.dropFirst()
        let value = number == "+Inf" ? .infinity : Double(number)
        guard !name.isEmpty, let value else { throw fail() }
        return Sample(name: String(name), labels: labels, value: value)
    }
}
