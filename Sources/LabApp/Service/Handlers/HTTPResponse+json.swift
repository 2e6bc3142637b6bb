import FlyingFox
import Foundation

extension HTTPResponse {
    /// A response with `value` as its JSON body; keys are sorted, so that equal values give equal bytes.
    static func json(_ value: some Encodable, status: HTTPStatusCode = .ok) throws -> HTTPResponse {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return HTTPResponse(
            statusCode: status,
            headers: [.contentType: "application/json"],
            body: try encoder.encode(value)
        )
    }
}
