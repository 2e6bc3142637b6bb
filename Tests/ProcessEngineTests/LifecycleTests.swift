import Foundation
import Testing
import Watchdog
import WatchdogEngines

/// Live: real processes, real time.
@Suite(.serialized) struct LifecycleTests {
    static let server = "trap 'exit 0' TERM; echo up; while :; do sleep 0.02; done"

    @Test func a_program_is_started_stopped_and_started_again_with_a_new_incarnation() async throws {
        try await Sandbox.with { sandbox in
            let engine = sandbox.engine
            let id = try await sandbox.run(Self.server)
            let first = try #require(try await sandbox.container())
            #expect(first.state == .running)
            #expect(first.id == id && first.reference == "web:current" && first.image.hasPrefix("sha256:"))
            #expect(first.exitCode == nil && !first.restartsItself && first.differences.isEmpty)
            #expect(first.stopTimeout == .milliseconds(500))

            #expect(await engine.perform(.start(id: id)) == .done(id: nil), "starting twice is no error")
            #expect(try await sandbox.container()?.incarnation == first.incarnation)

            #expect(await engine.perform(.stop(id: id, timeout: .seconds(5))) == .done(id: nil))
            let stopped = try #require(try await sandbox.container())
            #expect(stopped.state == .exited && stopped.exitCode == 0)
            #expect(stopped.incarnation == first.incarnation)
            #expect(await engine.perform(.stop(id: id, timeout: .seconds(5))) == .done(id: nil))

            #expect(await engine.perform(.start(id: "web")) == .done(id: nil))
            let again = try #require(try await sandbox.container())
            #expect(again.state == .running && again.incarnation != first.incarnation)
        }
    }

