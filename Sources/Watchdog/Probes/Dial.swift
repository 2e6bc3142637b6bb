import NIOCore
import NIOPosix

/// A connection on its way: the name is resolved, then its addresses are tried in turn. Confined to its event loop.
final class Dial: @unchecked Sendable {
    private enum Phase {
        case resolving
        case connecting
        case over
    }

    private let endpoint: Endpoint
    private let network: ProbeNetwork
    private let loop: any EventLoop
    private let prepare: (any Channel) throws -> Void
    private let done: (Result<any Channel, ProbeFault>) -> Void
    private var phase = Phase.resolving
    private var addresses: ArraySlice<SocketAddress> = []
    private var channel: (any Channel)?

    /// - Parameters:
    ///   - prepare: adds the handlers.
    ///   - done: called once, on the loop, unless the dial is given up before.
    init(
        _ endpoint: Endpoint, network: ProbeNetwork, loop: any EventLoop,
        prepare: @escaping (any Channel) throws -> Void,
        done: @escaping (Result<any Channel, ProbeFault>) -> Void
    ) {
        self.endpoint = endpoint
        self.network = network
        self.loop = loop
        self.prepare = prepare
        self.done = done
    }

    func start() {
        if let literal = endpoint.literal {
            phase = .connecting
            addresses = [literal]
            return next(after: .failed("no address"))
        }
        network.resolve(endpoint.host, on: loop) { answer in
            guard case .resolving = self.phase else { return }
            self.phase = .connecting
            switch answer {
            case .addresses(let found):
                self.addresses = found[...]
                self.next(after: .failed("no address"))
            case .unknownHost: self.end(.failure(.failed("cannot resolve host \(self.endpoint.host)")))
            case .unavailable:
                self.end(.failure(.unknown("the resolver has no answer for \(self.endpoint.host)")))
            }
        }
    }

    /// Gives up, and says what the time went into.
    func giveUp(after limit: Duration) -> ProbeFault {
        defer {
            phase = .over
            channel?.close(promise: nil)
            channel = nil
        }
        if case .resolving = phase { return .unknown("\(endpoint.host) not resolved within \(limit.text)") }
        return .failed("no connection within \(limit.text)")
    }

    private func next(after fault: ProbeFault) {
        guard case .connecting = phase else { return }
        guard var address = addresses.popFirst() else { return end(.failure(fault)) }
        address.port = endpoint.port
        // The look's own timer comes first; NIO's is only there because it cannot be switched off.
        let bootstrap = ClientBootstrap(group: loop)
            .connectTimeout(.hours(1))
            .channelInitializer { channel in
                self.channel = channel
                return channel.eventLoop.makeCompletedFuture { try self.prepare(channel) }
            }
        bootstrap.connect(to: address).whenComplete { result in
            guard case .connecting = self.phase else { return }
            switch result {
            case .success(let channel): self.end(.success(channel))
            case .failure(let error): self.next(after: ProbeFault(connecting: error))
            }
        }
    }

    private func end(_ result: Result<any Channel, ProbeFault>) {
        phase = .over
        channel = nil
        done(result)
    }
}
