import NIOCore
import NIOHTTP1

/// One HTTP/1.1 connection, used by one look at a time. Confined to its event loop.
final class HTTPConversation: ChannelInboundHandler, @unchecked Sendable {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundOut = HTTPClientRequestPart

    private let channel: any Channel
    private let meter = ByteMeter()
    private weak var lane: HTTPLane?
    /// Who waits for an answer; nil while the connection is kept for later.
    private var look: HTTPLook?
    private(set) var uses = 0

    init(channel: any Channel, lane: HTTPLane) {
        self.channel = channel
        self.lane = lane
    }

    /// Adds everything above the transport to the channel.
    func assemble() throws {
        let decoder = HTTPResponseDecoder(leftOverBytesStrategy: .dropBytes)
        try channel.pipeline.syncOperations.addHandlers(
            meter, HTTPRequestEncoder(), ByteToMessageHandler(decoder), self)
    }

    var isOpen: Bool { channel.isActive }
    var hasReceivedNothing: Bool { meter.count == 0 }

    func ask(_ head: HTTPRequestHead, for look: HTTPLook) {
        self.look = look
        uses += 1
        meter.restart()
        let pipeline = channel.pipeline.syncOperations
        pipeline.write(NIOAny(HTTPClientRequestPart.head(head)), promise: nil)
        pipeline.writeAndFlush(NIOAny(HTTPClientRequestPart.end(nil)), promise: nil)
    }

    /// The look needs nothing more of this connection.
    func letGo() { look = nil }

    func close() {
        look = nil
        channel.close(promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard let look else { return context.close(promise: nil) }
        switch unwrapInboundIn(data) {
        case .head(let head): look.receive(head)
        case .body(let bytes): look.receive(bytes)
        case .end: look.receiveEnd()
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        let look = look
        self.look = nil
        lane?.forget(self)
        context.close(promise: nil)
        look?.lose(ProbeFault(talking: error), on: self)
    }

    func channelInactive(context: ChannelHandlerContext) {
        let look = look
        self.look = nil
        lane?.forget(self)
        look?.lose(.closed, on: self)
    }
}
