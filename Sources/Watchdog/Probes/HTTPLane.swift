import NIOCore
import NIOHTTP1
import NIOSSL
import Watchdog

/// All that one HTTP probe keeps from look to look: its request, and at most one open connection.
///
/// Connections belong to a probe, not to a pool of the whole watchdog: nothing is looked up, and a removed service
/// takes its connection with it. Confined to its event loop, but for `init` and `deinit`.
final class HTTPLane: @unchecked Sendable {
    /// Answers on one connection; after this it is closed, since a service that no longer accepts connections (no file
    /// descriptor left, a dead acceptor) goes on answering on those it has.
    static let answersPerConnection = 10

    let spec: ProbeSpec.HTTP
    let limit: Duration
    let target: HTTPTarget
    let head: HTTPRequestHead
    let text: [UInt8]
    let network: ProbeNetwork
    let loop: any EventLoop
    /// Only what may be sent twice is sent on a kept connection: there a look may have to be repeated.
    private let keeps: Bool
    private let endpoint: Endpoint
    private var idle: HTTPConversation?

    init(_ spec: ProbeSpec.HTTP, limit: Duration, network: ProbeNetwork) throws {
        self.spec = spec
        self.limit = limit
        self.network = network
        loop = network.nextLoop()
        target = try HTTPTarget(spec.url)
        endpoint = Endpoint(host: target.host, port: target.port)
        text = Array((spec.bodyContains ?? "").utf8)
        keeps = ["GET", "HEAD", "OPTIONS"].contains(spec.method)
        head = Self.head(of: spec, method: spec.method, target: target, keeps: keeps, isForeign: false)
    }

    deinit { idle?.close() }

    /// - Parameter isForeign: the target is not the probe's own: its headers, which may hold credentials, stay here.
    static func head(
        of spec: ProbeSpec.HTTP, method: String, target: HTTPTarget, keeps: Bool, isForeign: Bool
    ) -> HTTPRequestHead {
        var headers = HTTPHeaders()
        headers.reserveCapacity(5 + spec.headers.count)
        headers.add(name: "Host", value: target.authority)
        headers.add(name: "User-Agent", value: "healing-lab-watchdog")
        headers.add(name: "Accept", value: "*/*")
        if !isForeign {
            for (name, value) in spec.headers.sorted(by: { $0.key < $1.key }) {
                headers.replaceOrAdd(name: name, value: value)
            }
        }
        if method == "POST" { headers.replaceOrAdd(name: "Content-Length", value: "0") }
        if !keeps { headers.replaceOrAdd(name: "Connection", value: "close") }
        return HTTPRequestHead(
            version: .http1_1, method: HTTPMethod(rawValue: method), uri: target.uri, headers: headers)
    }

    /// The kept connection, if it is still open; the lane has none then.
    func takeIdle() -> HTTPConversation? {
        defer { idle = nil }
        return idle.flatMap { $0.isOpen ? $0 : nil }
    }

    /// Takes a connection back whose last answer is complete.
    func giveBack(_ conversation: HTTPConversation) {
        conversation.letGo()
        if keeps, idle == nil, conversation.isOpen, conversation.uses < Self.answersPerConnection {
            idle = conversation
        } else {
            conversation.close()
        }
    }

    func forget(_ conversation: HTTPConversation) {
        if idle === conversation { idle = nil }
    }

    func dial(
        _ target: HTTPTarget, done: @escaping (Result<HTTPConversation, ProbeFault>) -> Void
    ) -> Dial {
        var made: HTTPConversation?
        let isOwn = target.hasSameOrigin(as: self.target)
        return Dial(
            isOwn ? endpoint : Endpoint(host: target.host, port: target.port), network: network, loop: loop,
            prepare: { channel in
                if target.isTLS { try self.secure(channel, host: target.host) }
                let conversation = HTTPConversation(channel: channel, lane: self)
                try conversation.assemble()
                made = conversation
            },
            done: { result in
                switch result {
                case .success:
                    guard let made else { return done(.failure(.failed("connection failed"))) }
                    done(.success(made))
                case .failure(let fault): done(.failure(fault))
                }
            })
    }

    private func secure(_ channel: any Channel, host: String) throws {
        // An address is no name for a certificate to be asked for; it is checked against the one that comes.
        let isAddress = Endpoint(host: host, port: 0).literal != nil
        let handler = try NIOSSLClientHandler(
            context: network.trustedContext(), serverHostname: isAddress ? nil : host)
        try channel.pipeline.syncOperations.addHandler(handler)
    }
}
