import Foundation
import Incident

/// JSON with sorted keys that ends with a line end.
enum JSONText {
    /// Such a value cannot fail to encode: it is made of texts and whole numbers.
    static func of(_ value: some Encodable) -> String {
        String(decoding: (try? CanonicalJSON.encode(value)) ?? Data(), as: UTF8.self)
    }
}
