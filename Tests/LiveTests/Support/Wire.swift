import Foundation

/// Sockets as the kernel has them: one request, one answer, one connection.
enum Wire {
    enum Address: Sendable {
        case unix(String)
        /// Of the loopback.
        case tcp(Int)
    }

    struct Answer: Sendable {
        var status: Int
        var head: String
        var body: Data
    }

    struct Failure: Error, CustomStringConvertible {
        var description: String
        init(_ what: String) { description = "\(what): \(String(cString: strerror(errno)))" }
    }

    #if os(Linux)
        private static let stream = Int32(SOCK_STREAM.rawValue)
        private static let quietly = Int32(MSG_NOSIGNAL)
    #else
        private static let stream = SOCK_STREAM
        private static let quietly = Int32(0)
    #endif

    /// HTTP/1.0, so that the end of the connection is the end of the answer.
    static func ask(
        _ address: Address, _ method: String, _ path: String, headers: [String: String] = [:],
        body: Data? = nil, seconds: Int = 60
    ) throws -> Answer {
        let descriptor = try dial(address)
        defer { close(descriptor) }
        limit(descriptor, seconds: seconds)
        var head = "\(method) \(path) HTTP/1.0\r\nHost: localhost\r\nConnection: close\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        if let body { head += "Content-Length: \(body.count)\r\n" }
        try transmit(Data((head + "\r\n").utf8) + (body ?? Data()), to: descriptor)
        var bytes = Data()
        while let chunk = try receive(from: descriptor) { bytes += chunk }
        guard let end = bytes.range(of: Data("\r\n\r\n".utf8)) else { throw Failure("no answer to \(path)") }
        let text = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
        guard let status = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            throw Failure("no status for \(path)")
        }
        return Answer(status: status, head: text, body: Data(bytes[end.upperBound...]))
    }

    static func dial(_ address: Address) throws -> Int32 {
        let descriptor: Int32
        let result: Int32
        switch address {
        case .unix(let path):
            descriptor = socket(AF_UNIX, stream, 0)
            result = withUnix(path) { connect(descriptor, $0, $1) }
        case .tcp(let port):
            descriptor = socket(AF_INET, stream, 0)
            result = withLoopback(port) { connect(descriptor, $0, $1) }
        }
        guard result == 0 else {
            let failure = Failure("connecting to \(address)")
            close(descriptor)
            throw failure
        }
        return descriptor
    }

    static func open(at address: Address) throws -> Int32 {
        let descriptor: Int32
        let result: Int32
        switch address {
        case .unix(let path):
            descriptor = socket(AF_UNIX, stream, 0)
            unlink(path)
            result = withUnix(path) { bind(descriptor, $0, $1) }
        case .tcp(let port):
            descriptor = socket(AF_INET, stream, 0)
            result = withLoopback(port) { bind(descriptor, $0, $1) }
        }
        guard result == 0, listen(descriptor, 64) == 0 else {
            let failure = Failure("listening at \(address)")
            close(descriptor)
            throw failure
        }
        return descriptor
    }

    /// Ports of the loopback that nobody listens on at the moment, all different.
    static func freePorts(_ count: Int) throws -> [Int] {
        let sockets = try (0..<count).map { _ in try open(at: .tcp(0)) }
        defer { for descriptor in sockets { close(descriptor) } }
        return sockets.map { descriptor in
            var address = sockaddr_in()
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            _ = withUnsafeMutablePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
            }
            return Int(UInt16(bigEndian: address.sin_port))
        }
    }

    /// Nil at the end, which a connection that was cut off is too.
    static func receive(from descriptor: Int32) throws -> Data? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = read(descriptor, &buffer, buffer.count)
        guard count >= 0 || errno == ECONNRESET else { throw Failure("reading") }
        return count <= 0 ? nil : Data(buffer[..<count])
    }

    static func transmit(_ data: Data, to descriptor: Int32) throws {
        var rest = data[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, quietly)
            }
            guard count > 0 else { throw Failure("writing") }
            rest = rest.dropFirst(count)
        }
    }

    private static func limit(_ descriptor: Int32, seconds: Int) {
        var time = timeval(tv_sec: seconds, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    }

    private static func withUnix(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32)
        -> Int32
    {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
        return withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }

    private static func withLoopback(_ port: Int, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32)
        -> Int32
    {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}
