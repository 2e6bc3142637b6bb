import NIOCore

/// More came than any look needs.
struct AnswerTooLarge: Error {}

/// Counts what arrives in front of the HTTP parser: it tells "closed before any byte" from "closed amid an answer", and
/// ends what a parser would read on for ever, such as a stream of interim answers.
final class ByteMeter: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    /// 64 KiB of body in the smallest chunks, and headers to spare; after this the connection is closed.
    static let limitBytes = 512 * 1024

    private(set) var count = 0

    func restart() { count = 0 }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard count < Self.limitBytes else { return }
        count += unwrapInboundIn(data).readableBytes
        if count < Self.limitBytes {
            context.fireChannelRead(data)
        } else {
            context.fireErrorCaught(AnswerTooLarge())
        }
    }
}
