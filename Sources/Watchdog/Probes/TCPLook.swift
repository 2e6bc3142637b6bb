import NIOCore
import Watchdog

/// One look of a TCP probe. Confined to its event loop.
final class TCPLook: NIOScheduledCallbackHandler, @unchecked Sendable {
    private let endpoint: Endpoint
    private let limit: Duration
    private let network: ProbeNetwork
    private let loop: any EventLoop
    private let began = NIODeadline.now()
    private var continuation: UnsafeContinuation<ProbeResult, Never>?
    private var timer: NIOScheduledCallback?
    private var patience: Patience
    private var dial: Dial?
    private var isOver = false

    init(_ endpoint: Endpoint, limit: Duration, network: ProbeNetwork, loop: any EventLoop) {
        self.endpoint = endpoint
        self.limit = limit
        self.network = network
        self.loop = loop
        patience = Patience(limit)
    }

    func begin(_ continuation: UnsafeContinuation<ProbeResult, Never>) {
        self.continuation = continuation
        if isOver { return finish(ProbeResult(.unknown, "given up")) }
        timer = try? loop.scheduleCallback(at: patience.begin(), handler: self)
        let dial = Dial(
            endpoint, network: network, loop: loop, prepare: { _ in },
            done: { [self] result in
                self.dial = nil
                switch result {
                case .success(let channel):
                    channel.close(promise: nil)
                    finish(ProbeResult(.passed, "connected"))
                case .failure(let fault): finish(ProbeResult(fault.outcome, fault.detail))
                }
            })
        self.dial = dial
        dial.start()
    }

    func giveUp() {
        isOver = true
        finish(ProbeResult(.unknown, "given up"))
    }

    func handleScheduledCallback(eventLoop: some EventLoop) {
        timer = nil
        if let more = patience.extend() {
            timer = try? loop.scheduleCallback(at: more, handler: self)
            return
        }
        guard let dial else { return }
        let fault = dial.giveUp(after: limit)
        finish(ProbeResult(fault.outcome, fault.detail))
    }

    private func finish(_ result: ProbeResult) {
        guard let continuation else { return }
        self.continuation = nil
        isOver = true
        timer?.cancel()
        timer = nil
        _ = dial?.giveUp(after: limit)
        dial = nil
        var result = result
        result.duration = .nanoseconds((NIODeadline.now() - began).nanoseconds)
        continuation.resume(returning: result)
    }
}
