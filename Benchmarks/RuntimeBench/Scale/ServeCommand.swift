import ArgumentParser
import Foundation
import NIOCore
import NIOPosix

/// `lab-runtime-bench serve`: many small services in one process, for `scale` to watch.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves many small HTTP services on loopback.", shouldDisplay: false)

    /// After this it ends, whoever has forgotten it.
    private static let lifetime: Duration = .seconds(900)

    @Option(help: "Number of the first one.")
    var first = 0

    @Option(help: "How many.")
    var services: Int

    @Option(help: "The port they listen on, each at an address of its own.")
    var port: Int

    func run() async throws {
        let needed = services * 2 + 512
        let limit = DescriptorLimit.raise(to: needed)
        guard limit >= needed else {
            throw ValidationError("\(services) services need \(needed) descriptors; \(limit) are allowed.")
        }
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 16)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(SmallAnswer())
                }
            }
        for index in first..<first + services {
            _ = try await bootstrap.bind(host: LoopbackAddress.of(index), port: port).get()
        }
        print("ready")
        fflush(nil)
        // It ends when it is told to, or when nobody is left to tell it.
        let end = ContinuousClock.now + Self.lifetime
        let parent = getppid()
        while ContinuousClock.now < end, getppid() == parent { try await Task.sleep(for: .seconds(1)) }
    }
}

/// Answers every request, whatever it asks, with the few bytes of a health check.
private final class SmallAnswer: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private static let end = Array("\r\n\r\n".utf8)
    private static let answer = ByteBuffer(
        string: "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n"
            + #"{"status":"ok"}"#)

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = unwrapInboundIn(data)
        // A request of a probe has no body and comes in one piece.
        guard bytes.readableBytesView.suffix(4).elementsEqual(Self.end) else { return }
        context.writeAndFlush(wrapOutboundOut(Self.answer), promise: nil)
    }
}
