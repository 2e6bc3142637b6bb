import NIOSSL
import Testing
import Watchdog
import WatchdogProbes

@Suite struct HostileServerTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var onConnect: [ScriptedServer.Step] = []
        var steps: [ScriptedServer.Step] = []
        var said: String
        var timeout: Duration = .seconds(20)

        var testDescription: String { name }
    }

    private static let drip: [ScriptedServer.Step] = "HTTP/1.1 200 OK\r\nX-Slow: ".map { .send(String($0)) }
        .flatMap { [$0, .wait(.milliseconds(40))] }

    // swift-format-ignore: one case a line is easier to read.
    static let cases = [
        Case(
            name: "garbage", steps: [.send("\u{0}\u{1}\u{2} what do you want?\r\n\r\n")],
            said: "failed: not an HTTP answer"),
        Case(
            name: "html only", steps: [.send("<html>hello</html>\r\n\r\n")],
            said: "failed: not an HTTP answer"),
        Case(
            name: "a status beyond all", steps: [.send("HTTP/1.1 99999 Oh\r\n\r\n")],
            said: "failed: not an HTTP answer"),
        Case(
            name: "a ssh server", onConnect: [.send("SSH-2.0-OpenSSH_9.2\r\n")],
            said: "failed: not an HTTP answer"),
        Case(
            name: "a length that is no number",
            steps: [.send("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n")],
            said: "failed: not an HTTP answer"),
        Case(
            name: "chunks that are none",
            steps: [.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")],
            said: "failed: not an HTTP answer"),
        Case(name: "closes at once", onConnect: [.close], said: "failed: closed without an answer"),
        Case(name: "resets on the request", steps: [.reset], said: "failed: closed without an answer"),
        Case(name: "closes on the request", steps: [.close], said: "failed: closed without an answer"),
        Case(
            name: "half a head", steps: [.send("HTTP/1.1 200 OK\r\nA: "), .close],
            said: "failed: answer cut short"),
        Case(
            name: "half a body", steps: [.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok"), .close],
            said: "failed: answer cut short"),
        Case(
            name: "half a chunk",
            steps: [.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nok"), .close],
            said: "failed: answer cut short"),
        Case(
            name: "an endless body",
            steps: [.send("HTTP/1.1 200 OK\r\n\r\n"), .flood(String(repeating: "ok", count: 4000))],
            said: "passed: status 200"),
        Case(
            name: "endless chunks",
            steps: [
                .send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"),
                .flood(String(repeating: "1\r\nx\r\n", count: 500)),
            ], said: "passed: status 200"),
        Case(
            name: "an endless failure",
            steps: [.send("HTTP/1.1 500 Oh\r\n\r\n"), .flood(String(repeating: "no", count: 4000))],
            said: "failed: status 500"),
        Case(
            name: "an endless header field",
            steps: [.send("HTTP/1.1 200 OK\r\nX: "), .flood(String(repeating: "x", count: 4000))],
            said: "failed: answer too large"),
        Case(
            name: "endless headers",
            steps: [.send("HTTP/1.1 200 OK\r\n"), .flood(String(repeating: "X: y\r\n", count: 500))],
            said: "failed: answer too large"),
        Case(
            name: "endless interim answers", steps: [.flood("HTTP/1.1 103 Early Hints\r\n\r\n")],
            said: "failed: answer too large"),
        Case(
            name: "endless trailers",
            steps: [
                .send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"),
                .flood(String(repeating: "X: y\r\n", count: 500)),
            ], said: "failed: answer too large"),
        Case(name: "silence", said: "failed: no answer within 300ms", timeout: .milliseconds(300)),
        Case(
            name: "slowly dripping headers", steps: drip, said: "failed: no answer within 300ms",
            timeout: .milliseconds(300)),
        Case(
            name: "a body that never comes", steps: [.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok")],
            said: "failed: answer not complete within 300ms", timeout: .milliseconds(300)),
        Case(
            name: "a body until closed", steps: [.send("HTTP/1.0 200 OK\r\n\r\nok"), .close],
            said: "passed: status 200"),
        Case(
            name: "an interim answer first", steps: [.send("HTTP/1.1 100 Continue\r\n\r\n" + Answers.ok)],
            said: "passed: status 200"),
    ]

    @Test(arguments: cases)
    func a_hostile_server_gets_a_stable_verdict(_ hostile: Case) async throws {
        try await ScriptedServer.with(onConnect: hostile.onConnect, script: { _ in hostile.steps }) {
            server in
            let probe = try httpProbe(server.url(), timeout: hostile.timeout) {
                if hostile.said.hasPrefix("passed"), !hostile.name.contains("chunk") {
                    $0.bodyContains = "ok"
                }
            }
            let result = await probe.look()
            #expect(result.said == hostile.said)
            #expect(await probe.look().said == hostile.said, "the second time")
            // Nothing but silence takes the whole time.
            if hostile.timeout > .seconds(1) { #expect(result.duration < .seconds(10)) }
        }
    }

    @Test func a_server_without_tls_is_no_https_server() async throws {
        try await ScriptedServer.with(
            onConnect: [.send("HTTP/1.1 400 Bad Request\r\n\r\n")], script: { _ in [] }
        ) { server in
            let probe = try httpProbe("https://127.0.0.1:\(server.port)/")
            #expect(await probe.look().said == "failed: TLS handshake failed")
        }
    }

    @Test func a_certificate_that_nobody_vouches_for_is_not_trusted() async throws {
        let server = try await ScriptedServer(prepare: TestCertificate.secure) { _ in [.send(Answers.ok)] }
        let probe = try httpProbe("https://127.0.0.1:\(server.port)/")
        #expect(await probe.look().said == "failed: certificate not trusted")
        await server.stop()
    }

    @Test func a_server_with_a_trusted_certificate_is_asked_over_one_connection() async throws {
        let server = try await ScriptedServer(prepare: TestCertificate.secure) { _ in [.send(Answers.ok)] }
        let network = ProbeNetwork(trustRoots: .certificates([try TestCertificate.parsed()]))
        let spec = ProbeSpec.HTTP(url: "https://127.0.0.1:\(server.port)/")
        let probe = try HTTPProbe(spec, timeout: .seconds(20), network: network)
        for _ in 0..<3 { #expect(await probe.look().said == "passed: status 200") }
        #expect(server.connections == 1)
        await network.stop()
        await server.stop()
    }
}
