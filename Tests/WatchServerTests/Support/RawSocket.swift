import Foundation
import Incident

#if canImport(Glibc)
    import Glibc
#endif

/// A connection that reads nothing unless told to.
final class RawSocket: Sendable {
    private let handle: Int32

    init(port: Int) throws {
        handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var small: Int32 = 4096
        setsockopt(handle, SOL_SOCKET, SO_RCVBUF, &small, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw LabError(.unavailable, "cannot connect: \(errno)") }
    }

    deinit { close(handle) }

    func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(handle, bytes, bytes.count)
    }
}
