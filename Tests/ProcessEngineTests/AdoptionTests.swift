import Foundation
import Testing
import Watchdog
import WatchdogEngines

/// What is true after engines and supervisors were killed. Live: real processes, real time.
@Suite(.serialized) struct AdoptionTests {
    @Test func a_program_outlives_its_owner_and_its_exit_code_is_not_lost() async throws {
        try await Sandbox.with { sandbox in
            await #expect(processExitsWith: .signal(SIGKILL)) { [sandbox = sandbox as Sandbox] in
                _ = try await sandbox.run("trap 'exit 7' USR1; echo up; while :; do sleep 0.02; done")
                kill(getpid(), SIGKILL)
            }
            let container = try #require(try await sandbox.container())
            #expect(container.state == .running)
            #expect(try await eventually { sandbox.read("log", of: container.id) == "up\n" })
            kill(try sandbox.program(container.id), SIGUSR1)
            #expect(try await eventually { try await sandbox.container()?.state == .exited })
            #expect(try await sandbox.container()?.exitCode == 7)
        }
    }

    @Test func a_restart_asked_for_is_completed_after_the_owner_was_killed() async throws {
        try await Sandbox.with { sandbox in
            let id = try await sandbox.run("trap '' TERM; while :; do sleep 0.02; done")
            let before = try #require(try await sandbox.container())
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [sandbox = sandbox as Sandbox, id = id as String] in
                let watch = sandbox.engine
                // Killed while the supervisor waits for the program to end.
                Thread.detachNewThread {
                    usleep(150_000)
                    kill(getpid(), SIGKILL)
                }
                _ = await watch.perform(.restart(id: id, timeout: .milliseconds(600)))
            }
            #expect(try await sandbox.container()?.incarnation == before.incarnation, "not yet")
            #expect(
                try await eventually {
                    let now = try await sandbox.container()
                    return now?.state == .running && now?.incarnation != before.incarnation
                })
        }
    }

    @Test(arguments: 0..<12)
    func an_owner_killed_at_any_moment_leaves_a_readable_and_true_state(round: Int) async throws {
        try await Sandbox.with { sandbox in
            let good = try await sandbox.engine.install(release: sandbox.release("echo good; sleep 60"))
            _ = try await sandbox.run("sleep 60", settings: ProcessSettings(stopTimeout: .zero))
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [sandbox = sandbox as Sandbox, good = good as String, round = round as Int] in
                let engine = sandbox.engine
                Thread.detachNewThread {
                    usleep(useconds_t(5000 + round * 17_000 + Int.random(in: 0...15_000)))
                    kill(getpid(), SIGKILL)
                }
                for number in 0... {
                    let name = "next-\(number)"
                    _ = await engine.perform(.tag(image: good, reference: "web:current"))
                    guard
                        case .done(let id?) = await engine.perform(
                            .create(name: name, like: "web", image: good, reference: "web:current"))
                    else { continue }
                    _ = await engine.perform(.start(id: id))
                    _ = await engine.perform(.restart(id: id, timeout: .zero))
                    _ = await engine.perform(.stop(id: id, timeout: .zero))
                    _ = await engine.perform(.rename(id: id, name: "old-\(number)"))
                    _ = await engine.perform(.remove(id: id))
                }
            }
            // A supervisor completes what it was asked; after that nothing moves any more.
            try await Task.sleep(for: .milliseconds(100))
            for container in try await sandbox.engine.list() {
                let isUp = container.state == .running
                let program = (try? sandbox.program(container.id)) ?? 0
                #expect(isUp == (program > 0 && isAlive(program)), "\(container)")
                #expect(container.image.hasPrefix("sha256:"))
            }
            #expect(try await sandbox.container()?.state == .running)
            // And every one of them can be led on from there.
            for container in try await sandbox.engine.list() {
                #expect(await sandbox.engine.perform(.start(id: container.id)) == .done(id: nil))
                #expect(
                    await sandbox.engine.perform(.stop(id: container.id, timeout: .zero)) == .done(id: nil))
                #expect(await sandbox.engine.perform(.remove(id: container.id)) == .done(id: nil))
            }
            #expect(try await sandbox.engine.list().isEmpty)
            let left = try FileManager.default.contentsOfDirectory(atPath: sandbox.root + "/containers")
            #expect(left.isEmpty)
        }
    }

    @Test func a_program_whose_supervisor_is_killed_ends_and_its_exit_code_is_unknown() async throws {
        try await Sandbox.with { sandbox in
            let engine = sandbox.engine
            let log = EventLog()
            await log.listen(to: engine)
            let id = try await sandbox.run(
                "setsid sh -c 'echo $$ > stray; sleep 60; sleep 60' & while :; do sleep 0.02; done")
            func stray() -> pid_t { sandbox.read("fs/stray", of: id).flatMap { pid_t($0.dropLast()) } ?? 0 }
            #expect(try await eventually { stray() > 0 })
            let program = try sandbox.program(id)
            kill(try sandbox.supervisor(id), SIGKILL)
            #expect(try await eventually { !isAlive(program) })
            let container = try #require(try await sandbox.container())
            #expect(container.state == .exited && container.exitCode == nil)
            #expect(try await eventually { await log.kinds.contains(.died(exitCode: nil)) })
            // What it left behind goes with the next change.
            let left = stray()
            #expect(isAlive(left))
            #expect(await engine.perform(.start(id: id)) == .done(id: nil))
            #expect(!isAlive(left))
            #expect(try await sandbox.container()?.state == .running)
            await log.stop()
        }
    }

    @Test func a_number_that_belongs_to_another_process_by_now_is_not_taken_for_the_program() async throws {
        try await Sandbox.with { sandbox in
            let id = try await sandbox.run("sleep 60")
            _ = await sandbox.engine.perform(.stop(id: id, timeout: .zero))
            // As if the machine had gone down: no exit on record, and the numbers are this very process's.
            let directory = "\(sandbox.root)/containers/\(id)"
            for name in try FileManager.default.contentsOfDirectory(atPath: directory)
            where name.hasPrefix("exit-") {
                unlink("\(directory)/\(name)")
            }
            let url = URL(fileURLWithPath: directory + "/run.json")
            var values = try #require(
                JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
            values["supervisor"] = Int(getpid())
            values["program"] = Int(getpid())
            try JSONSerialization.data(withJSONObject: values).write(to: url)
            #expect(try await sandbox.container()?.state == .exited)
            #expect(await sandbox.engine.perform(.stop(id: id, timeout: .zero)) == .done(id: nil))
            await #expect(throws: EngineFault.self) { try await sandbox.engine.signal(id, SIGKILL) }
            #expect(try await sandbox.container()?.exitCode == nil)

            // The right start time, but of another boot.
            values["supervisorStart"] = try startTime(of: getpid())
            values["boot"] = "00000000-0000-0000-0000-000000000000"
            values["run"] = 99
            try JSONSerialization.data(withJSONObject: values).write(to: url)
            #expect(try await sandbox.container()?.state == .exited)
            #expect(await sandbox.engine.perform(.start(id: id)) == .done(id: nil))
            #expect(try await sandbox.container()?.incarnation.hasPrefix("100-") == true)
        }
    }

    @Test(.enabled(if: geteuid() == 0, "needs root, to mount a small file system"))
    func a_disk_that_fills_up_swallows_no_exit_code_and_refuses_changes_with_a_reason() async throws {
        try await Sandbox.with { sandbox in
            try shell("/bin/mount", "-t", "tmpfs", "-o", "size=1m", "engine-test", sandbox.path)
            do {
                let engine = sandbox.engine
                let id = try await sandbox.run("trap 'exit 9' USR1; echo up; while :; do sleep 0.02; done")
                #expect(try await eventually { sandbox.read("log", of: id) == "up\n" })
                // More than there is room for; what fits is written.
                _ = FileManager.default.createFile(
                    atPath: sandbox.path + "/filler", contents: Data(repeating: 1, count: 400_000))
                let filler = open(sandbox.path + "/filler", O_WRONLY | O_APPEND)
                let bytes = [UInt8](repeating: 1, count: 4096)
                while write(filler, bytes, bytes.count) > 0 {}
                close(filler)

                let rename = await engine.perform(.rename(id: id, name: "other"))
                #expect(rename.fault?.message.contains("No space left") == true)
                #expect(try await sandbox.container()?.state == .running)
                kill(try sandbox.program(id), SIGUSR1)
                #expect(try await eventually { try await sandbox.container()?.state == .exited })
                #expect(try await sandbox.container()?.exitCode == 9)
                #expect(await engine.perform(.start(id: id)).fault?.message.contains("No space left") == true)
                #expect(try await sandbox.container()?.exitCode == 9, "what is on record stays")
                unlink(sandbox.path + "/filler")
                #expect(await engine.perform(.start(id: id)) == .done(id: nil))
                #expect(await engine.perform(.stop(id: id, timeout: .zero)) == .done(id: nil))
            } catch {
                try? shell("/bin/umount", "-l", sandbox.path)
                throw error
            }
            try shell("/bin/umount", "-l", sandbox.path)
        }
    }

    private func shell(_ command: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(command)")
    }

    private func startTime(of pid: pid_t) throws -> Int {
        let text = try String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
        let fields = text[text.index(after: text.lastIndex(of: ")") ?? text.startIndex)...]
            .split(separator: " ")
        return try #require(Int(fields[19]))
    }
}
