import Foundation
import NIOCore
import Testing
import Watchdog
@testable import WatchdogProbes

@Suite struct ProbeFaultTests {
    @Test(arguments: [
        (ECONNREFUSED, "failed: connection refused"), (ECONNRESET, "failed: connection reset"),
        (EHOSTUNREACH, "failed: host unreachable"), (ENETUNREACH, "failed: network unreachable"),
        (EMFILE, "unknown: no file descriptor left"), (ENFILE, "unknown: no file descriptor left"),
        (ENOBUFS, "unknown: no memory left for a socket"), (EADDRNOTAVAIL, "unknown: no local port left"),
        (EPERM, "unknown: not permitted to connect"), (EINVAL, "failed: connection failed (errno \(EINVAL))"),
    ])
    func what_the_watchdogs_machine_lacks_is_no_failure_of_the_service(_ code: CInt, _ said: String) {
        let fault = ProbeFault(connecting: IOError(errnoCode: code, reason: "varies"))
        #expect("\(fault.outcome.rawValue): \(fault.detail)" == said)
    }

    @Test(arguments: [
        (Duration.milliseconds(1), "1ms"), (.milliseconds(1500), "1s500ms"), (.seconds(90), "1m30s"),
        (.zero, "0s"),
        (.seconds(1), "1s"),
    ])
    func durations_are_shown_as_they_are_written(_ duration: Duration, _ text: String) {
        #expect(duration.text == text)
    }

    @Test func the_factory_makes_every_kind() throws {
        let network = ProbeNetwork()
        let factory = ProbeFactory(engine: StubEngine(), network: network)
        let kinds: [ProbeSpec.Kind] = [
            .http(.init(url: "http://a/")), .tcp(host: "a", port: 1), .exec(["true"]), .engine,
        ]
        let service = ServiceSpec(
            name: "web", container: "web", liveness: kinds.map { ProbeSpec(kind: $0) },
            readiness: [ProbeSpec(kind: .engine)])
        let probes = try factory.probes(of: service)
        #expect(
            probes.liveness.map { "\(type(of: $0))" } == [
                "HTTPProbe", "TCPProbe", "ExecProbe", "EngineHealthProbe",
            ])
        #expect(probes.readiness.count == 1)
        #expect(throws: (any Error).self) {
            try factory.make(ProbeSpec(kind: .http(.init(url: "nowhere"))), container: "web")
        }
    }
}
