import Foundation
package import Incident

/// An `http` or `https` address, taken apart as a request needs it.
package struct HTTPTarget: Sendable, Equatable {
    package let isTLS: Bool
    package let host: String
    package let port: Int
    /// Path and query, as they go on the wire.
    package let uri: String
    let url: URL

    /// - Throws: ``LabError`` with `.badInput`, which says what is wrong with the address.
    package init(_ text: String) throws(LabError) {
        func bad(_ reason: String) -> LabError { LabError(.badInput, "bad address '\(text)': \(reason)") }

        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw bad("spaces and letters beyond ASCII have to be percent-encoded")
        }
        guard let parts = URLComponents(string: text), let url = parts.url, let scheme = parts.scheme else {
            throw bad("it is not a URL")
        }
        switch scheme.lowercased() {
        case "http": isTLS = false
        case "https": isTLS = true
        default: throw bad("the scheme is neither http nor https")
        }
        guard parts.user == nil, parts.password == nil else { throw bad("it holds a user or password") }
        guard parts.fragment == nil else { throw bad("a fragment is never sent") }
        guard var host = parts.host, !host.isEmpty else { throw bad("there is no host") }
        if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
        self.host = host
        port = parts.port ?? (isTLS ? 443 : 80)
        guard (1...65535).contains(port) else { throw bad("the port is not within 1-65535") }
        let path = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
        uri = parts.percentEncodedQuery.map { path + "?" + $0 } ?? path
        self.url = url
    }

    /// The value of the `Host` header.
    var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == (isTLS ? 443 : 80) ? name : "\(name):\(port)"
    }

    func hasSameOrigin(as other: HTTPTarget) -> Bool {
        isTLS == other.isTLS && port == other.port && host.lowercased() == other.host.lowercased()
    }

    /// Where a `Location` points to; nil when nothing can be asked there.
    func redirected(to location: String) -> HTTPTarget? {
        guard let url = URL(string: location, relativeTo: url)?.absoluteURL else { return nil }
        var parts = URLComponents(url: url, resolvingAgainstBaseURL: true)
        parts?.fragment = nil
        guard let text = parts?.string else { return nil }
        return try? HTTPTarget(text)
    }
}
