import AsyncHTTPClient
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import ServiceLifecycle
import Testing
@testable import Watchdog
@testable import WatchdogServer

/// Live: receivers on free ports of this machine. No test waits for a backoff: its sleeps are recorded and end at once.
@Suite(.timeLimit(.minutes(1)))
struct NotificationTests {
    let registry = PrometheusRegistry()
    let troubles = Recorder<String>()
    let slept = Recorder<Duration>()

    func setting(_ policy: CourierPolicy = CourierPolicy(), escalated: [String: String] = [:])
        -> NotifierSetting
    {
        let slept = slept
        let troubles = troubles
        return NotifierSetting(
            name: "hook", policy: policy, factory: registry, seed: 1, environment: "host-1",
            escalated: escalated,
            wall: { Samples.wall },
            sleep: { duration in
                // The drain time is not to pass at once.
                if duration == policy.drain { return try await Task.sleep(for: duration) }
                slept.add(duration)
            }, troubled: { troubles.add($0) })
    }

    /// Runs a notifier around the body, then lets it deliver what waits.
    func running(_ notifier: some Notifier, _ body: () async throws -> Void) async throws {
        let services = ServiceGroup(configuration: .init(services: [notifier], logger: LiveServer.quiet))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            do {
                try await body()
            } catch {
                await services.triggerGracefulShutdown()
                throw error
            }
            await services.triggerGracefulShutdown()
            try await group.waitForAll()
        }
    }

    func withPoster<Value>(_ body: (HTTPPoster) async throws -> Value) async throws -> Value {
        let client = HTTPPoster.makeClient()
        do {
            let value = try await body(HTTPPoster(client: client))
            try await client.shutdown()
            return value
        } catch {
            try await client.shutdown()
            throw error
        }
    }

    func count(_ result: String) throws -> Double? {
        try ScrapeReader(String(decoding: registry.scrape(), as: UTF8.self))
            .value("lab_watch_notifications_total", ["channel": "hook", "result": result])
    }

    func object(_ data: Data) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    // MARK: - Webhook

    @Test func an_incident_is_told_by_webhook_from_opening_to_end() async throws {
        try await LocalReceiver.run { (receiver) async throws in
            try await withPoster { (poster) async throws in
                let notifier = WebhookNotifier(
                    url: receiver.url, secret: "key", headers: [("Authorization", "Bearer x")],
                    poster: poster,
                    setting: setting())
                try await running(notifier) { () async throws in
                    notifier.hear(Samples.closed())
                    let received = await receiver.received.next(3)
                    let bodies = try received.map { try object($0.body) }
                    #expect(
                        bodies.map { $0["type"] as? String } == [
                            "dev.cdevents.incident.detected.0.3.0", "dev.cdevents.service.rolledback.0.3.0",
                            "dev.cdevents.incident.resolved.0.3.0",
                        ])
                    #expect(
                        bodies.map { $0["id"] as? String } == [
                            "0f3a9c1e2b4d5f60-detected", "0f3a9c1e2b4d5f60-rolledback",
                            "0f3a9c1e2b4d5f60-resolved",
                        ])
                    let data = try #require(bodies[1]["data"] as? [String: Any])
                    let content = try #require(
                        (data["subject"] as? [String: Any])?["content"] as? [String: Any])
                    #expect(content["artifactId"] as? String == "pkg:oci/web@sha256%3A1111")
                    let first = received[0]
                    #expect(first.headers["content-type"] == "application/cloudevents+json; charset=utf-8")
                    #expect(first.headers["authorization"] == "Bearer x")
                    #expect(
                        !received.contains { String(decoding: $0.body, as: UTF8.self).contains("hunter2") })
                }
            }
        }
    }

    @Test func the_signature_covers_timestamp_and_body() async throws {
        try await LocalReceiver.run { (receiver) async throws in
            try await withPoster { (poster) async throws in
                let notifier = WebhookNotifier(
                    url: receiver.url, secret: "key", poster: poster, setting: setting())
                try await running(notifier) { () async throws in
                    notifier.announced("web", .opened(incident: "a", cause: .failing), at: Samples.moment())
                    let received = try #require(await receiver.received.next().first)
                    #expect(received.headers["x-lab-timestamp"] == "1764000000")
                    let header = try #require(received.headers["x-lab-signature-256"])
                    let code = HMAC<SHA256>.authenticationCode(
                        for: Data("1764000000.".utf8) + received.body,
                        using: SymmetricKey(data: Data("key".utf8)))
                    #expect(header == "sha256=" + code.map { String(format: "%02x", $0) }.joined())
                }
            }
        }
    }

    @Test func what_is_told_twice_is_sent_once() async throws {
        try await LocalReceiver.run { (receiver) async throws in
            try await withPoster { (poster) async throws in
                let notifier = WebhookNotifier(
                    url: receiver.url, secret: nil, poster: poster, setting: setting())
                try await running(notifier) { () async throws in
                    for _ in 0..<3 { notifier.hear(Samples.closed("a", ending: .recovered)) }
                    notifier.hear(Samples.closed("b", ending: .recovered))
                    let ids = try await receiver.received.next(4).map { try object($0.body)["id"] as? String }
                    #expect(ids == ["a-detected", "a-resolved", "b-detected", "b-resolved"])
                }
                #expect(receiver.received.all.count == 4)
                #expect(receiver.received.all.allSatisfy { $0.headers["x-lab-signature-256"] == nil })
            }
        }
    }

    @Test func a_receiver_that_fails_is_tried_again_with_growing_waits() async throws {
        try await LocalReceiver.run(statuses: [503, 500, 429]) { (receiver) async throws in
            try await withPoster { (poster) async throws in
                let notifier = WebhookNotifier(
                    url: receiver.url, secret: nil, poster: poster, setting: setting())
                try await running(notifier) { () async throws in
                    notifier.hear(Samples.closed("a", ending: .recovered))
                    _ = await receiver.received.next(5)
                }
                let waits = slept.all
                #expect(waits.count == 3)
                for (wait, full) in zip(waits, [500, 1000, 2000]) {
                    #expect(wait <= .milliseconds(full) && wait >= .milliseconds(full / 2))
                }
                #expect(try count("retried") == 3)
                #expect(troubles.all.isEmpty)
            }
        }
    }

    @Test func a_retry_after_is_heeded() async throws {
        try await LocalReceiver.run(statuses: [429], headers: [.retryAfter: "17"]) {
            (receiver) async throws in
            try await withPoster { (poster) async throws in
                let notifier = WebhookNotifier(
                    url: receiver.url, secret: nil, poster: poster, setting: setting())
                try await running(notifier) { () async throws in
                    notifier.announced("web", .opened(incident: "a", cause: .failing), at: Samples.moment())
                    _ = await receiver.received.next(2)
                }
                #expect(slept.all == [.seconds(17)])
            }
        }
    }

    @Test func a_receiver_that_refuses_is_not_asked_again_and_others_follow() async throws {
        try await LocalReceiver.run(statuses: [400, 302]) { (receiver) async throws in
            try await withPoster { (poster) async throws in
                let notifier = WebhookNotifier(
                    url: receiver.url + "?token=secret", secret: nil, poster: poster, setting: setting())
                try await running(notifier) { () async throws in
                    for id in ["a", "b", "c"] {
                        notifier.announced(
                            "web", .opened(incident: id, cause: .failing), at: Samples.moment())
                    }
                    _ = await receiver.received.next(3)
                }
                #expect(
                    troubles.all == [
                        "hook: 'detected' of incident a was not delivered: status 400",
                        "hook: 'detected' of incident b was not delivered: status 302",
                    ])
                #expect(try count("undelivered") == 2)
                #expect(slept.all.isEmpty)
            }
        }
    }

    @Test func after_its_attempts_a_notice_is_undelivered_and_the_next_goes_on() async throws {
        try await LocalReceiver.run(statuses: [500, 500, 500]) { (receiver) async throws in
            try await withPoster { (poster) async throws in
                let notifier = WebhookNotifier(
                    url: receiver.url, secret: nil, poster: poster,
                    setting: setting(CourierPolicy(attempts: 3)))
                try await running(notifier) { () async throws in
                    for id in ["a", "b"] {
                        notifier.announced(
                            "web", .opened(incident: id, cause: .failing), at: Samples.moment())
                    }
                    _ = await receiver.received.next(4)
                }
                #expect(
                    troubles.all == ["hook: 'detected' of incident a was not delivered: status 500, 3 times"])
            }
        }
    }

    @Test func nobody_at_the_other_end_is_worth_another_attempt_without_telling_the_url() async throws {
        try await withPoster { (poster) async throws in
            let notifier = WebhookNotifier(
                url: "http://127.0.0.1:9/hook?token=secret", secret: nil, poster: poster,
                setting: setting(CourierPolicy(attempts: 2, timeout: .milliseconds(200))))
            try await running(notifier) { () async throws in
                notifier.announced("web", .opened(incident: "a", cause: .failing), at: Samples.moment())
                let trouble = await troubles.next()
                #expect(trouble[0].contains("2 times"))
                #expect(!trouble[0].contains("secret"))
            }
        }
    }

    @Test func a_url_that_cannot_be_used_is_refused_at_once() async throws {
        try await withPoster { (poster) async throws in
            for url in ["ftp://127.0.0.1/", "nonsense", "http://"] {
                let result = await poster.post(Data(), to: url, headers: [], timeout: .seconds(1))
                guard case .refused = result else {
                    Issue.record("\(url): \(result)")
                    continue
                }
            }
        }
    }

    // MARK: - The courier

    func notice(_ id: String) -> Notice {
        Notice(
            kind: .detected, incident: id, service: "web", wall: Samples.wall, summary: "",
            details: NoticeDetails(incident: id, service: "web"))
    }

    func courier(
        _ policy: CourierPolicy, _ attempt: @escaping @Sendable (Notice) async -> Delivery
    ) -> Courier {
        setting(policy).desk(attempt).courier
    }

    @Test func a_full_queue_pushes_the_oldest_out() async {
        let sent = Recorder<String>()
        let courier = courier(CourierPolicy(queue: 2)) {
            sent.add($0.incident)
            return .delivered
        }
        for id in ["a", "b", "c"] { courier.offer(notice(id)) }
        #expect(troubles.all == ["hook: 'detected' of incident a was not delivered: too many wait"])
        await withTaskGroup { group in
            group.addTask { await courier.run() }
            #expect(await sent.next(2) == ["b", "c"])
            group.cancelAll()
        }
    }

    @Test func a_shutdown_delivers_what_waits() async throws {
        let sent = Recorder<String>()
        let (gates, gate) = AsyncStream<Void>.makeStream()
        let courier = courier(CourierPolicy()) {
            for await _ in gates { break }
            sent.add($0.incident)
            return .delivered
        }
        for id in ["a", "b", "c"] { courier.offer(notice(id)) }
        let services = ServiceGroup(configuration: .init(services: [courier], logger: LiveServer.quiet))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            gate.yield()
            #expect(await sent.next() == ["a"])
            await services.triggerGracefulShutdown()
            gate.yield()
            gate.yield()
            try await group.waitForAll()
        }
        #expect(sent.all == ["a", "b", "c"])
        courier.offer(notice("d"))
        #expect(troubles.all == ["hook: 'detected' of incident d was not delivered: the watchdog is ending"])
    }

    @Test func a_shutdown_does_not_wait_for_a_receiver_that_hangs() async throws {
        let started = Recorder<String>()
        let courier = courier(CourierPolicy(drain: .milliseconds(50))) {
            started.add($0.incident)
            try? await Task.sleep(for: .seconds(3600))
            return .failed("no answer in time")
        }
        for id in ["a", "b"] { courier.offer(notice(id)) }
        let services = ServiceGroup(configuration: .init(services: [courier], logger: LiveServer.quiet))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            _ = await started.next()
            await services.triggerGracefulShutdown()
            try await group.waitForAll()
        }
        #expect(
            troubles.all
                == ["a", "b"].map {
                    "hook: 'detected' of incident \($0) was not delivered: the watchdog ended"
                })
        #expect(try count("undelivered") == 2)
    }

    // MARK: - Escalation

    @Test func an_escalated_incident_is_resolved_when_the_service_stands_again() {
        var maker = NoticeMaker(escalated: [:])
        let closed = Samples.closed("a", ending: .escalated(.rollbackDidNotHelp))
        #expect(maker.reported(Samples.report(closed), closed).map(\.kind) == [.escalated])
        let still = Samples.status(state: "escalated", escalated: .rollbackDidNotHelp)
        #expect(maker.stands(still, wall: 1).isEmpty)
        #expect(maker.stands(Samples.status(), wall: 1).map(\.key) == ["a-resolved"])
        #expect(maker.stands(Samples.status(), wall: 1).isEmpty)
    }

    @Test func an_escalation_of_a_former_life_is_resolved_too() {
        var maker = NoticeMaker(escalated: ["web": "a"])
        #expect(maker.stands(Samples.status("db"), wall: 1).isEmpty)
        #expect(maker.stands(Samples.status("web"), wall: 1).map(\.key) == ["a-resolved"])
    }

    // MARK: - PagerDuty

    @Test func pagerduty_is_called_when_a_person_is_needed_and_resolved_after() async throws {
        try await LocalReceiver.run { (receiver) async throws in
            try await withPoster { (poster) async throws in
                let notifier = PagerDutyNotifier(
                    routingKey: "R0", url: receiver.url, poster: poster, setting: setting())
                try await running(notifier) { () async throws in
                    notifier.hear(Samples.closed("a", ending: .escalated(.budgetExhausted)))
                    notifier.stands(Samples.status(state: "healthy"))
                    let received = await receiver.received.next(2)
                    let trigger = try object(received[0].body)
                    #expect(trigger["event_action"] as? String == "trigger")
                    #expect(trigger["routing_key"] as? String == "R0")
                    #expect(trigger["dedup_key"] as? String == "a")
                    let payload = try #require(trigger["payload"] as? [String: Any])
                    #expect(payload["severity"] as? String == "critical")
                    #expect(payload["component"] as? String == "web")
                    #expect(payload["source"] as? String == "host-1")
                    let resolve = try object(received[1].body)
                    #expect(resolve["event_action"] as? String == "resolve")
                    #expect(resolve["dedup_key"] as? String == "a")
                    #expect(resolve["payload"] == nil)
                }
            }
        }
    }

    @Test(arguments: [(Cause.failing, "error"), (.flapping, "warning"), (.requested, "info")])
    func pagerduty_can_be_told_of_each_incident(_ cause: Cause, _ severity: String) async throws {
        try await LocalReceiver.run { (receiver) async throws in
            try await withPoster { (poster) async throws in
                let notifier = PagerDutyNotifier(
                    routingKey: "R0", trigger: .detected, url: receiver.url, poster: poster,
                    setting: setting())
                try await running(notifier) { () async throws in
                    notifier.hear(Samples.closed("a", cause: cause, ending: .healed(.restart)))
                    let received = try await receiver.received.next(2).map { try object($0.body) }
                    #expect(received.map { $0["event_action"] as? String } == ["trigger", "resolve"])
                    #expect((received[0]["payload"] as? [String: Any])?["severity"] as? String == severity)
                }
            }
        }
    }

    // MARK: - Command

    @Test func a_command_gets_the_event_on_its_input() async throws {
        let runs = Recorder<([String], Data)>()
        let notifier = CommandNotifier(command: ["notify", "--lab"], setting: setting()) { command, input in
            runs.add((command, input))
            return 0
        }
        try await running(notifier) { () async throws in
            notifier.announced("web", .opened(incident: "a", cause: .failing), at: Samples.moment())
            let run = try #require(await runs.next().first)
            #expect(run.0 == ["notify", "--lab"])
            #expect(try object(run.1)["id"] as? String == "a-detected")
        }
    }

    @Test func a_command_is_run_again_only_when_it_asks_for_it() async throws {
        let results = Held<[Int32]>([75, 0, 1])
        let runs = Recorder<String>()
        let notifier = CommandNotifier(command: ["notify"], setting: setting()) { _, _ in
            let status = results.value.removeFirst()
            runs.add("\(status)")
            return status
        }
        try await running(notifier) { () async throws in
            for id in ["a", "b"] {
                notifier.announced("web", .opened(incident: id, cause: .failing), at: Samples.moment())
            }
            #expect(await runs.next(3) == ["75", "0", "1"])
            #expect(
                await troubles.next() == [
                    "hook: 'detected' of incident b was not delivered: 'notify' ended with 1"
                ])
        }
        #expect(slept.all.count == 1)
    }

    @Test func a_command_that_ignores_its_end_holds_nobody_up() async throws {
        let (forever, hold) = AsyncStream<Void>.makeStream()
        defer { hold.finish() }
        let policy = CourierPolicy(attempts: 1, timeout: .milliseconds(50))
        let notifier = CommandNotifier(command: ["notify"], setting: setting(policy)) { _, _ in
            await withCheckedContinuation { continuation in
                Task.detached {
                    for await _ in forever {}
                    continuation.resume()
                }
            }
            return 0
        }
        try await running(notifier) { () async throws in
            notifier.announced("web", .opened(incident: "a", cause: .failing), at: Samples.moment())
            #expect(await troubles.next()[0].contains("'notify' did not end within"))
        }
    }

    @Test func a_command_that_cannot_be_run_is_told() async throws {
        struct Missing: Error {}
        let notifier = CommandNotifier(command: ["notify"], setting: setting(CourierPolicy(attempts: 2))) {
            _, _ in
            throw Missing()
        }
        try await running(notifier) { () async throws in
            notifier.announced("web", .opened(incident: "a", cause: .failing), at: Samples.moment())
            #expect(await troubles.next()[0].contains("'notify' could not be run: Missing()"))
        }
    }
}
