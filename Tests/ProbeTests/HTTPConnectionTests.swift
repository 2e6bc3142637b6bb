import Testing
import Watchdog
import WatchdogProbes

@Suite struct HTTPConnectionTests {
    private static let repeated = ["passed: status 200", "passed: status 200", "passed: status 200"]

    private func looks(_ probe: HTTPProbe, _ count: Int = 3) async -> [String] {
        var said: [String] = []
        for _ in 0..<count { said.append(await probe.look().said) }
        return said
    }

    @Test func one_connection_serves_many_looks() async throws {
        try await ScriptedServer.with(script: { _ in [.send(Answers.ok)] }) { server in
            let probe = try httpProbe(server.url())
            #expect(await looks(probe) == Self.repeated)
            #expect(server.connections == 1)
        }
    }

    @Test func after_ten_answers_a_look_takes_a_new_connection() async throws {
        try await ScriptedServer.with(script: { _ in [.send(Answers.ok)] }) { server in
            let said = await looks(try httpProbe(server.url()), 21)
            #expect(Set(said) == ["passed: status 200"])
            #expect(server.connections == 3)
        }
    }

    @Test func a_server_that_says_close_gets_a_connection_for_each_look() async throws {
        let answer = Answers.status("200 OK", headers: ["Connection: close"])
        try await ScriptedServer.with(script: { _ in [.send(answer), .close] }) { server in
            let probe = try httpProbe(server.url())
            #expect(await looks(probe) == Self.repeated)
            #expect(server.connections == 3)
        }
    }

    @Test func a_kept_connection_closed_after_its_answer_is_no_failure() async throws {
        try await ScriptedServer.with(script: { _ in [.send(Answers.ok), .close] }) { server in
            let probe = try httpProbe(server.url())
            #expect(await looks(probe) == Self.repeated)
        }
    }

    @Test(arguments: [ScriptedServer.Step.close, .reset])
    func a_kept_connection_lost_under_the_next_request_is_no_failure(_ end: ScriptedServer.Step) async throws
    {
        try await ScriptedServer.with(
            script: { $0.number == 1 ? [.send(Answers.ok)] : [end] },
            { server in
                let probe = try httpProbe(server.url())
                #expect(await looks(probe) == Self.repeated)
                #expect(server.connections == 3)
                #expect(server.requests.count == 5)
            })
    }

    @Test func a_kept_connection_lost_amid_an_answer_is_a_failure() async throws {
        let cut: [ScriptedServer.Step] = [.send("HTTP/1.1 200 OK\r\nContent-"), .close]
        try await ScriptedServer.with(
            script: { $0.number == 1 ? [.send(Answers.ok)] : cut },
            { server in
                let said = await looks(try httpProbe(server.url()), 2)
                #expect(said == ["passed: status 200", "failed: answer cut short"])
            })
    }

    @Test func a_post_is_never_sent_twice() async throws {
        try await ScriptedServer.with(script: { _ in [.close] }) { server in
            let probe = try httpProbe(server.url()) { $0.method = "POST" }
            #expect(await looks(probe, 2) == Array(repeating: "failed: closed without an answer", count: 2))
            #expect(server.requests.count == 2)
            #expect(server.requests[0].text.contains("Content-Length: 0\r\n"))
            #expect(server.requests[0].text.contains("Connection: close\r\n"))
        }
    }

    @Test func bytes_that_nobody_asked_for_end_a_kept_connection() async throws {
        let chatter: [ScriptedServer.Step] = [.send(Answers.ok), .wait(.milliseconds(20)), .send(Answers.ok)]
        try await ScriptedServer.with(script: { _ in chatter }) { server in
            let probe = try httpProbe(server.url())
            #expect(await probe.look().said == "passed: status 200")
            try await Task.sleep(for: .milliseconds(200))
            #expect(server.openConnections == 0)
            #expect(await probe.look().said == "passed: status 200")
        }
    }

    @Test func a_probe_that_is_gone_leaves_no_connection() async throws {
        try await ScriptedServer.with(script: { _ in [.send(Answers.ok)] }) { server in
            var probe: HTTPProbe? = try httpProbe(server.url())
            _ = await probe?.look()
            #expect(server.openConnections == 1)
            probe = nil
            try await Task.sleep(for: .milliseconds(200))
            #expect(server.openConnections == 0)
        }
    }

    @Test func looks_at_the_same_time_do_not_share_a_connection() async throws {
        try await ScriptedServer.with(script: { _ in [.wait(.milliseconds(50)), .send(Answers.ok)] }) {
            server in
            let probe = try httpProbe(server.url())
            async let first = probe.look()
            async let second = probe.look()
            #expect(await [first.said, second.said] == ["passed: status 200", "passed: status 200"])
            #expect(server.connections == 2)
        }
    }

    @Test func a_cancelled_look_ends_at_once() async throws {
        try await ScriptedServer.with(script: { _ in [] }) { server in
            let probe = try httpProbe(server.url(), timeout: .seconds(60))
            let clock = ContinuousClock()
            let began = clock.now
            let said = await withTaskGroup(of: String.self) { group in
                group.addTask { await probe.look().said }
                try? await Task.sleep(for: .milliseconds(100))
                group.cancelAll()
                return await group.next() ?? ""
            }
            #expect(said == "unknown: given up")
            #expect(began.duration(to: clock.now) < .seconds(10))
        }
    }
}
