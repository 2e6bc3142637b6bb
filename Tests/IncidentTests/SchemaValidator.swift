import Foundation

/// As much of JSON Schema as the incident schema uses; an unknown keyword is an error, so that none is passed over.
struct SchemaValidator {
    private let root: [String: Any]

    init(_ data: Data) throws {
        guard let root = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
            throw CocoaError(.coderReadCorrupt)
        }
        self.root = root
    }

    /// What is wrong with a document, one line each; empty when it is valid.
    func problems(in document: Data) throws -> [String] {
        check(try JSONSerialization.jsonObject(with: document, options: .fragmentsAllowed), root, "$")
    }

    private static let annotations: Set<String> = ["$schema", "$id", "$defs", "title", "description"]

    private func check(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
        var found: [String] = []
        for (keyword, rule) in schema where !Self.annotations.contains(keyword) {
            switch keyword {
            case "$ref":
                let name = (rule as? String)?.replacingOccurrences(of: "#/$defs/", with: "") ?? ""
                guard let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
                    found.append("\(path): the schema lacks \(name)")
                    continue
                }
                found += check(value, target, path)
            case "anyOf":
                let options = rule as? [[String: Any]] ?? []
                if !options.contains(where: { check(value, $0, path).isEmpty }) {
                    found.append("\(path): fits none of \(options.count) schemas")
                }
            case "const":
                if !same(value, rule) { found.append("\(path): is not \(rule)") }
            case "enum":
                if !(rule as? [Any] ?? []).contains(where: { same(value, $0) }) {
                    found.append("\(path): \(value) is not allowed")
                }
            case "type":
                let types = rule as? [String] ?? [rule as? String ?? ""]
                if !types.contains(where: { isOf($0, value) }) { found.append("\(path): is no \(types)") }
            case "pattern":
                if let text = value as? String,
                    text.range(of: rule as? String ?? "", options: .regularExpression) == nil
                {
                    found.append("\(path): '\(text)' does not match \(rule)")
                }
            case "minimum":
                if let number = value as? NSNumber, number.doubleValue < (rule as? NSNumber)?.doubleValue ?? 0
                {
                    found.append("\(path): \(number) is too small")
                }
            case "required":
                guard let object = value as? [String: Any] else { continue }
                for key in rule as? [String] ?? [] where object[key] == nil {
                    found.append("\(path): lacks \(key)")
                }
            case "properties":
                guard let object = value as? [String: Any] else { continue }
                for (key, sub) in rule as? [String: [String: Any]] ?? [:] {
                    if let member = object[key] { found += check(member, sub, path + "." + key) }
                }
            case "additionalProperties":
                guard let object = value as? [String: Any], rule as? Bool == false else { continue }
                let known = (schema["properties"] as? [String: Any] ?? [:]).keys
                for key in object.keys where !known.contains(key) {
                    found.append("\(path): does not know \(key)")
                }
            case "maxItems":
                if let items = value as? [Any], items.count > (rule as? NSNumber)?.intValue ?? .max {
                    found.append("\(path): \(items.count) items are too many")
                }
            case "items":
                for (index, item) in (value as? [Any] ?? []).enumerated() {
                    found += check(item, rule as? [String: Any] ?? [:], "\(path)[\(index)]")
                }
            default:
                found.append("\(path): the validator does not know the keyword \(keyword)")
            }
        }
        return found.sorted()
    }

    private func same(_ a: Any, _ b: Any) -> Bool { (a as? NSObject)?.isEqual(b) ?? false }

    private func isOf(_ type: String, _ value: Any) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "null": value is NSNull
        case "integer":
            (value as? NSNumber).map { !isBoolean($0) && $0.doubleValue == $0.doubleValue.rounded() } ?? false
        case "number": (value as? NSNumber).map { !isBoolean($0) } ?? false
        case "boolean": (value as? NSNumber).map(isBoolean) ?? false
        default: false
        }
    }

    private func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
