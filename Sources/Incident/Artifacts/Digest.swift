import Crypto
package import Foundation

/// SHA-256 in lower-case hexadecimal.
package enum Digest {
    package static func sha256(_ data: some DataProtocol) -> String {
        SHA256.hash(data: data).map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }.joined()
    }

    /// As content security policies spell it.
    package static func sha256Base64(_ data: some DataProtocol) -> String {
        Data(SHA256.hash(data: data)).base64EncodedString()
    }

    package static func sha256(_ text: String) -> String { sha256(Data(text.utf8)) }
}
