/// How one aspect of a service is looked at.
package struct ProbeSpec: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        case http(HTTP)
        case tcp(host: String, port: Int)
        /// Passes when the command, run inside of the container, ends with 0.
        case exec([String])
        /// Passes unless the engine's own health check says unhealthy.
        case engine
    }

    package struct HTTP: Sendable, Equatable {
        /// `http` or `https`, with host, port, path.
        package var url: String
        package var method = "GET"
        package var headers: [String: String] = [:]
        /// Passing status codes.
        package var statuses: [ClosedRange<Int>] = [200...299]
        /// Passes only when the first 64 KiB of the body hold this text.
        package var bodyContains: String?
        /// Redirects followed at most; 0 takes a redirect as the answer.
        package var redirects = 0

        package init(url: String) { self.url = url }
    }

    /// Names the probe in reports, such as `http GET http://127.0.0.1:8080/healthz`.
    package var title: String {
        switch kind {
        case .http(let http): "http \(http.method) \(http.url)"
        case .tcp(let host, let port): "tcp \(host):\(port)"
        case .exec(let command): "exec \(command.joined(separator: " "))"
        case .engine: "engine health"
        }
    }

    package var kind: Kind
    /// From the start of one probe to the start of the next.
    package var interval: Duration = .seconds(1)
    /// No answer after this counts as failed.
    package var timeout: Duration = .seconds(1)

    package init(kind: Kind, interval: Duration = .seconds(1), timeout: Duration = .seconds(1)) {
        self.kind = kind
        self.interval = interval
        self.timeout = timeout
    }
}

/// What one probe found.
package struct ProbeResult: Sendable, Equatable {
    package enum Outcome: String, Sendable, Equatable, Codable {
        case passed
        case failed
        /// It answers that it has too much to do (429, or 503 with Retry-After): not ready, but alive.
        case overloaded
        /// The probe itself could not be made; says nothing about the service.
        case unknown
    }
    package var outcome: Outcome
    /// One line without varying parts, such as `status 503` or `connection refused`.
    package var detail: String
    package var duration: Duration

    package init(_ outcome: Outcome, _ detail: String, duration: Duration = .zero) {
        self.outcome = outcome
        self.detail = detail
        self.duration = duration
    }
}

/// Looks at a service once. One file each in `Probes/`.
package protocol Probe: Sendable {
    /// Always ends within the probe's time-out, and never throws: what goes wrong is a result.
    func look() async -> ProbeResult
}
