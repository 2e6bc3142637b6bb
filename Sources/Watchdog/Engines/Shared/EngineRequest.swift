/// One request to an engine's HTTP interface.
struct EngineRequest: Sendable {
    enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case delete = "DELETE"
    }

    var method: Method
    /// Without the version, such as `/containers/json`.
    var path: String
    var query: [(name: String, value: String)] = []
    var body: Body = .none
    /// For the whole exchange; after this it counts as lost: the engine may or may not carry it out. Nil: for ever.
    var limit: Duration? = .seconds(20)
    /// After this many bytes of an answer the rest is not read and the answer counts as malformed.
    var answerLimitBytes = 16 << 20

    enum Body: Sendable {
        case none
        case json(JSON)
        case tar([UInt8])
    }

    static func get(_ path: String, _ query: [(name: String, value: String)] = []) -> EngineRequest {
        EngineRequest(method: .get, path: path, query: query)
    }

    static func post(
        _ path: String, _ query: [(name: String, value: String)] = [], _ body: JSON? = nil,
        limit: Duration = .seconds(60)
    ) -> EngineRequest {
        EngineRequest(
            method: .post, path: path, query: query, body: body.map(Body.json) ?? .none, limit: limit)
    }

    static func delete(_ path: String, _ query: [(name: String, value: String)] = []) -> EngineRequest {
        EngineRequest(method: .delete, path: path, query: query, limit: .seconds(60))
    }

    /// Path and query, escaped.
    func target(version: String?) -> String {
        let path = (version.map { "/v\($0)" } ?? "") + self.path
        guard !query.isEmpty else { return path }
        return path + "?" + query.map { "\($0.name)=\(Self.escape($0.value))" }.joined(separator: "&")
    }

    /// All but unreserved characters, as RFC 3986 has it; `slashes` keeps the slashes of an image's name.
    static func escape(_ text: String, slashes: Bool = false) -> String {
        var out = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                out.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: "/") where slashes: out += "/"
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                out += "%" + (digits.count < 2 ? "0" : "") + digits
            }
        }
        return out
    }
}
