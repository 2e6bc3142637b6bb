import Foundation
import Hummingbird
import NIOCore

/// A request and the connection it came by.
struct WatchRequestContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    init(source: Source) {
        coreContext = .init(source: source)
        channel = source.channel
    }

    var maxUploadSize: Int { WatchServer.bodyLimitBytes }

    /// Whether the other end is this machine.
    var isLocal: Bool {
        guard let address = channel.remoteAddress else { return false }
        if case .unixDomainSocket = address { return true }
        return address.ipAddress.map(ListenAddress.isLoopback) ?? false
    }

    /// A part of the path, decoded.
    func part(_ name: String) -> String {
        let raw = parameters.get(name) ?? ""
        return raw.removingPercentEncoding ?? raw
    }
}
