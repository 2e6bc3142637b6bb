import Foundation
package import NIOCore

/// What a resolver says of a host name.
package enum NameAnswer: Sendable {
    /// With port 0, in the order in which they are to be tried.
    case addresses([SocketAddress])
    /// There is no such host.
    case unknownHost
    /// The resolver itself is in trouble: says nothing about the host, nor about a service on it.
    case unavailable

    /// Asks the system's resolver; blocks, by the system's defaults for up to some ten seconds.
    @Sendable package static func ofSystem(_ host: String) -> NameAnswer {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        #if os(Linux)
            hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        #else
            hints.ai_socktype = SOCK_STREAM
        #endif
        hints.ai_flags = AI_ADDRCONFIG
        var first: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, nil, &hints, &first)
        defer { if let first { freeaddrinfo(first) } }
        switch code {
        case 0: break
        case EAI_NONAME, EAI_FAIL, EAI_FAMILY: return .unknownHost
        #if os(Linux)
            case -5: return .unknownHost  // EAI_NODATA: the name is there, without an address
        #endif
        default: return .unavailable
        }
        var addresses: [SocketAddress] = []
        var next = first
        while let entry = next?.pointee {
            if let address = Self.address(entry) { addresses.append(address) }
            next = entry.ai_next
        }
        return addresses.isEmpty ? .unknownHost : .addresses(addresses)
    }

    private static func address(_ entry: addrinfo) -> SocketAddress? {
        guard let raw = UnsafeRawPointer(entry.ai_addr) else { return nil }
        switch entry.ai_family {
        case AF_INET: return SocketAddress(raw.loadUnaligned(as: sockaddr_in.self))
        case AF_INET6: return SocketAddress(raw.loadUnaligned(as: sockaddr_in6.self))
        default: return nil
        }
    }
}
