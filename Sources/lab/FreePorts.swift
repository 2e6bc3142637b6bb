import Foundation
import Incident

/// Ports of the loopback that nobody listens on at the moment.
enum FreePorts {
    static func pair() throws -> (Int, Int) {
        // Both are held until both are known, so that they differ.
        let first = try open()
        defer { close(first.descriptor) }
        let second = try open()
        defer { close(second.descriptor) }
        return (first.port, second.port)
    }

    private static func open() throws -> (descriptor: Int32, port: Int) {
        #if os(Linux)
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 ? getsockname(descriptor, $0, &length) : -1
            }
        }
        guard descriptor >= 0, result == 0 else {
            throw LabError(.unavailable, "there is no free port on 127.0.0.1.")
        }
        return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
    }
}
