import Foundation

/// A CloudEvents 1.0 envelope in its JSON format.
struct CloudEvent<Payload: Encodable>: Encodable {
    var specversion = "1.0"
    var id: String
    var source: String
    var type: String
    var subject: String
    var time: String
    var datacontenttype = "application/json"
    var data: Payload

    init(id: String, service: String, type: String, subject: String, wall: Int64, data: Payload) {
        self.id = id
        source = CloudEventSource.of(service)
        self.type = type
        self.subject = subject
        time = WallTime.text(wall)
        self.data = data
    }
}

enum CloudEventSource {
    /// A source must be a URI reference, and a service may be named in any way.
    static func of(_ service: String) -> String {
        let allowed = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: "/;?#"))
        return "/healing-lab/runtime/\(service.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")"
    }
}

enum CompactJSON {
    /// One line: line ends inside of strings are escaped.
    static func encode(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }
}
