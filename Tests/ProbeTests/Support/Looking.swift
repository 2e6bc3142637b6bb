import Watchdog
import WatchdogProbes

/// The network that all tests of this target share; it lives as long as they do.
let testNetwork = ProbeNetwork()

func httpProbe(
    _ url: String, timeout: Duration = .seconds(5), _ change: (inout ProbeSpec.HTTP) -> Void = { _ in }
) throws -> HTTPProbe {
    var spec = ProbeSpec.HTTP(url: url)
    change(&spec)
    return try HTTPProbe(spec, timeout: timeout, network: testNetwork)
}

extension ProbeResult {
    /// Outcome and detail, without the time it took.
    var said: String { "\(outcome.rawValue): \(detail)" }
}
