import CProcess
import Foundation
import Testing
import Watchdog
import WatchdogEngines

/// Two engines on one root. Live: real processes, real time.
@Suite(.serialized) struct SharingTests {
    @Test func a_root_held_by_another_process_is_refused_naming_it() async throws {
        try await Sandbox.with { sandbox in
            let id = try await sandbox.run("sleep 60")
            let lock = open(sandbox.root + "/lock", O_RDWR)
            defer { close(lock) }
            #expect(lab_lock_file(lock) == 0)
            ftruncate(lock, 0)
            pwrite(lock, "4711\n", 5, 0)
            let engine = ProcessEngine(root: sandbox.root, lockLimit: .milliseconds(50))
            let reply = await engine.perform(.rename(id: id, name: "x"))
            #expect(reply.fault?.code == .conflict)
            #expect(reply.fault?.message.contains("process 4711") == true)
            #expect(try await engine.list().count == 1, "looking needs no lock")
        }
    }

    @Test func many_changes_at_once_leave_one_program_and_one_name() async throws {
        try await Sandbox.with { sandbox in
            let id = try await sandbox.run("sleep 60", settings: ProcessSettings(stopTimeout: .zero))
            let engines = [sandbox.engine, sandbox.engine]
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<24 {
                    group.addTask {
                        let engine = engines[number % 2]
                        switch number % 4 {
                        case 0: _ = await engine.perform(.restart(id: id, timeout: .zero))
                        case 1: #expect(await engine.perform(.start(id: id)) == .done(id: nil))
                        case 2: #expect(await engine.perform(.stop(id: id, timeout: .zero)) == .done(id: nil))
                        default:
                            _ = await engine.perform(
                                .create(name: "same", like: id, image: "web:current", reference: ""))
                        }
                    }
                }
            }
            _ = await engines[0].perform(.start(id: id))
            #expect(try await sandbox.container()?.state == .running)
            #expect(try await engines[0].list().map(\.name) == ["same", "web"])
            #expect(try supervisors(of: id) == 1)
        }
    }

    /// Supervisors that work on a container's directory.
    private func supervisors(of id: String) throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { name in
            guard Int(name) != nil, let line = FileManager.default.contents(atPath: "/proc/\(name)/cmdline")
            else { return false }
            let words = line.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
            return words.first == "lab-supervise" && words.last?.hasSuffix(id) == true
        }.count
    }
}
