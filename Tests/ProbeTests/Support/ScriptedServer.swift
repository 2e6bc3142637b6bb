import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// An HTTP server on a free loopback port that answers as a test says, well or badly.
final class ScriptedServer: Sendable {
    /// A request that has arrived with all of its headers.
    struct Request: Sendable {
        /// Counts from 1.
        var connection: Int
        /// On its connection; counts from 1.
        var number: Int
        var text: String

        var line: String { text.split(separator: "\r\n").first.map(String.init) ?? "" }
    }

    enum Step: Sendable {
        case send(String)
        case wait(Duration)
        case close
        /// Closes so that the peer gets an RST.
        case reset
        /// Sends the same text until the peer is gone, or 16 MiB are out.
        case flood(String)
    }

    typealias Script = @Sendable (Request) -> [Step]

    private let group: MultiThreadedEventLoopGroup
    private let listener: any Channel
    let port: Int
    private let seen: SeenRequests

    /// - Parameters:
    ///   - onConnect: what to do before anything has arrived.
    ///   - script: what to do about a request.
    init(
        host: String = "127.0.0.1", onConnect: [Step] = [],
        prepare: @escaping @Sendable (any Channel) throws -> Void = { _ in },
        script: @escaping Script
    ) async throws {
        let seen = SeenRequests()
        self.seen = seen
        group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        listener = try await ServerBootstrap(group: group)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try prepare(channel)
                    try channel.pipeline.syncOperations.addHandler(
                        ScriptedHandler(seen: seen, onConnect: onConnect, script: script))
                }
            }
            .bind(host: host, port: 0).get()
        port = listener.localAddress?.port ?? 0
    }

    func url(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

    var requests: [Request] { seen.requests.withLock { $0 } }
    var connections: Int { seen.connections.withLock { $0 } }
    var openConnections: Int { seen.open.withLock { $0 } }

    func stop() async {
        try? await listener.close().get()
        try? await group.shutdownGracefully()
    }

    /// Runs a test against a server, and stops it whatever comes of it.
    static func with<Value>(
        onConnect: [Step] = [], script: @escaping Script, _ body: (ScriptedServer) async throws -> Value
    ) async throws -> Value {
        let server = try await ScriptedServer(onConnect: onConnect, script: script)
        do {
            let value = try await body(server)
            await server.stop()
            return value
        } catch {
            await server.stop()
            throw error
        }
    }
}

final class SeenRequests: Sendable {
    let requests = Mutex<[ScriptedServer.Request]>([])
    let connections = Mutex(0)
    let open = Mutex(0)
}

private final class ScriptedHandler: ChannelInboundHandler, @unchecked Sendable {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let seen: SeenRequests
    private let onConnect: [ScriptedServer.Step]
    private let script: ScriptedServer.Script
    private var connection = 0
    private var number = 0
    private var received = ""
    private var floodBytes = 16 * 1024 * 1024

    init(seen: SeenRequests, onConnect: [ScriptedServer.Step], script: @escaping ScriptedServer.Script) {
        self.seen = seen
        self.onConnect = onConnect
        self.script = script
    }

    func channelActive(context: ChannelHandlerContext) {
        seen.open.withLock { $0 += 1 }
        connection = seen.connections.withLock { count in
            count += 1
            return count
        }
        run(onConnect[...], on: context.channel)
    }

    func channelInactive(context: ChannelHandlerContext) { seen.open.withLock { $0 -= 1 } }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received += String(buffer: unwrapInboundIn(data))
        while let end = received.firstRange(of: "\r\n\r\n") {
            number += 1
            let text = String(received[..<end.upperBound])
            received.removeSubrange(..<end.upperBound)
            let request = ScriptedServer.Request(connection: connection, number: number, text: text)
            seen.requests.withLock { $0.append(request) }
            run(script(request)[...], on: context.channel)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func run(_ steps: ArraySlice<ScriptedServer.Step>, on channel: any Channel) {
        guard let step = steps.first, channel.isActive else { return }
        let rest = steps.dropFirst()
        switch step {
        case .send(let text):
            channel.writeAndFlush(ByteBuffer(string: text), promise: nil)
            run(rest, on: channel)
        case .wait(let duration):
            channel.eventLoop.scheduleTask(in: TimeAmount(duration)) { self.run(rest, on: channel) }
        case .close: channel.close(promise: nil)
        case .reset:
            (channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenComplete
            { _ in
                channel.close(promise: nil)
            }
        case .flood(let text):
            guard floodBytes > 0 else { return }
            let bulk = String(repeating: text, count: 1 + 8000 / text.utf8.count)
            floodBytes -= bulk.utf8.count
            channel.writeAndFlush(ByteBuffer(string: bulk)).whenSuccess {
                channel.eventLoop.execute { self.run(steps, on: channel) }
            }
        }
    }
}
