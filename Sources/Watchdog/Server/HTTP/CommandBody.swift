import Foundation
import Hummingbird

/// The optional body of a command: `{"image": "…"}`.
struct CommandBody {
    var image: String?

    /// - Throws: `HTTPError` with 413 or 400.
    init(_ request: Request, takesImage: Bool) async throws {
        let bytes = try await request.body.collect(upTo: WatchServer.bodyLimitBytes)
        let text = String(buffer: bytes).trimmingCharacters(in: .whitespacesAndNewlines)
        if text.isEmpty { return }
        guard let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
            throw HTTPError(.badRequest, message: "the body is no JSON object")
        }
        for (key, value) in object {
            guard key == "image", takesImage else {
                throw HTTPError(.badRequest, message: "the body holds an unknown field")
            }
            guard let image = value as? String, Self.isImage(image) else {
                throw HTTPError(.badRequest, message: "'image' must name an image")
            }
            self.image = image
        }
    }

    /// References and digests need no more than these characters.
    private static func isImage(_ text: String) -> Bool {
        (1...512).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "._-/:@+".utf8.contains(byte)
                }
            }
    }
}
