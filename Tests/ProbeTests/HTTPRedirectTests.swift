import Testing
import Watchdog
import WatchdogProbes

@Suite struct HTTPRedirectTests {
    private static let stairs: ScriptedServer.Script = { request in
        switch request.line.split(separator: " ")[1] {
        case "/1": [.send(Answers.redirect(to: "/2", status: "301 Moved Permanently"))]
        case "/2": [.send(Answers.redirect(to: "3?x=1", status: "307 Temporary Redirect"))]
        case "/round": [.send(Answers.redirect(to: "/about"))]
        case "/about": [.send(Answers.redirect(to: "/round#part"))]
        case "/ftp": [.send(Answers.redirect(to: "ftp://127.0.0.1/"))]
        case "/empty": [.send(Answers.redirect(to: "http://"))]
        case "/bare": [.send(Answers.status("302 Found"))]
        default: [.send(Answers.ok)]
        }
    }

    @Test(arguments: [
        ("/1", 0, "failed: status 301"),
        ("/1", 1, "failed: more than 1 redirects"),
        ("/1", 2, "passed: status 200"),
        ("/round", 20, "failed: redirected in a circle"),
        ("/ftp", 5, "failed: redirected to nowhere"),
        ("/empty", 5, "failed: redirected to nowhere"),
        ("/bare", 5, "failed: status 302"),
    ])
    func redirects_are_followed_as_far_as_allowed(_ path: String, _ most: Int, _ said: String) async throws {
        try await ScriptedServer.with(script: Self.stairs) { server in
            let probe = try httpProbe(server.url(path)) { $0.redirects = most }
            #expect(await probe.look().said == said)
            #expect(server.connections == 1)
        }
    }

    @Test func an_endless_stair_of_new_addresses_ends_at_the_limit() async throws {
        try await ScriptedServer.with(
            script: { [.send(Answers.redirect(to: "/\($0.number)"))] },
            { server in
                let probe = try httpProbe(server.url()) { $0.redirects = 5 }
                #expect(await probe.look().said == "failed: more than 5 redirects")
                #expect(server.requests.count == 6)
            })
    }

    @Test func credentials_do_not_follow_to_another_server() async throws {
        try await ScriptedServer.with(script: { _ in [.send(Answers.ok)] }) { other in
            let away = Answers.redirect(to: other.url("/there"))
            try await ScriptedServer.with(script: { _ in [.send(away)] }) { server in
                let probe = try httpProbe(server.url()) {
                    $0.redirects = 1
                    $0.headers = ["Authorization": "Bearer secret"]
                }
                #expect(await probe.look().said == "passed: status 200")
                #expect(server.requests[0].text.contains("Bearer secret"))
                #expect(other.requests[0].line == "GET /there HTTP/1.1")
                #expect(!other.requests[0].text.contains("secret"))
            }
        }
    }

    @Test func a_post_that_was_seen_elsewhere_becomes_a_get() async throws {
        try await ScriptedServer.with(
            script: {
                $0.line.hasPrefix("POST")
                    ? [.send(Answers.redirect(to: "/done", status: "303 See Other"))] : [.send(Answers.ok)]
            },
            { server in
                let probe = try httpProbe(server.url()) {
                    $0.method = "POST"
                    $0.redirects = 1
                }
                #expect(await probe.look().said == "passed: status 200")
                #expect(server.requests.map(\.line) == ["POST / HTTP/1.1", "GET /done HTTP/1.1"])
            })
    }
}
