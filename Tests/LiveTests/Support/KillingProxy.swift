import Foundation
import Synchronization

/// Stands before an engine's socket, and kills the watchdog at the n-th request that changes something.
///
///     lab watch ──► proxy ──► engine
///                     └ kill -9, before the request is passed on or before its answer is
final class KillingProxy: Sendable {
    enum Moment: String, Sendable, CaseIterable {
        /// The engine never hears of it.
        case beforeTheRequest
        /// The engine hears of it, and whoever asked is gone before there is an answer.
        case afterTheRequest
        /// The engine has done it, and nobody hears so.
        case beforeTheAnswer
    }

    private struct State {
        var victim: Int32?
        /// Instead of the kill.
        var deed: (@Sendable () -> Void)?
        var countdown: Int?
        var moment = Moment.beforeTheRequest
        var changes: [String] = []
        var kills: [String] = []
        var isClosed = false
    }

    let path: String
    private let upstream: String
    private let listener: Int32
    private let state = Mutex(State())

    init(before upstream: String, at path: String) throws {
        self.upstream = upstream
        self.path = path
        listener = try Wire.open(at: .unix(path))
        let thread = Thread { [self] in takeConnections() }
        thread.start()
    }

    func end() {
        state.withLock { $0.isClosed = true }
        shutdown(listener, Int32(SHUT_RDWR))
    }

    /// The n-th change asked for from now on is the victim's last; nil spares it.
    func arm(_ countdown: Int?, _ moment: Moment = .beforeTheRequest, victim: Int32) {
        state.withLock { state in
            state.victim = victim
            state.deed = nil
            state.countdown = countdown
            state.moment = moment
        }
    }

    /// Does something else before the n-th change is passed on, as if nothing had happened.
    func arm(_ countdown: Int?, deed: @escaping @Sendable () -> Void) {
        state.withLock { state in
            state.deed = deed
            state.countdown = countdown
            state.moment = .beforeTheRequest
        }
    }

    /// What was asked for, killed or not, such as `POST rename`.
    var changes: [String] { state.withLock(\.changes) }
    var kills: [String] { state.withLock(\.kills) }

    // MARK: - Connections

    private func takeConnections() {
        while true {
            let client = accept(listener, nil, nil)
            if client < 0 { break }
            let thread = Thread { [self] in
                defer { close(client) }
                try? serve(client)
            }
            thread.stackSize = 1 << 19
            thread.start()
        }
        close(listener)
        unlink(path)
    }

    private func serve(_ client: Int32) throws {
        guard let request = try Self.request(from: client) else { return }
        let moment = note(request.line)
        if moment == .beforeTheRequest {
            guard let deed = state.withLock(\.deed) else { return murder(request.line) }
            deed()
            state.withLock { $0.kills.append(request.line) }
        }
        let engine = try Wire.dial(.unix(upstream))
        defer { close(engine) }
        try Wire.transmit(request.bytes, to: engine)
        if moment == .afterTheRequest {
            // Long enough for the engine to have read it, and too short for most of its work.
            usleep(2000)
            return murder(request.line)
        }
        if moment == .beforeTheAnswer {
            // Each request says `Connection: close`: the end of the connection is the end of the answer.
            while try Wire.receive(from: engine) != nil {}
            return murder(request.line)
        }
        try relay(from: engine, to: client)
    }

    /// Until either side ends it.
    private func relay(from engine: Int32, to client: Int32) throws {
        while true {
            var sides = [
                pollfd(fd: engine, events: Int16(POLLIN), revents: 0),
                pollfd(fd: client, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&sides, 2, -1) > 0 else { return }
            if sides[0].revents != 0 {
                guard let chunk = try Wire.receive(from: engine) else { return }
                try Wire.transmit(chunk, to: client)
            } else if sides[1].revents != 0 {
                guard let chunk = try Wire.receive(from: client) else { return }
                try Wire.transmit(chunk, to: engine)
            }
        }
    }

    private func murder(_ line: String) {
        state.withLock { state in
            guard let victim = state.victim else { return }
            kill(victim, SIGKILL)
            state.kills.append(line)
        }
    }

    /// The moment at which this request is to end the victim's life; nil when it lives on.
    private func note(_ line: String) -> Moment? {
        guard !line.hasPrefix("GET") && !line.hasPrefix("HEAD") else { return nil }
        return state.withLock { state in
            state.changes.append(line)
            guard let countdown = state.countdown else { return nil }
            state.countdown = countdown > 1 ? countdown - 1 : nil
            return countdown == 1 ? state.moment : nil
        }
    }

    /// A whole request, and a word for it: `POST create`, `DELETE containers`.
    private static func request(from client: Int32) throws -> (line: String, bytes: Data)? {
        var bytes = Data()
        let separator = Data("\r\n\r\n".utf8)
        while true {
            if let end = bytes.range(of: separator) {
                let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
                if bytes.count - end.upperBound >= length(of: head) { return (word(for: head), bytes) }
            }
            guard let chunk = try Wire.receive(from: client) else { return nil }
            bytes += chunk
        }
    }

    private static func length(of head: String) -> Int {
        for line in head.split(separator: "\r\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2, parts[0].lowercased() == "content-length" {
                return Int(parts[1].filter { !$0.isWhitespace }) ?? 0
            }
        }
        return 0
    }

    private static func word(for head: String) -> String {
        let words = head.split(separator: " ", maxSplits: 2)
        guard words.count > 1 else { return head }
        let path = words[1].prefix { $0 != "?" }.split(separator: "/")
        return "\(words[0]) \(words[0] == "DELETE" ? "container" : path.last ?? "")"
    }
}
