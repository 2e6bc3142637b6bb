import Foundation
import Testing
import Watchdog
import WatchdogEngines

@Suite struct ReleaseTests {
    @Test func the_same_content_has_the_same_digest_wherever_and_whenever_it_lies() async throws {
        try await Sandbox.with { sandbox in
            let engine = sandbox.engine
            let first = try await engine.install(release: sandbox.release("true", named: "one"))
            let other = try sandbox.release("true", named: "two")
            // Who may write is no part of a release.
            chmod(other + "/program", 0o775)
            #expect(try await engine.install(release: other) == first)
            #expect(try await engine.install(release: sandbox.release("false", named: "three")) != first)
            let unlike = try sandbox.release("true", named: "four")
            symlink("program", unlike + "/link")
            #expect(try await engine.install(release: unlike) != first)
        }
    }

    @Test func a_release_changed_on_disk_is_refused_and_mended_by_installing_it_again() async throws {
        try await Sandbox.with { sandbox in
            let engine = sandbox.engine
            let directory = try sandbox.release("sleep 60")
            let digest = try await engine.install(release: directory, reference: "web:current")
            let program = "\(sandbox.root)/releases/sha256-\(digest.dropFirst(7))/program"
            chmod(program, 0o755)
            let handle = try #require(FileHandle(forWritingAtPath: program))
            try handle.seekToEnd()
            try handle.write(contentsOf: Data("# more\n".utf8))
            try handle.close()
            chmod(program, 0o555)
            let fault = await #expect(throws: EngineFault.self) {
                try await engine.run(name: "web", reference: "web:current")
            }
            #expect(fault?.message.contains("was changed on disk") == true)
            #expect(try await engine.install(release: directory) == digest)
            _ = try await engine.run(name: "web", reference: "web:current")
        }
    }

    @Test func a_directory_without_a_program_is_refused() async throws {
        try await Sandbox.with { sandbox in
            let directory = try sandbox.release("true")
            unlink(directory + "/program")
            let fault = await #expect(throws: EngineFault.self) {
                try await sandbox.engine.install(release: directory)
            }
            #expect(fault?.message.contains("'program'") == true)
        }
    }

    @Test func a_root_of_a_later_layout_is_refused() async throws {
        try await Sandbox.with { sandbox in
            _ = try await sandbox.engine.hello()
            try Data("2\n".utf8).write(to: URL(fileURLWithPath: sandbox.root + "/format"))
            let fault = await #expect(throws: EngineFault.self) { try await sandbox.engine.hello() }
            #expect(fault?.code == .tooOld)
        }
    }
}
