import Incident
import Watchdog

extension WatchConfiguration {
    /// SHA-256 of what the file means: comments, order of services and ways to write a value do not change it.
    ///
    /// Where the file lies is left out, and so are the values of headers, which may be credentials.
    package var digest: String { Digest.sha256(canonicalText) }

    var canonicalText: String {
        var same = self
        same.folder = "."
        same.services.sort { $0.name < $1.name }
        for index in same.services.indices {
            same.services[index].liveness = same.services[index].liveness.map(Self.withoutHeaderValues)
            same.services[index].readiness = same.services[index].readiness.map(Self.withoutHeaderValues)
        }
        return CanonicalText.of(same)
    }

    private static func withoutHeaderValues(_ probe: ProbeSpec) -> ProbeSpec {
        guard case .http(var http) = probe.kind else { return probe }
        http.headers = http.headers.mapValues { _ in "" }
        var probe = probe
        probe.kind = .http(http)
        return probe
    }
}
