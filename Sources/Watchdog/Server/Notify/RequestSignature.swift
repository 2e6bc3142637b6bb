import Crypto
package import Foundation

/// Lets a receiver know that a request came from this watchdog, and when.
package enum RequestSignature {
    /// HMAC-SHA256 over `timestamp.body`, as the header carries it: `sha256=` and 64 hexadecimal digits.
    package static func value(secret: String, timestamp: Int64, body: Data) -> String {
        var code = HMAC<SHA256>(key: SymmetricKey(data: Data(secret.utf8)))
        code.update(data: Data("\(timestamp).".utf8))
        code.update(data: body)
        let digits = Array("0123456789abcdef")
        return "sha256=" + String(code.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
