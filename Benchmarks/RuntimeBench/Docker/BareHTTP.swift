import Foundation
import Incident

/// One HTTP exchange on a connection of its own with nothing around it: the floors are measured with it, so that no
/// code of the lab's engines is part of what they are compared with.
struct BareHTTP: Sendable {
    enum Place: Sendable {
        case unix(String)
        case loopback(Int)
    }

    /// A service that hangs is one that does not answer; after this many seconds it counts as such.
    private static let patience = 30

    private let place: Place

    init(_ place: Place) { self.place = place }

    /// Throws `LabError` with `.unavailable` when there is no whole answer. Blocks, on a thread of its own.
    func ask(
        _ method: String, _ target: String, _ body: String = ""
    ) async throws -> (status: Int, body: String) {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try exchange(method, target, body) })
            }
        }
    }

    /// Asks and expects a status that says yes.
    func order(_ method: String, _ target: String, _ body: String = "") async throws -> String {
        let answer = try await ask(method, target, body)
        guard (200...299).contains(answer.status) || answer.status == 304 else {
            throw LabError(.software, "\(method) \(target): \(answer.status) \(answer.body)")
        }
        return answer.body
    }

    private func exchange(_ method: String, _ target: String, _ body: String) throws -> (Int, String) {
        let socket = try connected()
        defer { close(socket) }
        var request = "\(method) \(target) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        if !body.isEmpty { request += "Content-Type: application/json\r\n" }
        request += "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
        let bytes = Array(request.utf8)
        guard send(socket, bytes, bytes.count, Self.quietly) == bytes.count else { throw failure("send") }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = recv(socket, &buffer, buffer.count, 0)
            if count < 0 { throw failure("receive") }
            answer += buffer[..<count]
            if count == 0 || Self.isWhole(answer) { break }
        }
        let text = String(decoding: answer, as: UTF8.self)
        guard let status = text.split(separator: " ", maxSplits: 2).dropFirst().first.flatMap({ Int($0) })
        else { throw failure("no answer") }
        let content = text.range(of: "\r\n\r\n").map { String(text[$0.upperBound...]) } ?? ""
        return (status, content)
    }

    /// Whether a length was told and is there; an answer in chunks ends with its connection.
    private static func isWhole(_ answer: [UInt8]) -> Bool {
        let text = String(decoding: answer, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n") else { return false }
        let head = text[..<end.lowerBound].lowercased()
        if head.contains("http/1.1 204") || head.contains("http/1.1 304") { return true }
        guard let field = head.range(of: "content-length:"),
            let length = Int(head[field.upperBound...].prefix { $0 != "\r\n" }.drop { $0 == " " })
        else { return false }
        return text[end.upperBound...].utf8.count >= length
    }

    private func connected() throws -> Int32 {
        switch place {
        case .unix(let path):
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            let bytes = Array(path.utf8)
            guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
                throw failure("a socket's path has at most 107 bytes")
            }
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
            return try open(AF_UNIX, address)
        case .loopback(let port):
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = in_port_t(port).bigEndian
            address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
            return try open(AF_INET, address)
        }
    }

    private func open<Address>(_ family: Int32, _ address: Address) throws -> Int32 {
        let descriptor = socket(family, Self.stream, 0)
        guard descriptor >= 0 else { throw failure("socket") }
        var patience = timeval(tv_sec: Self.patience, tv_usec: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        let result = withUnsafeBytes(of: address) { bytes in
            bytes.baseAddress.map {
                connect(
                    descriptor, $0.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count))
            } ?? -1
        }
        guard result == 0 else {
            let error = failure("connect")
            close(descriptor)
            throw error
        }
        return descriptor
    }

    private func failure(_ what: String) -> LabError {
        LabError(.unavailable, "\(place): \(what): \(String(cString: strerror(errno)))")
    }

    #if os(Linux)
        private static let stream = Int32(SOCK_STREAM.rawValue)
        private static let quietly = Int32(MSG_NOSIGNAL)
    #else
        private static let stream = SOCK_STREAM
        private static let quietly: Int32 = 0
    #endif
}
