import Foundation
import NIOCore
import Testing
import Watchdog
import WatchdogProbes

@Suite struct HTTPProbeTests {
    @Test(
        arguments: [
            ("200 OK", [], [200...299], "passed: status 200"),
            ("204 No Content", [], [200...299], "passed: status 204"),
            ("404 Not Found", [], [200...299], "failed: status 404"),
            ("404 Not Found", [], [200...299, 404...404], "passed: status 404"),
            ("302 Found", ["Location: /"], [200...299], "failed: status 302"),
            ("500 Internal Server Error", [], [200...299], "failed: status 500"),
            ("429 Too Many Requests", [], [200...299], "overloaded: status 429"),
            (
                "503 Service Unavailable", ["Retry-After: 3"], [200...299],
                "overloaded: status 503, retry later"
            ),
            ("503 Service Unavailable", [], [200...299], "failed: status 503"),
            ("503 Service Unavailable", ["Retry-After: 3"], [503...503], "passed: status 503"),
        ] as [(String, [String], [ClosedRange<Int>], String)])
    func a_status_is_judged(
        _ status: String, _ headers: [String], _ passing: [ClosedRange<Int>], _ said: String
    ) async throws {
        let body = status.hasPrefix("204") ? "" : "ok"
        let answer = Answers.status(status, headers: headers, body: body)
        try await ScriptedServer.with(script: { _ in [.send(answer)] }) { server in
            let probe = try httpProbe(server.url()) { $0.statuses = passing }
            #expect(await probe.look().said == said)
        }
    }

    @Test func the_request_is_what_the_specification_says() async throws {
        try await ScriptedServer.with(script: { _ in [.send(Answers.ok)] }) { server in
            let probe = try httpProbe(server.url("/a%20b?deep=1")) {
                $0.method = "OPTIONS"
                $0.headers = ["X-Probe": "lab", "host": "shop.example", "accept": "text/plain"]
            }
            #expect(await probe.look().said == "passed: status 200")
            let text = try #require(server.requests.first?.text.lowercased())
            #expect(text.hasPrefix("options /a%20b?deep=1 http/1.1\r\n"))
            #expect(text.contains("\r\nx-probe: lab\r\n"))
            #expect(text.contains("\r\nhost: shop.example\r\n"))
            #expect(text.components(of: "\r\nhost:") == 1)
            #expect(text.contains("\r\naccept: text/plain\r\n"))
        }
    }

    @Test func an_answer_to_head_is_complete_without_its_body() async throws {
        let answer = "HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n"
        try await ScriptedServer.with(script: { _ in [.send(answer)] }) { server in
            let probe = try httpProbe(server.url()) { $0.method = "HEAD" }
            #expect(await probe.look().said == "passed: status 200")
            #expect(await probe.look().said == "passed: status 200")
            #expect(server.connections == 1)
        }
    }

    @Test func an_address_that_is_none_is_refused_when_the_probe_is_made() {
        for url in ["", "ftp://a/", "http://", "http://u:p@a/", "http://a/#b", "http://a:0/", "http://a b/"] {
            #expect(throws: (any Error).self, "\(url)") { try httpProbe(url) }
        }
    }

    // MARK: - Bodies

    @Test(arguments: [("fine, ok then", true), ("o k", false), ("", false), ("okay", true), ("o", false)])
    func a_body_passes_when_it_holds_the_text(_ body: String, _ passes: Bool) async throws {
        let answer = Answers.status("200 OK", body: body)
        try await ScriptedServer.with(script: { _ in [.send(answer)] }) { server in
            let probe = try httpProbe(server.url()) { $0.bodyContains = "ok" }
            #expect(
                await probe.look().said == (passes ? "passed: status 200" : "failed: body lacks the text"))
        }
    }

    @Test func a_text_split_over_two_chunks_is_found() async throws {
        let steps: [ScriptedServer.Step] = [
            .send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nall h\r\n"),
            .wait(.milliseconds(30)),
            .send("6\r\nealthy\r\n0\r\n\r\n"),
        ]
        try await ScriptedServer.with(script: { _ in steps }) { server in
            let probe = try httpProbe(server.url()) { $0.bodyContains = "healthy" }
            #expect(await probe.look().said == "passed: status 200")
        }
    }

    @Test(arguments: [(0, true), (64 * 1024 - 6, true), (64 * 1024 - 5, false), (100_000, false)])
    func a_text_counts_only_within_the_first_64_kib(_ before: Int, _ passes: Bool) async throws {
        let body = String(repeating: ".", count: before) + "needle" + String(repeating: ".", count: 1000)
        let answer = Answers.status("200 OK", body: body)
        try await ScriptedServer.with(script: { _ in [.send(answer)] }) { server in
            let probe = try httpProbe(server.url()) { $0.bodyContains = "needle" }
            #expect(
                await probe.look().said == (passes ? "passed: status 200" : "failed: body lacks the text"))
        }
    }

    // MARK: - Names and addresses

    @Test func nobody_listening_is_connection_refused() async throws {
        let server = try await ScriptedServer { _ in [] }
        let url = server.url()
        await server.stop()
        let probe = try httpProbe(url)
        #expect(await probe.look().said == "failed: connection refused")
    }

    @Test func a_name_with_a_dead_first_address_is_asked_at_its_second() async throws {
        try await ScriptedServer.with(script: { _ in [.send(Answers.ok)] }) { server in
            let network = ProbeNetwork { _ in
                .addresses(["::1", "127.0.0.1"].compactMap { try? .init(ipAddress: $0, port: 0) })
            }
            let spec = ProbeSpec.HTTP(url: "http://shop.test:\(server.port)/")
            let probe = try HTTPProbe(spec, timeout: .seconds(5), network: network)
            #expect(await probe.look().said == "passed: status 200")
            #expect(server.requests.first?.text.contains("Host: shop.test:\(server.port)\r\n") == true)
            await network.stop()
        }
    }

    @Test func a_host_that_is_not_there_is_a_failure_and_a_resolver_in_trouble_is_not() async throws {
        let none = ProbeNetwork { _ in .unknownHost }
        let dead = ProbeNetwork { _ in .unavailable }
        let spec = ProbeSpec.HTTP(url: "http://shop.test/")
        let one = try HTTPProbe(spec, timeout: .seconds(5), network: none)
        #expect(await one.look().said == "failed: cannot resolve host shop.test")
        let other = try HTTPProbe(spec, timeout: .seconds(5), network: dead)
        #expect(await other.look().said == "unknown: the resolver has no answer for shop.test")
        await none.stop()
        await dead.stop()
    }

    @Test func one_slow_name_does_not_hold_up_another() async throws {
        try await ScriptedServer.with(script: { _ in [.send(Answers.ok)] }) { server in
            let network = ProbeNetwork { host in
                if host == "slow.test" { usleep(700_000) }
                return .addresses(["127.0.0.1"].compactMap { try? .init(ipAddress: $0, port: 0) })
            }
            let slow = try HTTPProbe(
                .init(url: "http://slow.test:\(server.port)/"), timeout: .milliseconds(200), network: network)
            let quick = try HTTPProbe(
                .init(url: "http://quick.test:\(server.port)/"), timeout: .seconds(5), network: network)
            async let first = slow.look()
            async let second = quick.look()
            #expect(await first.said == "unknown: slow.test not resolved within 200ms")
            #expect(await second.said == "passed: status 200")
            await network.stop()
        }
    }
}

extension String {
    func components(of part: String) -> Int { ranges(of: part).count }
}
