import NIOCore
import NIOHTTP1
import Watchdog

/// One look of an HTTP probe, from its request to its result. Confined to its event loop.
///
///     begin ─► kept connection ─┬─► ask ─► head ─► body ─► end ─► judge ─► result
///         └──► dial ────────────┘    │                              │
///               ▲  closed before     │                              │
///               └─ any byte came ◄───┘ (once, kept connections)     └─► redirect ─► ask or dial
final class HTTPLook: NIOScheduledCallbackHandler, @unchecked Sendable {
    /// Of the answer's body, as much is read; the rest is cut off with the connection.
    static let bodyLimitBytes = 64 * 1024

    private let lane: HTTPLane
    private let began: NIODeadline
    private var continuation: UnsafeContinuation<ProbeResult, Never>?
    private var timer: NIOScheduledCallback?
    private var patience: Patience

    private var target: HTTPTarget
    private var request: HTTPRequestHead
    private var redirects = 0
    private var visited: Set<String> = []
    private var isForeign = false

    private var dial: Dial?
    private var conversation: HTTPConversation?
    private var isOnKept = false
    private var head: HTTPResponseHead?
    private var bodyBytes = 0
    private var body: ByteBuffer?
    private var isOver = false

    init(_ lane: HTTPLane) {
        self.lane = lane
        target = lane.target
        request = lane.head
        began = .now()
        patience = Patience(lane.limit)
    }

    func begin(_ continuation: UnsafeContinuation<ProbeResult, Never>) {
        self.continuation = continuation
        if isOver { return finish(.unknown("given up")) }
        timer = try? lane.loop.scheduleCallback(at: patience.begin(), handler: self)
        if lane.spec.redirects > 0 { visited.insert(key) }
        proceed()
    }

    /// Nobody waits for the result any more.
    func giveUp() {
        isOver = true
        finish(.unknown("given up"))
    }

    func handleScheduledCallback(eventLoop: some EventLoop) {
        timer = nil
        if let more = patience.extend() {
            timer = try? lane.loop.scheduleCallback(at: more, handler: self)
            return
        }
        if let dial { return finish(dial.giveUp(after: lane.limit)) }
        let what = head == nil ? "no answer" : "answer not complete"
        finish(.failed("\(what) within \(lane.limit.text)"))
    }

    private var key: String { "\(request.method) \(target.authority) \(target.uri)" }

    // MARK: - Connections

    private func proceed() {
        if !isForeign, let kept = lane.takeIdle() {
            isOnKept = true
            return ask(kept)
        }
        connect()
    }

    private func connect() {
        isOnKept = false
        let dial = lane.dial(target) { [self] result in
            self.dial = nil
            switch result {
            case .success(let conversation): ask(conversation)
            case .failure(let fault): finish(fault)
            }
        }
        self.dial = dial
        dial.start()
    }

    private func ask(_ conversation: HTTPConversation) {
        self.conversation = conversation
        conversation.ask(request, for: self)
    }

    func lose(_ fault: ProbeFault, on lost: HTTPConversation) {
        conversation = nil
        // A server may close a kept connection at any time, also at the moment when a request is on its way.
        if isOnKept, lost.hasReceivedNothing { return connect() }
        finish(head != nil && fault == .closed ? .failed("answer cut short") : fault)
    }

    // MARK: - The answer

    func receive(_ head: HTTPResponseHead) { self.head = head }

    func receive(_ bytes: ByteBuffer) {
        var bytes = bytes
        let room = Self.bodyLimitBytes - bodyBytes
        bodyBytes += bytes.readableBytes
        if !lane.text.isEmpty {
            if bytes.readableBytes > room {
                bytes = bytes.getSlice(at: bytes.readerIndex, length: room) ?? bytes
            }
            if body == nil { body = bytes } else { body?.writeBuffer(&bytes) }
        }
        if bodyBytes >= Self.bodyLimitBytes {
            conversation?.close()
            judge()
        }
    }

    func receiveEnd() {
        guard let head, let conversation else { return }
        if head.isKeepAlive, !isForeign { lane.giveBack(conversation) } else { conversation.close() }
        judge()
    }

    private func judge() {
        conversation = nil
        guard let head else { return finish(.failed("not an HTTP answer")) }
        let status = Int(head.status.code)
        if lane.spec.redirects > 0, HTTPVerdict.isRedirect(status),
            let location = head.headers.first(name: "Location")
        {
            return follow(location, status: status)
        }
        let isAsked = body.map { HTTPVerdict.contains($0, lane.text) } ?? lane.text.isEmpty
        finish(
            HTTPVerdict.judge(
                status: status, retriesLater: head.headers.contains(name: "Retry-After"), hasText: isAsked,
                passing: lane.spec.statuses))
    }

    private func follow(_ location: String, status: Int) {
        redirects += 1
        guard redirects <= lane.spec.redirects else {
            return finish(.failed("more than \(lane.spec.redirects) redirects"))
        }
        guard let next = target.redirected(to: location) else {
            return finish(.failed("redirected to nowhere"))
        }
        let method = HTTPVerdict.method(after: status, of: request.method.rawValue)
        target = next
        isForeign = !next.hasSameOrigin(as: lane.target)
        request = HTTPLane.head(
            of: lane.spec, method: method, target: next, keeps: !isForeign, isForeign: isForeign)
        guard visited.insert(key).inserted else { return finish(.failed("redirected in a circle")) }
        head = nil
        body = nil
        bodyBytes = 0
        proceed()
    }

    // MARK: - The end

    private func finish(_ fault: ProbeFault) { finish(ProbeResult(fault.outcome, fault.detail)) }

    private func finish(_ result: ProbeResult) {
        guard let continuation else { return }
        self.continuation = nil
        isOver = true
        timer?.cancel()
        timer = nil
        _ = dial?.giveUp(after: lane.limit)
        dial = nil
        conversation?.close()
        conversation = nil
        var result = result
        result.duration = .nanoseconds((NIODeadline.now() - began).nanoseconds)
        continuation.resume(returning: result)
    }
}
