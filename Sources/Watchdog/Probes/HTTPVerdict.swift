import Foundation
import NIOCore
import Watchdog

/// What an answer means.
enum HTTPVerdict {
    static func judge(
        status: Int, retriesLater: Bool, hasText: Bool, passing: [ClosedRange<Int>]
    ) -> ProbeResult {
        if passing.contains(where: { $0.contains(status) }) {
            return hasText
                ? ProbeResult(.passed, "status \(status)") : ProbeResult(.failed, "body lacks the text")
        }
        if status == 429 { return ProbeResult(.overloaded, "status 429") }
        if status == 503, retriesLater { return ProbeResult(.overloaded, "status 503, retry later") }
        return ProbeResult(.failed, "status \(status)")
    }

    static func isRedirect(_ status: Int) -> Bool { [301, 302, 303, 307, 308].contains(status) }

    /// As browsers do (Fetch, HTTP-redirect fetch): what is not repeatable becomes a GET, unless told to stay.
    static func method(after status: Int, of method: String) -> String {
        switch status {
        case 303: method == "HEAD" ? "HEAD" : "GET"
        case 301, 302: method == "POST" ? "GET" : method
        default: method
        }
    }

    static func contains(_ body: ByteBuffer, _ text: [UInt8]) -> Bool {
        guard let first = text.first else { return true }
        return body.withUnsafeReadableBytes { bytes in
            guard let base = bytes.baseAddress, bytes.count >= text.count else { return false }
            var from = 0
            while from <= bytes.count - text.count {
                let room = bytes.count - text.count - from + 1
                guard let hit = memchr(base + from, Int32(first), room) else { return false }
                if memcmp(hit, text, text.count) == 0 { return true }
                from = base.distance(to: UnsafeRawPointer(hit)) + 1
            }
            return false
        }
    }
}
