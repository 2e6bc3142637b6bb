import CoreMetrics
import Foundation
import Testing
@testable import Watchdog
@testable import WatchdogServer

struct MetricsTests {
    static let hostile = "we\"b\\n\n{x=\"y\"} 1\r\n<script>ü"

    let registry = PrometheusRegistry()

    func scrape() throws -> ScrapeReader {
        try ScrapeReader(String(decoding: registry.scrape(), as: UTF8.self))
    }

    @Test func probes_are_counted_by_service_and_outcome() throws {
        let observer = MetricsObserver(factory: registry, version: "1")
        for _ in 0..<3 {
            observer.probed(
                "web", ProbeResult(.passed, "status 200", duration: .milliseconds(20)), lateness: .zero)
        }
        observer.probed(
            "web", ProbeResult(.failed, "status 503", duration: .seconds(2)), lateness: .seconds(-1))
        let scrape = try scrape()
        #expect(scrape.value("lab_watch_probes_total", ["service": "web", "outcome": "passed"]) == 3)
        #expect(scrape.value("lab_watch_probes_total", ["service": "web", "outcome": "failed"]) == 1)
        #expect(scrape.value("lab_watch_probes_total", ["service": "web", "outcome": "unknown"]) == 0)
        #expect(scrape.value("lab_watch_probe_duration_seconds_count", ["outcome": "passed"]) == 3)
        #expect(
            scrape.value("lab_watch_probe_duration_seconds_bucket", ["outcome": "passed", "le": "0.01"]) == 0)
        #expect(
            scrape.value("lab_watch_probe_duration_seconds_bucket", ["outcome": "passed", "le": "0.025"]) == 3
        )
        #expect(
            scrape.value("lab_watch_probe_duration_seconds_bucket", ["outcome": "passed", "le": "+Inf"]) == 3)
        #expect(scrape.value("lab_watch_probe_last_duration_seconds", ["service": "web"]) == 2)
        #expect(scrape.value("lab_watch_probe_lateness_seconds_sum") == 0)
        #expect(scrape.value("lab_watch_services") == 1)
        #expect(scrape.value("lab_build_info", ["version": "1"]) == 1)
    }

    @Test func the_state_is_one_for_one_state_and_zero_for_the_others() throws {
        let observer = MetricsObserver(factory: registry, version: "1")
        observer.stands(Samples.status(state: "starting"))
        observer.stands(Samples.status(state: "rolling_back", holds: [.maintenance]))
        let states = try scrape().samples.filter { $0.name == "lab_watch_service_state" }
        #expect(states.count == WatchMetric.states.count)
        #expect(states.filter { $0.value == 1 }.map(\.labels["state"]) == ["rolling_back"])
        #expect(try scrape().value("lab_watch_hold", ["service": "web", "hold": "maintenance"]) == 1)
        #expect(try scrape().value("lab_watch_hold", ["service": "web", "hold": "absent"]) == 0)
        #expect(try scrape().value("lab_watch_restart_budget_left", ["service": "web"]) == 2)
    }

    @Test func every_state_of_the_ladder_is_listed() {
        let now = BootInstant.zero
        let states: [LadderState<BootInstant>] = [
            .starting(until: now), .healthy, .suspect, .backingOff(until: now), .restarting, .rollingBack,
            .verifying(.restart, graceEnd: now, deadline: now), .healed, .escalated(.budgetExhausted), .held,
        ]
        #expect(states.map(\.name) == WatchMetric.states)
    }

    @Test func an_incident_told_twice_is_counted_once() throws {
        let observer = MetricsObserver(factory: registry, version: "1")
        observer.hear(Samples.closed())
        observer.hear(Samples.closed())
        observer.hear(Samples.closed("b", ending: .escalated(.budgetExhausted)))
        let scrape = try scrape()
        let labels = ["service": "web", "cause": "failing"]
        #expect(
            scrape.value(
                "lab_watch_incidents_total", labels.merging(["ending": "healed_by_rollback"]) { $1 }) == 1)
        #expect(
            scrape.value("lab_watch_incidents_total", labels.merging(["ending": "escalated"]) { $1 }) == 1)
        #expect(scrape.value("lab_watch_time_to_detect_seconds_sum", ["cause": "failing"]) == 4)
        #expect(scrape.value("lab_watch_time_to_recover_seconds_sum", ["ending": "healed_by_rollback"]) == 9)
        #expect(
            !scrape.samples.contains {
                $0.labels["ending"] == "escalated" && $0.name.hasPrefix("lab_watch_time")
            })
    }

    @Test func what_an_engine_says_never_becomes_a_label() throws {
        let observer = MetricsObserver(factory: registry, version: "1")
        for number in 0..<100 {
            observer.announced(
                "web", .action(incident: "a", verb: "restart", result: "no such container: \(number)"),
                at: Samples.moment())
        }
        observer.announced(
            "web", .action(incident: "a", verb: "restart", result: "unknown: timed out"), at: Samples.moment()
        )
        observer.announced("web", .action(incident: "a", verb: "stop", result: "done"), at: Samples.moment())
        let actions = try scrape().samples.filter { $0.name == "lab_watch_actions_total" }
        #expect(Set(actions.map(\.labels["result"])) == ["refused", "unknown", "done"])
        #expect(actions.first { $0.labels["result"] == "refused" }?.value == 100)
    }

    @Test func hostile_names_are_escaped() throws {
        let observer = MetricsObserver(factory: registry, version: Self.hostile)
        observer.probed(Self.hostile, ProbeResult(.passed, Self.hostile), lateness: .zero)
        observer.troubled(Self.hostile, Self.hostile)
        let scrape = try scrape()
        #expect(scrape.value("lab_watch_probes_total", ["service": Self.hostile, "outcome": "passed"]) == 1)
        #expect(scrape.value("lab_watch_journal_errors_total", ["service": Self.hostile]) == 1)
        #expect(scrape.value("lab_build_info", ["version": Self.hostile]) == 1)
    }

    @Test func metrics_of_other_libraries_get_names_that_are_allowed() throws {
        Counter(label: "http.requests", dimensions: [("9 lives", "x")], factory: registry).increment()
        Timer(label: "db-latency", dimensions: [], factory: registry).recordNanoseconds(1_500_000_000)
        #expect(try scrape().value("http_requests", ["_9_lives": "x"]) == 1)
        #expect(try scrape().value("db_latency_sum") == 1.5)
    }

    @Test func too_many_series_are_counted_but_not_shown() throws {
        let registry = PrometheusRegistry(limit: 10)
        for number in 0..<15 {
            Counter(label: "many", dimensions: [("n", "\(number)")], factory: registry).increment()
        }
        // A second kind under a name that is taken.
        Meter(label: "many", dimensions: [], factory: registry).set(1)
        let scrape = try ScrapeReader(String(decoding: registry.scrape(), as: UTF8.self))
        #expect(scrape.samples.filter { $0.name == "many" }.count == 10)
        #expect(scrape.value("lab_watch_series_dropped_total") == 6)
    }

    @Test func a_service_that_left_the_configuration_leaves_the_scrape() throws {
        let observer = MetricsObserver(factory: registry, version: "1")
        for service in ["web", "db"] {
            observer.stands(Samples.status(service))
            observer.hear(Samples.closed(service, service: service))
        }
        observer.keep(services: ["web"])
        #expect(!(try scrape().samples.contains { $0.labels["service"] == "db" }))
        #expect(try scrape().samples.contains { $0.labels["service"] == "web" })
        #expect(try scrape().value("lab_watch_services") == 1)
        observer.stands(Samples.status("db", state: "held"))
        #expect(try scrape().value("lab_watch_service_state", ["service": "db", "state": "held"]) == 1)
    }

    @Test func counters_are_right_when_many_count_at_once() async throws {
        let observer = MetricsObserver(factory: registry, version: "1")
        await withTaskGroup { group in
            for _ in 0..<8 {
                group.addTask {
                    for number in 0..<1000 {
                        observer.probed(
                            "web-\(number % 10)", ProbeResult(.passed, "", duration: .milliseconds(1)),
                            lateness: .zero)
                    }
                }
            }
        }
        let probes = try scrape().samples.filter {
            $0.name == "lab_watch_probes_total" && $0.labels["outcome"] == "passed"
        }
        #expect(probes.count == 10)
        #expect(probes.allSatisfy { $0.value == 800 })
        #expect(try scrape().value("lab_watch_probe_duration_seconds_count", ["outcome": "passed"]) == 8000)
    }

    @Test func the_process_tells_what_it_uses() throws {
        let sampler = ProcessSampler(factory: registry)
        registry.beforeScrape { sampler.sample() }
        let first = try #require(try scrape().value("process_cpu_seconds_total"))
        let second = try #require(try scrape().value("process_cpu_seconds_total"))
        #expect(first > 0)
        #expect(second >= first)
        #expect(try scrape().value("process_resident_memory_bytes") ?? 0 > 1_000_000)
        #expect(try scrape().value("process_start_time_seconds") ?? 0 > 1_700_000_000)
    }

    /// Live: measures, and prints what it measured.
    @Test func a_thousand_services_cost_little() throws {
        let observer = MetricsObserver(factory: registry, version: "1")
        let names = (0..<1000).map { "service-\($0)" }
        for name in names { observer.stands(Samples.status(name)) }
        let clock = ContinuousClock()
        let probing = clock.measure {
            for name in names {
                observer.probed(name, ProbeResult(.passed, "ok", duration: .milliseconds(3)), lateness: .zero)
            }
        }
        var bytes = 0
        let scraping = clock.measure { bytes = registry.scrape().count }
        print("1,000 probes: \(probing); a scrape of \(bytes) bytes: \(scraping)")
        // A debug build on a busy machine; a release build takes a tenth.
        #expect(probing < .milliseconds(500))
        #expect(scraping < .seconds(3))
    }
}
