import Foundation

/// What a URL in the file has to be; the HTTP probe asks the same of it.
enum WebAddress {
    /// What is wrong with it; nil when nothing is.
    static func fault(of text: String) -> String? {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            return "spaces and letters beyond ASCII have to be percent-encoded"
        }
        guard let parts = URLComponents(string: text), parts.url != nil, let scheme = parts.scheme else {
            return "it is not a URL"
        }
        guard ["http", "https"].contains(scheme.lowercased()) else {
            return "the scheme is neither http nor https"
        }
        guard parts.user == nil, parts.password == nil else { return "it holds a user or password" }
        guard parts.fragment == nil else { return "a fragment is never sent" }
        guard let host = parts.host, !host.isEmpty else { return "there is no host" }
        guard (1...65535).contains(parts.port ?? 80) else { return "the port is not within 1-65535" }
        return nil
    }
}

extension Value {
    /// An `http` or `https` URL.
    func url() -> String? {
        guard let text = text("an http or https URL") else { return nil }
        if let fault = WebAddress.fault(of: text) {
            refuse("'\(key)' must be an http or https URL: \(fault)")
            return nil
        }
        return text
    }

    /// `host:port`, with an IPv6 address in brackets.
    func hostAndPort(_ ports: ClosedRange<Int>) -> (host: String, port: Int)? {
        let what = "host:port such as 127.0.0.1:5432"
        guard let text = text(what) else { return nil }
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            ports.contains(port), let host = Self.host(text[..<colon])
        else {
            refuse("'\(key)' must be \(what), not '\(text.prefix(60))'")
            return nil
        }
        return (host, port)
    }

    private static func host(_ text: Substring) -> String? {
        if text.hasPrefix("["), text.hasSuffix("]") {
            let inner = text.dropFirst().dropLast()
            return inner.contains(":") && inner.allSatisfy(isHostCharacter) ? String(inner) : nil
        }
        guard !text.isEmpty, !text.contains(":"), text.allSatisfy(isHostCharacter) else { return nil }
        return String(text)
    }

    private static func isHostCharacter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || ".-_:%".contains(character))
    }
}
