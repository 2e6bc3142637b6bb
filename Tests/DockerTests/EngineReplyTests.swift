import Foundation
import Testing
import Watchdog

@testable import WatchdogEngines

/// What becomes of a call when the engine refuses, hangs up or is not there, against a socket that does just that.
@Suite struct EngineReplyTests {
    private func reply(_ answers: [FakeEngine.Answer], _ call: EngineCall = .start(id: "x")) async throws
        -> EngineReply
    {
        let fake = try FakeEngine([FakeEngine.version] + answers)
        let reply = await DockerEngine(socket: EngineSocket(path: fake.path)).perform(call)
        withExtendedLifetime(fake) {}
        return reply
    }

    @Test(arguments: [
        ("400 Bad Request", EngineFault.Code.refused), ("403 Forbidden", .denied),
        ("404 Not Found", .notFound),
        ("409 Conflict", .conflict), ("500 Internal Server Error", .refused),
        ("503 Service Unavailable", .refused),
    ])
    func a_status_that_says_no_is_a_refusal(status: String, code: EngineFault.Code) async throws {
        let reply = try await reply([FakeEngine.ok(#"{"message":"not like this"}"#, status: status)])
        guard case .refused(let fault) = reply else {
            Issue.record("\(reply)")
            return
        }
        #expect(fault.code == code)
        #expect(fault.message.contains("not like this"))
    }

    @Test(arguments: ["204 No Content", "304 Not Modified"])
    func done_and_already_so_are_both_done(status: String) async throws {
        #expect(try await reply([.text("HTTP/1.1 \(status)\r\nConnection: close\r\n\r\n")]) == .done(id: nil))
    }

    @Test func an_engine_that_hangs_up_may_have_done_it() async throws {
        guard case .unknown(let fault) = try await reply([.hangUp]) else {
            Issue.record("not unknown")
            return
        }
        #expect(fault.code == .unreachable)
    }

    @Test func an_answer_cut_off_may_have_done_it() async throws {
        let cut = FakeEngine.Answer.text("HTTP/1.1 201 Created\r\nContent-Length: 50\r\n\r\n{\"Id\":")
        guard case .unknown = try await reply([cut]) else {
            Issue.record("not unknown")
            return
        }
    }

    @Test func a_body_without_end_is_not_read_to_its_end() async throws {
        let fake = try FakeEngine([FakeEngine.ok(String(repeating: "x", count: 4096))])
        var request = EngineRequest.get("/x")
        request.answerLimitBytes = 100
        let order = request
        await #expect(throws: EngineFailure.self) {
            try await EngineTransport(socket: EngineSocket(path: fake.path)).send(order, version: nil)
        }
    }

    @Test func an_engine_that_says_nothing_in_time_may_have_done_it() async throws {
        let fake = try FakeEngine([.silence(.seconds(2))])
        var request = EngineRequest.post("/x")
        request.limit = .milliseconds(100)
        let order = request
        await #expect {
            try await EngineTransport(socket: EngineSocket(path: fake.path)).send(order, version: nil)
        } throws: {
            if case .lost(let fault) = EngineFailure.from($0) { fault.code == .timedOut } else { false }
        }
    }

    @Test(arguments: [("204 No Content", true), ("500 Internal Server Error", false)])
    func a_copy_that_cannot_join_its_network_is_not_left_behind(removal: String, isRefused: Bool) async throws
    {
        let fake = try FakeEngine([
            FakeEngine.version, FakeEngine.ok(try Fixture.text("web-running.json")),
            FakeEngine.ok(try Fixture.text("image-one.json")),
            FakeEngine.ok(#"{"Id":"77"}"#, status: "201 Created"),
            FakeEngine.ok(#"{"message":"no more addresses"}"#, status: "403 Forbidden"),
            FakeEngine.ok("", status: removal),
        ])
        let reply = await DockerEngine(socket: EngineSocket(path: fake.path)).perform(
            .create(name: "next", like: "web", image: "sha256:2", reference: "labtest:two"))
        #expect(fake.asked.last?.hasPrefix("DELETE /v1.41/containers/77 HTTP/1.1") == true)
        switch reply {
        case .refused(let fault), .unknown(let fault):
            #expect(
                fault.message.contains("could not join its networks")
                    && fault.message.contains("no more addresses"))
        default: Issue.record("\(reply)")
        }
        if case .refused = reply { #expect(isRefused) } else { #expect(!isRefused) }
    }

    @Test func no_socket_is_told_by_its_path() async {
        let engine = DockerEngine(socket: EngineSocket(path: "/nonexistent/docker.sock"))
        guard case .refused(let fault) = await engine.perform(.start(id: "x")) else {
            Issue.record("not refused")
            return
        }
        #expect(fault.code == .unreachable)
        #expect(fault.message == "no engine answers at /nonexistent/docker.sock: there is no such socket")
        await #expect(throws: fault) { try await engine.hello() }
    }

    @Test func a_socket_nobody_listens_on_is_told_by_its_path() async throws {
        let path = try FakeEngine([], leavesSocket: true).path
        defer { unlink(path) }
        let engine = DockerEngine(socket: EngineSocket(path: path))
        await #expect {
            try await engine.hello()
        } throws: {
            "\($0)" == "no engine answers at \(path): nobody listens there"
        }
    }

    @Test func a_path_too_long_for_a_socket_is_told() async {
        let path = "/tmp/" + String(repeating: "x", count: 120)
        await #expect {
            try await DockerEngine(socket: EngineSocket(path: path)).hello()
        } throws: {
            ($0 as? EngineFault)?.code == .unreachable && "\($0)".contains("107 bytes")
        }
    }

    @Test func an_engine_upgraded_meanwhile_is_asked_for_its_version_again() async throws {
        let newer = FakeEngine.ok(#"{"ApiVersion":"1.52","MinAPIVersion":"1.44","Version":"29.0.0"}"#)
        let refusal = #"{"message":"client version 1.41 is too old. Minimum supported API version is 1.44"}"#
        let fake = try FakeEngine([
            FakeEngine.version, FakeEngine.ok(refusal, status: "400 Bad Request"), newer,
            .text("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"),
        ])
        let reply = await DockerEngine(socket: EngineSocket(path: fake.path)).perform(.start(id: "x"))
        #expect(reply == .done(id: nil))
        #expect(fake.asked.last?.hasPrefix("POST /v1.47/containers/x/start HTTP/1.1") == true)
    }

    @Test func a_stop_waits_in_whole_seconds_rounded_up() async throws {
        let fake = try FakeEngine([
            FakeEngine.version, .text("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"),
        ])
        let engine = DockerEngine(socket: EngineSocket(path: fake.path))
        #expect(await engine.perform(.stop(id: "a b", timeout: .milliseconds(1500))) == .done(id: nil))
        #expect(fake.asked.last?.hasPrefix("POST /v1.41/containers/a%20b/stop?t=2 HTTP/1.1") == true)
    }

    @Test func a_service_changed_meanwhile_is_a_conflict() async throws {
        let service = FakeEngine.ok(try Fixture.text("service.json"))
        let refusal = FakeEngine.ok(
            #"{"message":"rpc error: code = Unknown desc = update out of sequence"}"#,
            status: "500 Internal Server Error")
        let fake = try FakeEngine([FakeEngine.version, service, refusal])
        let engine = SwarmEngine(managers: [EngineSocket(path: fake.path)])
        guard case .refused(let fault) = await engine.perform(.restart(id: "svc", timeout: .seconds(1)))
        else {
            Issue.record("not refused")
            return
        }
        #expect(fault.code == .conflict)
    }

    @Test func a_manager_that_is_not_there_leaves_the_next_one_to_ask() async throws {
        let fake = try FakeEngine([
            FakeEngine.version, FakeEngine.ok(try Fixture.text("service.json")),
            FakeEngine.ok(try Fixture.text("tasks-failing.json")),
            FakeEngine.ok("{}", status: "404 Not Found"), FakeEngine.ok(#"{"Id":"sha256:7"}"#),
        ])
        let engine = SwarmEngine(managers: [
            EngineSocket(path: "/nonexistent.sock"), EngineSocket(path: fake.path),
        ])
        let reply = await engine.perform(.survey(names: ["svc"], like: nil, reference: nil))
        guard case .survey(let survey) = reply else {
            Issue.record("\(reply)")
            return
        }
        #expect(survey.named("svc")?.image == "sha256:7")
    }

    @Test func swarm_refuses_what_only_containers_have() async {
        let engine = SwarmEngine(managers: [.standard])
        guard case .refused = await engine.perform(.rename(id: "x", name: "y")) else {
            Issue.record("not refused")
            return
        }
    }

    @Test func events_end_with_an_error_when_the_engine_goes() async throws {
        let line = #"{"Type":"container","Action":"start","Actor":{"ID":"1","Attributes":{"name":"web"}}}"#
        let fake = try FakeEngine([FakeEngine.version, FakeEngine.ok(line + "\n")])
        var seen: [EngineEvent] = []
        let engine = DockerEngine(socket: EngineSocket(path: fake.path), wallClock: { .seconds(7) })
        await #expect {
            for try await event in engine.events() { seen.append(event) }
        } throws: {
            ($0 as? EngineFault)?.code == .unreachable
        }
        #expect(seen == [EngineEvent(.started, id: "1", name: "web")])
        #expect(fake.asked.last?.contains("since=7.000000000") == true)
    }
}
