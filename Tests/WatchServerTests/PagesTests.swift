import Foundation
import Incident
import Testing
@testable import Watchdog
@testable import WatchdogServer

/// Live: each test serves on a free port of this machine.
@Suite(.timeLimit(.minutes(1)))
struct PagesTests {
    @Test func metrics_are_served_in_the_text_format() async throws {
        try await LiveServer.run { (live) async throws in
            live.observer.stands(Samples.status(MetricsTests.hostile))
            let answer = try await live.request("/metrics")
            #expect(answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
            let scrape = try ScrapeReader(answer.body)
            #expect(
                scrape.value(
                    "lab_watch_service_state", ["service": MetricsTests.hostile, "state": "healthy"]) == 1)
        }
    }

    @Test func status_is_sorted_by_name() async throws {
        try await LiveServer.run { (live) async throws in
            for name in ["web", "api", "db"] { live.board.stands(Samples.status(name)) }
            live.board.stands(Samples.status("db", state: "escalated", escalated: .budgetExhausted))
            let all = try JSONDecoder().decode(
                [ServiceStatus].self, from: Data(try await live.request("/status").body.utf8))
            #expect(all.map(\.service) == ["api", "db", "web"])
            let one = try await live.request("/status/db")
            #expect(try JSONDecoder().decode(ServiceStatus.self, from: Data(one.body.utf8)) == all[1])
            #expect(try await live.request("/status/nobody").status == 404)
            live.board.keep(services: ["web"])
            #expect(live.board.statuses.map(\.service) == ["web"])
        }
    }

    @Test func a_service_is_found_by_its_encoded_name() async throws {
        try await LiveServer.run { (live) async throws in
            live.board.stands(Samples.status("team/web 1"))
            #expect(try await live.request("/status/team%2Fweb%201").status == 200)
        }
    }

    @Test func incidents_are_listed_newest_first_and_served_whole() async throws {
        try await LiveServer.run { (live) async throws in
            let old = Samples.closed("aaaa", seconds: 9)
            let new = Samples.closed("bbbb", ending: .escalated(.budgetExhausted), seconds: 60)
            for closed in [new, old, new] { live.board.hear(closed) }
            let list = try JSONDecoder().decode(
                [IncidentSummary].self, from: Data(try await live.request("/incidents").body.utf8))
            #expect(list.map(\.id) == ["bbbb", "aaaa"])
            #expect(list[0].isEscalated)
            #expect(list[1].remedy == "rollback")
            #expect(live.board.escalatedIncidents == ["web": "bbbb"])
            let report = try await live.request("/incidents/aaaa")
            #expect(Data(report.body.utf8) == (try CanonicalJSON.encode(Samples.report(old))))
            #expect(try await live.request("/incidents/cccc").status == 404)
            #expect(try await live.request("/incidents/..%2F..%2Fetc%2Fpasswd").status == 404)
        }
    }

    @Test func incidents_of_former_lives_are_read_from_the_directory() async throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "reports-\(UUID().uuidString)")
        let inner = directory.appending(path: "web-aaaa")
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        func write(_ closed: ClosedIncident, to url: URL) throws {
            try CanonicalJSON.encode(Samples.report(closed)).write(to: url)
        }
        try write(Samples.closed("aaaa", seconds: 9), to: inner.appending(path: "incident.json"))
        try write(Samples.closed("bbbb", seconds: 60), to: directory.appending(path: "bbbb.json"))
        try Data("{".utf8).write(to: directory.appending(path: "broken.json"))
        try Data("[1]".utf8).write(to: directory.appending(path: "timings.json"))
        try await LiveServer.run(reports: directory.path) { (live) async throws in
            #expect(live.board.incidents.map(\.id) == ["bbbb", "aaaa"])
            #expect(try await live.request("/incidents/aaaa").status == 200)
        }
        #expect(ReportFolder(path: directory.path).read(limit: 10).passedOver == 2)
        #expect(ReportFolder(path: "/nowhere").read(limit: 10).reports.isEmpty)
    }

    @Test func only_the_newest_incidents_are_kept() {
        var shelf = IncidentShelf(limit: 3)
        for number in 0..<5 {
            let report = Samples.report(Samples.closed("\(number)", seconds: Double(number)))
            shelf.put(IncidentSummary(report), report: Data())
        }
        #expect(shelf.newestFirst.map(\.id) == ["4", "3", "2"])
        #expect(shelf.report("0") == nil)
    }

    @Test func the_start_page_is_made_of_what_the_board_knows() async throws {
        try await LiveServer.run { (live) async throws in
            live.board.stands(Samples.status("web"))
            live.board.hear(Samples.closed("aaaa"))
            let answer = try await live.request("/")
            #expect(answer.status == 200)
            #expect(answer.headers["content-type"] == "text/html; charset=utf-8")
            #expect(
                answer.body == "start [\"web\"] [\"aaaa\"] [\"web incident aaaa opened: failing\"]")
            #expect(answer.headers["content-security-policy"] == PlainPages().policy)
            #expect(answer.headers["x-content-type-options"] == "nosniff")
            #expect(answer.headers["x-frame-options"] == "DENY")
            #expect(answer.headers["referrer-policy"] == "no-referrer")
            #expect(answer.headers["cross-origin-opener-policy"] == "same-origin")
            #expect(try await live.request("/", headers: [("Host", "evil.example")]).status == 421)
        }
    }

    @Test func only_the_newest_announcements_are_news() {
        let board = WatchBoard(factory: PrometheusRegistry(), wall: 0)
        for number in 0..<60 { board.announced("web", .declined("\(number)"), at: Samples.moment()) }
        #expect(board.news.count == 50)
        #expect(board.news.first?.sentence == "declined: 59")
    }

    @Test func a_browser_gets_the_page_of_an_incident_and_others_its_report() async throws {
        try await LiveServer.run { (live) async throws in
            live.board.hear(Samples.closed("aaaa"))
            let browser = [("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8")]
            let page = try await live.request("/incidents/aaaa", headers: browser)
            #expect(page.body == "page of aaaa")
            #expect(page.headers["vary"] == "Accept")
            let report = try await live.request("/incidents/aaaa", headers: [("Accept", "*/*")])
            #expect(report.headers["content-type"] == "application/cloudevents+json; charset=utf-8")
            #expect(report.headers["vary"] == "Accept")
            let file = try await live.request("/incidents/aaaa/report.json", headers: browser)
            #expect(file.body == report.body)
            #expect(try await live.request("/incidents/cccc", headers: browser).status == 404)
            #expect(try await live.request("/incidents/cccc/report.json").status == 404)
        }
    }

    @Test func assets_have_their_type_and_nothing_else_is_served() async throws {
        try await LiveServer.run { (live) async throws in
            let style = try await live.request("/assets/style.css")
            #expect(style.headers["content-type"] == "text/css; charset=utf-8")
            #expect(style.headers["x-content-type-options"] == "nosniff")
            #expect(style.body == "body{}")
            for path in ["/assets/", "/assets/live.css", "/assets/..%2F..%2Fetc%2Fpasswd", "/style.css"] {
                #expect(try await live.request(path).status == 404)
            }
        }
    }

    @Test func answers_that_are_errors_have_security_headers_too() async throws {
        try await LiveServer.run { (live) async throws in
            let answer = try await live.request("/nowhere")
            #expect(answer.status == 404)
            #expect(answer.headers["content-security-policy"] != nil)
        }
    }

    @Test func healthz_says_why_the_watch_is_stuck() async throws {
        try await LiveServer.run { (live) async throws in
            #expect(try await live.request("/healthz").status == 200)
        }
        try await LiveServer.run(health: { .stuck("no probe was made for 31 s") }) { (live) async throws in
            let answer = try await live.request("/healthz")
            #expect(answer.status == 503)
            #expect(answer.body.contains("no probe was made for 31 s"))
        }
    }

    @Test func a_pulse_without_probes_is_stuck_after_its_limit() {
        let now = Held(BootInstant.zero)
        let pulse = WatchPulse(limit: .seconds(30), now: { now.value })
        now.value = now.value.advanced(by: .seconds(30))
        #expect(pulse.health == .ok)
        now.value = now.value.advanced(by: .seconds(1))
        #expect(pulse.health == .stuck("no probe was made for 31 s, expected within 30 s"))
        pulse.probed("web", ProbeResult(.failed, ""), lateness: .zero)
        #expect(pulse.health == .ok)
    }

    @Test func a_request_for_another_name_is_turned_away() async throws {
        try await LiveServer.run { (live) async throws in
            #expect(try await live.request("/status", headers: [("Host", "evil.example:80")]).status == 421)
            #expect(try await live.request("/status", headers: [("Host", "localhost:9464")]).status == 200)
            #expect(try await live.request("/status", headers: [("Host", "[::1]:9464")]).status == 200)
        }
    }

    @Test func a_port_in_use_is_unavailable_and_named() async throws {
        try await LiveServer.run { (live) async throws in
            let second = WatchServer(
                address: ListenAddress(port: live.port), board: live.board, metrics: live.registry,
                pages: PlainPages(), health: { .ok }, command: { _, _ in .unknownService },
                reload: { .accepted("") },
                logger: LiveServer.quiet)
            let error = await #expect(throws: LabError.self) { try await second.run() }
            #expect(error?.code == .unavailable)
            #expect(error?.message == "cannot listen on 127.0.0.1:\(live.port): the port is in use")
        }
    }

    @Test func an_address_that_is_not_ours_is_unavailable() async throws {
        let registry = PrometheusRegistry()
        let server = WatchServer(
            address: ListenAddress(host: "192.0.2.1", port: 9464),
            board: WatchBoard(factory: registry, wall: 0), metrics: registry, pages: PlainPages(),
            health: { .ok },
            command: { _, _ in .unknownService }, reload: { .accepted("") }, logger: LiveServer.quiet)
        let error = await #expect(throws: LabError.self) { try await server.run() }
        #expect(error?.message == "cannot listen on 192.0.2.1:9464: this machine has no such address")
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("127.9.9.9", true), ("::1", true), ("localhost", true),
        ("::ffff:127.0.0.1", true),
        ("0.0.0.0", false), ("10.0.0.1", false), ("127.0.0.1.evil.example", false), ("::", false),
        ("128.0.0.1", false),
    ])
    func loopback_is_told_from_other_addresses(_ host: String, _ isLoopback: Bool) {
        #expect(ListenAddress.isLoopback(host) == isLoopback)
    }
}

/// A value that a test changes under a closure.
final class Held<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var stored: Value

    init(_ value: Value) { stored = value }

    var value: Value {
        get { lock.withLock { stored } }
        set { lock.withLock { stored = newValue } }
    }
}
