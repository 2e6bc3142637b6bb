import Foundation
import Incident

#if canImport(Glibc)
    import Glibc
#endif

/// The supervisor's end of a notification socket.
final class DatagramSocket: Sendable {
    private let handle: Int32
    private let path: String

    /// - Parameter path: a name that begins with `@` is an abstract one.
    init(_ path: String) throws {
        self.path = path
        handle = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var bytes = Array(path.utf8)
        let isAbstract = bytes[0] == UInt8(ascii: "@")
        if isAbstract { bytes[0] = 0 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let length = socklen_t(2 + bytes.count + (isAbstract ? 0 : 1))
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(handle, $0, length) }
        }
        guard result == 0 else { throw LabError(.unavailable, "cannot bind: \(errno)") }
        var limit = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit {
        close(handle)
        if path.hasPrefix("/") { unlink(path) }
    }

    /// The next message; nil after ten seconds, or at once with `now` where none waits.
    func receive(now: Bool = false) -> String? {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = recv(handle, &bytes, bytes.count, now ? Int32(MSG_DONTWAIT) : 0)
        return count < 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
