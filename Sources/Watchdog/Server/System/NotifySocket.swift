import Foundation

// Which module of C owns `timeval` depends on the order in which they are loaded; in a whole-module build it is this one.
#if canImport(CDispatch)
    import CDispatch
#endif

#if canImport(Glibc)
    import Glibc
#endif

/// Sends datagrams to the socket that a supervisor named in `NOTIFY_SOCKET`.
struct NotifySocket: Sendable {
    private let path: String

    /// Nil for what is no unix socket's name. A name that begins with `@` is an abstract one.
    init?(_ path: String) {
        let limit = MemoryLayout.size(ofValue: sockaddr_un().sun_path)
        guard path.hasPrefix("/") || path.hasPrefix("@"), path.utf8.count > 1, path.utf8.count < limit,
            !path.utf8.contains(0)
        else { return nil }
        self.path = path
    }

    /// Whether the supervisor took it.
    @discardableResult
    func send(_ message: String) -> Bool {
        #if os(Linux)
            let type = Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
            let flags = Int32(MSG_NOSIGNAL)
        #else
            let type = SOCK_DGRAM
            let flags: Int32 = 0
        #endif
        let socket = socket(AF_UNIX, type, 0)
        guard socket >= 0 else { return false }
        defer { close(socket) }
        // A supervisor that does not read must not hang the watch.
        var limit = timeval(tv_sec: 0, tv_usec: 250_000)
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var bytes = Array(path.utf8)
        if bytes[0] == UInt8(ascii: "@") { bytes[0] = 0 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        // An abstract name ends where the length says; a path ends with its zero byte as well.
        let offset = MemoryLayout<sockaddr_un>.offset(of: \.sun_path) ?? 2
        let length = socklen_t(offset + bytes.count + (bytes[0] == 0 ? 0 : 1))
        let text = Array(message.utf8)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(socket, text, text.count, flags, $0, length) == text.count
            }
        }
    }
}
