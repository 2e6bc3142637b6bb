import Watchdog

/// A probe as read, before it takes over its service's interval and time-out.
struct ProbeDraft {
    var kind: ProbeSpec.Kind
    var interval: Duration?
    var timeout: Duration?

    func spec(interval: Duration, timeout: Duration) -> ProbeSpec {
        ProbeSpec(kind: kind, interval: self.interval ?? interval, timeout: self.timeout ?? timeout)
    }
}

/// Reads the elements of `liveness` and `readiness`.
enum ProbeReader {
    private static let kinds = ["http", "tcp", "exec", "engine"]
    private static let onlyHTTP = ["status", "body", "headers", "method", "redirects"]
    private static let methods = ["GET", "HEAD", "OPTIONS", "POST"]

    static func read(_ value: Value) -> ProbeDraft? {
        guard let fields = value.fields(.probe) else { return nil }
        let given = fields.keys.filter(kinds.contains)
        guard let kind = given.first else {
            fields.problems.add("a probe needs one of http, tcp, exec, engine", at: fields.place)
            return nil
        }
        for other in given.dropFirst() {
            fields[other]?.problems.add(
                "a probe has one kind: '\(other)' after '\(kind)' belongs into a probe of its own",
                at: fields[other]?.keyPlace ?? fields.place)
        }
        if kind != "http" {
            for key in onlyHTTP {
                if let value = fields[key] {
                    fields.problems.add("'\(key)' is for http probes only", at: value.keyPlace)
                }
            }
        }
        let read: ProbeSpec.Kind? =
            switch kind {
            case "http": http(fields)
            case "tcp": fields[kind]?.hostAndPort(1...65535).map { .tcp(host: $0.host, port: $0.port) }
            case "exec": fields[kind]?.words("[pg_isready, -q]").map { .exec($0) }
            default: fields[kind]?.choice(["health"]).map { _ in .engine }
            }
        let interval = fields["interval"]?.duration(atLeast: ServiceReader.leastInterval)
        let timeout = fields["timeout"]?.duration(atLeast: ServiceReader.leastTimeout)
        guard let read else { return nil }
        return ProbeDraft(kind: read, interval: interval, timeout: timeout)
    }

    private static func http(_ fields: Fields) -> ProbeSpec.Kind? {
        var http = ProbeSpec.HTTP(url: fields["http"]?.url() ?? "")
        if let value = fields["status"], let statuses = statuses(value) { http.statuses = statuses }
        if let value = fields["body"] { http.bodyContains = body(value) }
        if let value = fields["headers"] { http.headers = headers(value) }
        if let value = fields["method"], let method = value.choice(methods) {
            http.method = method
            if method == "HEAD", let body = fields["body"] {
                fields.problems.add(
                    "'body' cannot be looked for: an answer to HEAD has none", at: body.keyPlace)
            }
        }
        if let value = fields["redirects"], let count = value.whole(0...20) { http.redirects = count }
        return http.url.isEmpty ? nil : .http(http)
    }

    // MARK: - Status codes

    /// `200`, `200-299`, or a list of these.
    private static func statuses(_ value: Value) -> [ClosedRange<Int>]? {
        if value.isScalar { return status(value).map { [$0] } }
        guard let list = value.list("[200-299, 404]") else { return nil }
        guard !list.isEmpty else {
            value.refuse("'status' must not be empty")
            return nil
        }
        return list.compactMap(status)
    }

    private static func status(_ value: Value) -> ClosedRange<Int>? {
        guard let text = value.text("a status or a range such as 200-299") else { return nil }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map {
            Int($0.trimmingSpaces())
        }
        guard ends.count <= 2, let low = ends.first ?? nil, let high = ends.last ?? nil, low <= high,
            (100...599).contains(low), (100...599).contains(high)
        else {
            value.refuse(
                "'status' must be a status from 100 to 599 or a range such as 200-299, not '\(text.prefix(40))'"
            )
            return nil
        }
        return low...high
    }

    // MARK: - Body and headers

    private static let bodyLimitBytes = 64 * 1024

    private static func body(_ value: Value) -> String? {
        guard let text = value.text() else { return nil }
        guard text.utf8.count <= bodyLimitBytes else {
            value.refuse("'body' can never be found: only the first 64 KiB of an answer are read")
            return nil
        }
        return text
    }

    private static func headers(_ value: Value) -> [String: String] {
        guard let fields = value.named() else { return [:] }
        var headers: [String: String] = [:]
        var seen: Set<String> = []
        for name in fields.keys {
            guard let value = fields[name], let text = value.text() else { continue }
            if let fault = headerFault(name, text) {
                fields.problems.add(fault, at: value.keyPlace)
            } else if !seen.insert(name.lowercased()).inserted {
                fields.problems.add("header '\(name)' is given twice", at: value.keyPlace)
            } else {
                headers[name] = text
            }
        }
        return headers
    }

    private static func headerFault(_ name: String, _ text: String) -> String? {
        let isToken = { (byte: UInt8) in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
        guard !name.isEmpty, name.utf8.allSatisfy(isToken) else { return "'\(name)' is not a header name" }
        guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
            return "the value of header '\(name)' holds control characters"
        }
        let own = ["connection", "content-length", "transfer-encoding", "upgrade", "te", "trailer", "expect"]
        guard !own.contains(name.lowercased()) else { return "header '\(name)' is the probe's own" }
        return nil
    }
}

extension Substring {
    func trimmingSpaces() -> Substring {
        let front = drop { $0 == " " }
        return front.lastIndex { $0 != " " }.map { front[...$0] } ?? ""
    }
}