    @Test func a_program_that_ignores_the_term_signal_is_killed_after_the_timeout() async throws {
        try await Sandbox.with { sandbox in
            let id = try await sandbox.run("trap '' TERM; while :; do sleep 0.02; done")
            let clock = ContinuousClock()
            let time = await clock.measure {
                #expect(
                    await sandbox.engine.perform(.stop(id: id, timeout: .milliseconds(300))) == .done(id: nil)
                )
            }
            #expect(time > .milliseconds(290) && time < .seconds(3))
            let container = try #require(try await sandbox.container())
            #expect(container.state == .exited && container.exitCode == 137 && !container.isOutOfMemory)
        }
    }

    @Test func a_restart_gives_another_run_under_the_same_supervisor() async throws {
        try await Sandbox.with { sandbox in
            let id = try await sandbox.run(Self.server)
            let before = try #require(try await sandbox.container())
            let (program, supervisor) = (try sandbox.program(id), try sandbox.supervisor(id))
            #expect(
                await sandbox.engine.perform(.restart(id: id, timeout: .seconds(2))) == .done(id: nil))
            let after = try #require(try await sandbox.container())
            #expect(after.state == .running && after.incarnation != before.incarnation)
            #expect(try sandbox.program(id) != program && !isAlive(program))
            #expect(try sandbox.supervisor(id) == supervisor)
        }
    }

    @Test func a_restart_of_what_is_not_running_starts_it() async throws {
        try await Sandbox.with { sandbox in
            let id = try await sandbox.run("exit 3")
            #expect(try await eventually { try await sandbox.container()?.state == .exited })
            #expect(try await sandbox.container()?.exitCode == 3)
            let before = try await sandbox.container()?.incarnation
            #expect(
                await sandbox.engine.perform(.restart(id: id, timeout: .seconds(2))) == .done(id: nil))
            #expect(try await sandbox.container()?.incarnation != before)
        }
    }

    @Test func the_file_system_of_a_container_outlives_restarts_and_is_empty_in_a_new_one() async throws {
        try await Sandbox.with { sandbox in
            let engine = sandbox.engine
            let id = try await sandbox.run(
                """
                [ "$PWD" = "$CONTAINER_DIR" ] || echo "wrong directory $PWD"
                echo "kept $(ls kept 2>/dev/null) temporary $(ls $CONTAINER_TMP)"
                touch kept $CONTAINER_TMP/temporary
                mkdir -p $CONTAINER_TMP/a/b && touch $CONTAINER_TMP/a/b/c
                while :; do sleep 0.02; done
                """)
            #expect(try await eventually { sandbox.read("log", of: id)?.contains("kept  temporary") == true })
            #expect(try await eventually { sandbox.read("tmp/a/b/c", of: id) != nil })
            _ = await engine.perform(.restart(id: id, timeout: .zero))
            #expect(
                try await eventually {
                    sandbox.read("log", of: id)?.contains("kept kept temporary \n") == true
                })
            _ = await engine.perform(.stop(id: id, timeout: .zero))
            let image = try #require(try await sandbox.container()?.image)
            guard
                case .done(let next?) = await engine.perform(
                    .create(name: "next", like: id, image: image, reference: "web:current"))
            else {
                Issue.record("no container was created")
                return
            }
            _ = await engine.perform(.start(id: next))
            #expect(
                try await eventually { sandbox.read("log", of: next)?.contains("kept  temporary \n") == true }
            )
        }
    }

    @Test func a_rollback_is_made_of_tag_create_stop_rename_start_and_remove() async throws {
        try await Sandbox.with { sandbox in
            let engine = sandbox.engine
            let good = try await engine.install(release: sandbox.release("echo good; sleep 60"))
            let settings = ProcessSettings(
                environment: ["A": "1"], memoryLimitBytes: 1 << 30, stopTimeout: .milliseconds(200),
                labels: ["team": "x"])
            _ = try await engine.install(
                release: sandbox.release("echo bad; sleep 60", named: "bad"), reference: "web:current")
            let old = try await engine.run(name: "web", reference: "web:current", settings: settings)

            #expect(await engine.perform(.tag(image: good, reference: "web:current")) == .done(id: nil))
            guard
                case .done(let new?) = await engine.perform(
                    .create(name: "web-next", like: old, image: good, reference: "web:current"))
            else {
                Issue.record("no container was created")
                return
            }
            let call = EngineCall.survey(
                names: ["web", "web-next", "web-old"], like: old, reference: "web:current")
            guard case .survey(let survey) = await engine.perform(call) else {
                Issue.record("no survey")
                return
            }
            #expect(survey.tagged == good)
            #expect(survey.named("web-next")?.state == .created)
            #expect(survey.named("web-next")?.image == good)
            #expect(survey.named("web-next")?.differences.isEmpty == true)
            #expect(survey.named("web-old") == nil)

            #expect(await engine.perform(.remove(id: old)).fault?.code == .conflict, "it runs")
            #expect(await engine.perform(.rename(id: new, name: "web")).fault?.code == .conflict)
            #expect(await engine.perform(.stop(id: old, timeout: .zero)) == .done(id: nil))
            #expect(await engine.perform(.rename(id: old, name: "web-old")) == .done(id: nil))
            #expect(await engine.perform(.rename(id: new, name: "web")) == .done(id: nil))
            #expect(await engine.perform(.start(id: new)) == .done(id: nil))
            #expect(await engine.perform(.remove(id: old)) == .done(id: nil))
            #expect(try await engine.list().map(\.name) == ["web"])
            #expect(
                try await eventually { await engine.perform(.logs(id: new, lines: 5)) == .logs(["good"]) })
        }
    }

    @Test func what_differs_from_the_model_is_named_without_its_value() async throws {
        try await Sandbox.with { sandbox in
            let engine = sandbox.engine
            let first = try await sandbox.run("sleep 60")
            _ = try await engine.run(
                name: "other", reference: "web:current",
                settings: ProcessSettings(
                    environment: ["TOKEN": "secret"], memoryLimitBytes: 5, stopTimeout: .milliseconds(500),
                    labels: ["a": "b"]))
            let reply = await engine.perform(.survey(names: ["other"], like: first, reference: nil))
            guard case .survey(let survey) = reply else {
                Issue.record("no survey")
                return
            }
            #expect(survey.containers[0].differences == ["environment TOKEN", "memory limit", "label a"])
        }
    }

    @Test func calls_that_cannot_be_carried_out_are_refused_with_a_reason() async throws {
        try await Sandbox.with { sandbox in
            let engine = sandbox.engine
            #expect(await engine.perform(.start(id: "none")).fault?.code == .notFound)
            let id = try await sandbox.run("sleep 60")
            let reply = await engine.perform(
                .create(
                    name: "x", like: id, image: "sha256:" + String(repeating: "0", count: 64), reference: ""))
            #expect(reply.fault?.code == .notFound)
            #expect(
                await engine.perform(.tag(image: "web:current", reference: "web:b")).fault?.code == .notFound)
            let image = try #require(try await sandbox.container()?.image)
            #expect(await engine.perform(.tag(image: image, reference: "../b:c")).fault?.code == .refused)
            #expect(await engine.perform(.setImage(id: id, image: image)).fault?.code == .refused)
            #expect(await engine.perform(.rename(id: id, name: "a/b")).fault?.code == .refused)
        }
    }

    @Test func a_program_that_cannot_be_executed_is_refused_and_leaves_nothing() async throws {
        try await Sandbox.with { sandbox in
            let directory = try sandbox.release("true")
            try Data("#!/no/such/interpreter\n".utf8).write(
                to: URL(fileURLWithPath: directory + "/program"))
            chmod(directory + "/program", 0o755)
            _ = try await sandbox.engine.install(release: directory, reference: "web:current")
            let fault = try await #require(throws: EngineFault.self) {
                try await sandbox.engine.run(name: "web", reference: "web:current")
            }
            #expect(fault.message.contains("Cannot execute 'program'"))
            #expect(try await sandbox.engine.list().isEmpty)
        }
    }

    @Test func nothing_of_a_program_survives_its_stop_not_even_what_left_its_session() async throws {
        try await Sandbox.with { sandbox in
            let id = try await sandbox.run(
                """
                (setsid sh -c 'trap "" TERM HUP; echo $$ >> '$CONTAINER_DIR'/pids; sleep 60; sleep 60' &)
                (sh -c 'trap "" TERM HUP; echo $$ >> '$CONTAINER_DIR'/pids; sleep 60; sleep 60' &)
                while :; do sleep 0.02; done
                """)
            func pids() -> [pid_t] {
                (sandbox.read("fs/pids", of: id) ?? "").split(separator: "\n").compactMap { pid_t($0) }
            }
            #expect(try await eventually { pids().count == 2 })
            #expect(pids().allSatisfy(isAlive))
            _ = await sandbox.engine.perform(.stop(id: id, timeout: .seconds(2)))
            #expect(!pids().contains(where: isAlive))
        }
    }

    @Test func a_log_is_bounded_and_its_tail_reaches_over_the_turn() async throws {
        try await Sandbox.with { sandbox in
            let id = try await sandbox.run(
                "i=0; while [ $i -lt 3000 ]; do echo line $i; i=$((i+1)); done; sleep 60",
                settings: ProcessSettings(stopTimeout: .zero, logLimitBytes: 8192))
            #expect(
                try await eventually { sandbox.read("log", of: id)?.hasSuffix("line 2999\n") == true })
            #expect(sandbox.read("log", of: id).map { $0.utf8.count <= 8192 } == true)
            #expect(sandbox.read("log.1", of: id).map { $0.utf8.count <= 8192 + 65536 } == true)
            guard case .logs(let lines) = await sandbox.engine.perform(.logs(id: id, lines: 3)) else {
                Issue.record("no logs")
                return
            }
            #expect(lines == ["line 2997", "line 2998", "line 2999"])
        }
    }

    @Test func a_program_inherits_no_descriptor_and_nothing_of_the_environment() async throws {
        try await Sandbox.with { sandbox in
            let leak = open("/dev/null", O_RDONLY)
            defer { close(leak) }
            setenv("LAB_TEST_SECRET", "x", 1)
            let id = try await sandbox.run("ls /proc/$$/fd; env; sleep 60")
            #expect(try await eventually { sandbox.read("log", of: id)?.contains("CONTAINER_TMP=") == true })
            let log = try #require(sandbox.read("log", of: id))
            // 10 is the shell's own copy of its script.
            #expect(log.hasPrefix("0\n1\n10\n2\n") || log.hasPrefix("0\n1\n2\n"))
            #expect(!log.hasPrefix("0\n1\n10\n2\n3") && !log.hasPrefix("0\n1\n2\n3"))
            #expect(!log.contains("LAB_TEST_SECRET") && !log.contains("LD_LIBRARY_PATH"))
        }
    }

    @Test func a_command_runs_in_the_containers_directory_and_is_bounded() async throws {
        try await Sandbox.with { sandbox in
            let engine = sandbox.engine
            let id = try await sandbox.run("sleep 60", settings: ProcessSettings(environment: ["A": "b c"]))
            let good = try await engine.execute(
                ["sh", "-c", "echo $A; pwd; exit 4"], in: id, limit: .seconds(5))
            #expect(good == Execution(exitCode: 4, output: "b c\n\(sandbox.root)/containers/\(id)/fs\n"))
            let long = try await engine.execute(
                ["sh", "-c", "yes | head -c 1000000"], in: id, limit: .seconds(5))
            #expect(long.exitCode == 0 && long.output.utf8.count == 65536)
            let slow = await #expect(throws: EngineFault.self) {
                try await engine.execute(["sleep", "30"], in: id, limit: .milliseconds(100))
            }
            #expect(slow?.code == .timedOut)
            let missing = await #expect(throws: EngineFault.self) {
                try await engine.execute(["no-such-command"], in: id, limit: .seconds(1))
            }
            #expect(missing?.code == .notFound)
            // What a command leaves in the background is not waited for.
            let clock = ContinuousClock()
            let time = try await clock.measure {
                _ = try await engine.execute(["sh", "-c", "sleep 5 & true"], in: id, limit: .seconds(10))
            }
            #expect(time < .seconds(2))
            _ = await engine.perform(.stop(id: id, timeout: .zero))
            let stopped = await #expect(throws: EngineFault.self) {
                try await engine.execute(["true"], in: id, limit: .seconds(1))
            }
            #expect(stopped?.code == .conflict)
        }
    }
}

extension EngineReply {
    var fault: EngineFault? {
        switch self {
        case .refused(let fault), .unknown(let fault): fault
        default: nil
        }
    }
}
