import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// A unix socket that answers each connection with the next of some prepared texts, and remembers what it was asked.
final class FakeEngine: Sendable {
    enum Answer: Sendable {
        case text(String)
        /// Reads the request and closes.
        case hangUp
        /// Reads the request and says nothing for this long.
        case silence(Duration)
    }

    let path: String
    private let leavesSocket: Bool
    private let descriptor: Int32
    private let requests = Mutex<[String]>([])

    var asked: [String] { requests.withLock { $0 } }

    /// - Parameter leavesSocket: its socket stays behind as that of an engine that was killed.
    init(_ answers: [Answer], leavesSocket: Bool = false) throws {
        self.leavesSocket = leavesSocket
        path = "/tmp/lab-fake-\(UUID().uuidString.prefix(13)).sock"
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let isBound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) == 0 }
        }
        guard isBound, listen(descriptor, 8) == 0 else { throw POSIXError(.EADDRINUSE) }
        // Without answers nobody holds it, and it ends with its last reference.
        if !answers.isEmpty { Thread.detachNewThread { self.serve(answers) } }
    }

    deinit {
        close(descriptor)
        if !leavesSocket { unlink(path) }
    }

    private func serve(_ answers: [Answer]) {
        let listening = descriptor
        for answer in answers {
            let peer = accept(listening, nil, nil)
            guard peer >= 0 else { return }
            requests.withLock { $0.append(Self.request(peer)) }
            switch answer {
            case .text(let text): _ = text.withCString { write(peer, $0, strlen($0)) }
            case .hangUp: break
            case .silence(let time): usleep(UInt32(time.components.seconds) * 1_000_000)
            }
            close(peer)
        }
    }

    /// Head and body, as far as their length is told.
    private static func request(_ peer: Int32) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let text = String(decoding: bytes, as: UTF8.self)
            if let head = text.range(of: "\r\n\r\n") {
                let length = text.lowercased().range(of: "content-length: ").map { range in
                    Int(text[range.upperBound...].prefix { $0.isNumber }) ?? 0
                }
                if text[head.upperBound...].utf8.count >= length ?? 0 { return text }
            }
            let count = read(peer, &buffer, buffer.count)
            guard count > 0 else { return text }
            bytes += buffer[..<count]
        }
    }

    static func ok(_ body: String, status: String = "200 OK") -> Answer {
        .text("HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)")
    }

    static let version = ok(#"{"ApiVersion":"1.41","MinAPIVersion":"1.12","Version":"20.10.24"}"#)
}
