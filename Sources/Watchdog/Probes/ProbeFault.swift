import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
import Watchdog

/// Why a look ended without an answer to judge.
struct ProbeFault: Error, Equatable {
    let outcome: ProbeResult.Outcome
    let detail: String

    static func failed(_ detail: String) -> ProbeFault { ProbeFault(outcome: .failed, detail: detail) }

    /// By FIN or RST: a server that closes while a request is on its way sends now the one, now the other.
    static let closed = ProbeFault.failed("closed without an answer")

    static func unknown(_ detail: String) -> ProbeFault { ProbeFault(outcome: .unknown, detail: detail) }

    private init(outcome: ProbeResult.Outcome, detail: String) {
        self.outcome = outcome
        self.detail = detail
    }

    /// - Parameter error: what a connection attempt ended with.
    init(connecting error: any Error) {
        switch error {
        case let error as IOError: self.init(code: error.errnoCode)
        case ChannelError.connectTimeout: self = .failed("no connection in time")
        default: self.init(talking: error)
        }
    }

    /// - Parameter error: what an established connection ended with.
    init(talking error: any Error) {
        switch error {
        case let error as IOError where [ECONNRESET, EPIPE].contains(error.errnoCode): self = .closed
        case let error as IOError: self.init(code: error.errnoCode)
        case HTTPParserError.headerOverflow: self = .failed("answer too large")
        case HTTPParserError.invalidEOFState, HTTPParserError.closedConnection:
            self = .failed("answer cut short")
        case is HTTPParserError: self = .failed("not an HTTP answer")
        case is AnswerTooLarge: self = .failed("answer too large")
        case NIOSSLError.uncleanShutdown: self = .closed
        case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError: self.init(handshake: error)
        default: self = .failed("connection failed")
        }
    }

    /// What the machine or the watchdog lacks says nothing about the service.
    private init(code: CInt) {
        switch code {
        case ECONNREFUSED: self = .failed("connection refused")
        case ECONNRESET, EPIPE, ECONNABORTED: self = .failed("connection reset")
        case EHOSTUNREACH: self = .failed("host unreachable")
        case ENETUNREACH: self = .failed("network unreachable")
        case ETIMEDOUT: self = .failed("no connection in time")
        case EMFILE, ENFILE: self = .unknown("no file descriptor left")
        case ENOMEM, ENOBUFS: self = .unknown("no memory left for a socket")
        case EADDRNOTAVAIL, EADDRINUSE: self = .unknown("no local port left")
        case EACCES, EPERM: self = .unknown("not permitted to connect")
        default: self = .failed("connection failed (errno \(code))")
        }
    }

    /// Texts of the TLS library vary from version to version; only what a person can act on is told apart.
    private init(handshake error: any Error) {
        let text = "\(error)"
        if text.contains("CERTIFICATE_VERIFY_FAILED") {
            self = .failed("certificate not trusted")
        } else if error is NIOSSLExtraError {
            self = .failed("certificate for another host")
        } else {
            self = .failed("TLS handshake failed")
        }
    }
}
