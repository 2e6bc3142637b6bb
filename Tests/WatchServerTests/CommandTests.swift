import Foundation
import Testing
@testable import WatchdogServer

/// Live: each test serves on a free port of this machine.
@Suite(.timeLimit(.minutes(1)))
struct CommandTests {
    @Test func commands_reach_the_closure() async throws {
        try await LiveServer.run { (live) async throws in
            #expect(try await live.command("/services/web/promote").status == 202)
            #expect(
                try await live.command("/services/web/promote", body: #"{"image":"labapp:v2"}"#).status == 202
            )
            #expect(try await live.command("/services/team%2Fweb/rollback", body: "{}").status == 202)
            #expect(try await live.command("/services/web/resume").status == 202)
            #expect(try await live.command("/reload").status == 202)
            #expect(
                live.commands.all == [
                    "web promote(image: nil)", #"web promote(image: Optional("labapp:v2"))"#,
                    "team/web rollBack",
                    "web resume", "reload",
                ])
        }
    }

    @Test func a_command_without_the_header_is_refused() async throws {
        try await LiveServer.run { (live) async throws in
            for path in [
                "/services/web/promote", "/services/web/rollback", "/services/web/resume", "/reload",
            ] {
                let answer = try await live.request(path, method: "POST")
                #expect(answer.status == 403)
                #expect(answer.body.contains("X-Lab-Watch: 1"))
                #expect(try await live.request(path).status == 404)
            }
            #expect(live.commands.all.isEmpty)
        }
    }

    @Test(arguments: [
        ("Origin", "http://127.0.0.1"), ("Origin", "null"), ("Sec-Fetch-Site", "same-origin"),
        ("X-Forwarded-For", "10.0.0.1"), ("Forwarded", "for=10.0.0.1"),
    ])
    func a_command_from_a_browser_or_through_a_proxy_is_refused(_ name: String, _ value: String) async throws
    {
        try await LiveServer.run { (live) async throws in
            let answer = try await live.command("/services/web/rollback", headers: [(name, value)])
            #expect(answer.status == 403)
            #expect(live.commands.all.isEmpty)
        }
    }

    @Test(arguments: [
        "[]", "{", #"{"image":1}"#, #"{"image":""}"#, #"{"image":"a b"}"#, #"{"image":"a\u0000"}"#,
        #"{"other":"x"}"#,
    ])
    func a_body_that_is_not_understood_is_refused(_ body: String) async throws {
        try await LiveServer.run { (live) async throws in
            #expect(try await live.command("/services/web/promote", body: body).status == 400)
            #expect(live.commands.all.isEmpty)
        }
    }

    @Test func only_promote_takes_an_image() async throws {
        try await LiveServer.run { (live) async throws in
            #expect(try await live.command("/services/web/rollback", body: #"{"image":"a"}"#).status == 400)
        }
    }

    @Test func a_body_above_64_KiB_is_refused() async throws {
        try await LiveServer.run { (live) async throws in
            let body = String(repeating: " ", count: 64 * 1024 + 1)
            #expect(try await live.command("/services/web/promote", body: body).status == 413)
            #expect(live.commands.all.isEmpty)
        }
    }

    @Test(arguments: [(CommandOutcome.declined("an incident is open"), 409), (.unknownService, 404)])
    func what_cannot_be_done_is_said(_ outcome: CommandOutcome, _ status: Int) async throws {
        try await LiveServer.run(outcome: outcome) { (live) async throws in
            let answer = try await live.command("/services/web/rollback")
            #expect(answer.status == status)
            if case .declined(let why) = outcome { #expect(answer.body.contains(why)) }
        }
    }
}
