import Foundation
import Incident
import Testing
import Watchdog
import WatchdogConfiguration
import WatchdogProbes

@Suite struct ReadingTests {
    @Test func the_smallest_file_takes_the_policy_of_the_ladder() throws {
        let configuration = try parsed(web())
        let service = try #require(configuration.services.first)
        #expect(
            service
                == ServiceSpec(
                    name: "web", container: "web",
                    liveness: [ProbeSpec(kind: .tcp(host: "127.0.0.1", port: 1))]))
        #expect(configuration.engine == EngineChoice())
        #expect(configuration.listen == .standard)
        #expect(configuration.journal == "./watchdog.sqlite")
    }

    @Test func every_key_arrives_where_it_belongs() throws {
        let configuration = try parsed(FullFile.text)
        #expect(configuration.engine == EngineChoice(kind: .docker, socket: "/run/other.sock"))
        #expect(configuration.listen == ListenAddress(host: "::1", port: 9000))
        #expect(configuration.listen?.description == "[::1]:9000")
        var webhook = Notifier.Webhook(address: .url("https://hooks.example/lab?a=1"))
        webhook.secret = .environment("LAB_SECRET")
        webhook.timeout = .seconds(3)
        var quiet = Notifier.Webhook(address: .secret(.file("/run/secrets/url")))
        quiet.secret = .file("/run/secrets/key")
        var command = Notifier.Command(words: ["/usr/bin/logger", "-t", "lab"])
        command.timeout = .seconds(2)
        var pagerDuty = Notifier.PagerDuty(routingKey: .environment("LAB_KEY"))
        pagerDuty.url = "http://127.0.0.1:1/v2"
        pagerDuty.timeout = .seconds(10)
        #expect(
            configuration.notify == [
                .webhook(webhook), .webhook(quiet), .command(command), .pagerDuty(pagerDuty),
            ])

        var http = ProbeSpec.HTTP(url: "http://127.0.0.1:8080/healthz")
        http.statuses = [200...204, 404...404]
        http.bodyContains = "ok"
        http.headers = ["X-Probe": "lab", "Host": "shop.example"]
        http.method = "OPTIONS"
        http.redirects = 2
        var policy = LadderPolicy()
        policy.startPeriod = .seconds(60)
        policy.failureThreshold = 4
        policy.successThreshold = 3
        policy.flapFailures = 6
        policy.flapWindow = 12
        policy.restartsBeforeRollback = 2
        policy.budget = RestartBudgetPolicy(limit: 7, window: .seconds(1800))
        policy.backoff.initial = .seconds(1)
        policy.backoff.factor = 3
        policy.backoff.limit = .seconds(60)
        policy.backoff.jitter = 0.5
        policy.backoff.resetAfter = .seconds(300)
        policy.verificationLimit = .seconds(90)
        policy.rollback = .always
        policy.soak = .init(successes: 10, minimum: .seconds(30))
        policy.historyDepth = 3
        policy.oldContainer = .keep
        #expect(
            configuration.services.first
                == ServiceSpec(
                    name: "web", container: "shop-web",
                    liveness: [
                        ProbeSpec(
                            kind: .http(http), interval: .milliseconds(500), timeout: .milliseconds(250)),
                        ProbeSpec(
                            kind: .exec(["pg_isready", "-q"]), interval: .seconds(2), timeout: .seconds(4)),
                        ProbeSpec(kind: .engine, interval: .seconds(2), timeout: .seconds(4)),
                    ],
                    readiness: [
                        ProbeSpec(
                            kind: .tcp(host: "::1", port: 5432), interval: .seconds(2), timeout: .seconds(4))
                    ],
                    policy: policy, dependsOn: ["db"],
                    maintenance: [
                        MaintenanceWindow(days: [6, 7], start: 120, minutes: 120, timeZone: "Europe/Berlin"),
                        MaintenanceWindow(days: Set(1...7), start: 1410, minutes: 90, timeZone: "UTC"),
                    ], logLines: 20))
        #expect(configuration.services.last?.policy.flapFailures == 0)
        #expect(configuration.services.last?.policy.budget.limit == 7)
    }

    @Test func defaults_are_merged_key_by_key_and_lists_replaced() throws {
        let text = """
            version: 1
            defaults:
              liveness: [{engine: health}]
              interval: 5s
              restart: {budget: 9, window: 2h}
              flap: off
            services:
              a: {restart: {window: 3h}, interval: 7s}
              b: {liveness: [{tcp: 127.0.0.1:1}], flap: {of: 20}}
            """
        let services = try parsed(text).services
        #expect(services[0].liveness == [ProbeSpec(kind: .engine, interval: .seconds(7))])
        #expect(services[0].policy.budget == RestartBudgetPolicy(limit: 9, window: .seconds(10800)))
        #expect(services[0].policy.flapFailures == 0)
        #expect(services[1].liveness.map(\.kind) == [.tcp(host: "127.0.0.1", port: 1)])
        #expect(services[1].policy.flapFailures == 5)
        #expect(services[1].policy.flapWindow == 20)
    }

    @Test func a_slow_service_gets_the_time_to_verify_that_its_passes_take() throws {
        #expect(try service(web("interval: 10s")).policy.verificationLimit == .seconds(190))
        #expect(try service(web("interval: 1s")).policy.verificationLimit == .seconds(60))
    }

    @Test(arguments: [
        ("500ms", Duration.milliseconds(500)), ("1s", .seconds(1)), ("2m", .seconds(120)),
        ("1h", .seconds(3600)),
        ("1m30s", .seconds(90)), ("1d12h", .seconds(129_600)), ("\"2s\"", .seconds(2)),
    ])
    func a_duration_is_read(_ text: String, _ duration: Duration) throws {
        #expect(try service(web("start_period: \(text)")).policy.startPeriod == duration)
    }

    @Test func words_that_yaml_takes_for_something_else_are_taken_as_written() throws {
        let text =
            "version: 1\nlisten: off\nservices:\n  on: {liveness: [{exec: [yes, 007, no]}], container: 12}\n"
        let configuration = try parsed(text)
        #expect(configuration.listen == nil)
        #expect(configuration.services.first?.name == "on")
        #expect(configuration.services.first?.container == "12")
        #expect(configuration.services.first?.liveness.first?.kind == .exec(["yes", "007", "no"]))
    }

    @Test func ten_thousand_services_are_read_in_seconds() throws {
        var text = "version: 1\nservices:\n"
        for number in 1...10000 {
            text += "  s\(number):\n    liveness:\n      - http: http://127.0.0.1:\(number)/healthz\n"
            text += "    depends_on: [s\(number % 10000 + (number == 10000 ? 10000 : 1))]\n"
        }
        let clock = ContinuousClock()
        let took = clock.measure {
            #expect(problems(text) == ["40002:18: 's10000' depends on itself: s10000 → s10000"])
        }
        #expect(took < .seconds(60))
    }

    // MARK: - Files

    private func withFile(_ data: Data, _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("watch-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("w.yaml")
        try data.write(to: file)
        try body(file.path)
    }

    private func message(_ path: String) -> String {
        do {
            _ = try WatchConfiguration.load(path: path)
            return ""
        } catch { return error.message }
    }

    @Test func paths_start_at_the_folder_of_the_file() throws {
        try withFile(Data(web().utf8)) { path in
            let configuration = try WatchConfiguration.load(path: path)
            let folder = (path as NSString).deletingLastPathComponent
            #expect(configuration.path(of: configuration.journal) == folder + "/./watchdog.sqlite")
            #expect(configuration.path(of: "/a") == "/a")
            let same = try parsed(web())
            #expect(configuration.digest == same.digest)
        }
    }

    @Test func a_byte_order_mark_does_no_harm() throws {
        try withFile(Data([0xEF, 0xBB, 0xBF]) + Data(web().utf8)) { #expect(message($0) == "") }
    }

    @Test func a_file_that_is_not_utf_8_is_refused_with_its_line() throws {
        try withFile(Data("version: 1\n# caf".utf8) + Data([0xE9, 0x0A])) {
            #expect(message($0) == "\($0):2:1: this line is not UTF-8")
        }
    }

    @Test func errors_name_the_file() throws {
        try withFile(Data("version: 1\n".utf8)) {
            #expect(message($0) == "\($0):1:1: 'services' is missing: there is nothing to watch")
        }
        #expect(message("/nowhere/w.yaml") == "there is no /nowhere/w.yaml")
        #expect(message("/tmp") == "/tmp is a folder, not a file")
    }

    // MARK: - Agreement with others

    @Test(arguments: [
        "http://a", "http://a/", "https://a:8443/b?c=d", "http://[::1]:80/", "HTTP://A/", "http://a:65535/",
        "http://a:65536/",
        "http://a:0/", "http://a:x/", "http://", "http:///", "//a/", "a", "", "ftp://a/", "http://u@a/",
        "http://u:p@a/",
        "http://a/#f", "http://a b/", "http://ä/", "http://a/%zz", "http://a/?q=[x]", "http://a\\b/",
        "http:a", "http://a:/",
    ])
    func the_parser_and_the_http_probe_agree_on_addresses(_ url: String) {
        let text =
            "version: 1\nservices: {web: {liveness: [{http: \"\(url.replacingOccurrences(of: "\\", with: "\\\\"))\"}]}}\n"
        #expect(problems(text).isEmpty == ((try? HTTPTarget(url)) != nil))
    }

    @Test func a_secret_is_read_from_where_it_is_and_never_shown() throws {
        let variable = try SecretSource.environment("A").read(environment: ["A": "hush"])
        #expect(variable == "hush")
        #expect(throws: LabError.self) { try SecretSource.environment("A").read(environment: [:]) }
        try withFile(Data("hush\n".utf8)) { path in
            let secret = try SecretSource.file("f").read(path: { _ in path })
            #expect(secret == "hush")
        }
        #expect(throws: LabError.self) { try SecretSource.file("/nowhere/x").read() }
    }
}
