import Foundation
import Incident
import Testing

@testable import Workspace

extension ForkServerSuites {
    /// Code that does harm, as a wrong candidate may.
    @Suite(.serialized, WovenPackageTrait()) struct ForkMischiefTests {
        /// What a server's children must not change.
        private func state(of directory: String) throws -> [String: String] {
            var found: [String: String] = [:]
            for case let path as String in FileManager.default.enumerator(atPath: directory) ?? .init() {
                let full = directory + "/" + path
                found[path] = Files.kind(of: full) == .regular ? Digest.sha256(try Files.read(full)) : ""
            }
            return found
        }

        private func run(
            _ number: Int32, full: Bool, limits: ForkLimits = ForkLimits(),
            environment: [String: String] = [:],
            wall: Duration = .seconds(20), _ check: (ForkResult, ForkServer) throws -> Void
        ) async throws {
            let package = try WovenPackage.shared()
            let outside = package.fixture.path + "/outside"
            try package.fixture.write(["precious": "gold"], in: "outside")
            var setup = package.setup
            setup.limits = limits
            setup.mayUseNamespaces = full
            setup.environment = environment.merging(["OUTSIDE": outside]) { $1 }
            let tree = try state(of: setup.tree)
            let build = try state(of: setup.directories[0])
            let server = try await ForkServer.start(setup)
            for framework in [TestEvent.Framework.xctest, .swiftTesting] {
                let result = try await server.run(
                    WovenPackage.job(
                        framework, [(WovenPackage.Unit.mischief, number)], tests: ["test6", "behaves"],
                        wall: wall))
                try check(result, server)
                // The server goes on, and the next child finds everything as it was.
                let next = try await server.run(WovenPackage.job(framework))
                #expect(next.passed, "\(next.console)")
            }
            await server.stop()
            #expect(processes(mentioning: setup.bundle).isEmpty)
            #expect(processes(mentioning: "86531").isEmpty)
            #expect(try state(of: setup.tree) == tree)
            #expect(try state(of: setup.directories[0]) == build)
            #expect(try state(of: outside).keys.sorted() == ["precious"])
            #expect(try Files.read(outside + "/precious") == Array("gold".utf8))
            #expect(try Files.names(in: setup.scratch).isEmpty)
            #expect(Files.kind(of: "/etc/healing-lab-made") == nil)
            #expect(Files.kind(of: "/var/healing-lab-made") == nil)
        }

        @Test(arguments: [true, false])
        func files_a_child_removes_are_there_for_the_next(_ full: Bool) async throws {
            try await run(1, full: full) { result, _ in
                #expect(result.wroteFiles)
                #expect(result.termination == .exited(0), "\(result.console)")
            }
        }

        @Test(arguments: [true, false])
        func files_outside_cannot_be_changed(_ full: Bool) async throws {
            try await run(9, full: full) { result, _ in
                #expect(result.termination == .exited(0), "\(result.console)")
            }
        }

        @Test(arguments: [true, false])
        func a_process_that_leaves_its_session_is_ended_with_its_test(_ full: Bool) async throws {
            try await run(2, full: full) { result, _ in
                #expect(result.strays > 0)
                #expect(processes(mentioning: "86531").isEmpty)
            }
        }

        @Test(arguments: [true, false])
        func memory_is_limited(_ full: Bool) async throws {
            try await run(3, full: full, limits: ForkLimits(memoryBytes: 256 << 20)) { result, _ in
                #expect(!result.passed)
                #expect(result.termination != .timedOut)
                #expect(result.peakMemoryBytes < 512 << 20)
            }
        }

        @Test(arguments: [true, false])
        func a_full_disk_is_the_childs_own(_ full: Bool) async throws {
            try await run(
                4, full: full, limits: ForkLimits(fileBytes: 24 << 20, diskBytes: 64 << 20)
            ) { result, _ in
                #expect(!result.passed)
                #expect(result.wroteFiles)
            }
        }

        @Test(arguments: [true, false])
        func a_child_that_ignores_signals_is_killed_in_time(_ full: Bool) async throws {
            try await run(5, full: full, wall: .milliseconds(300)) { result, _ in
                #expect(result.termination == .timedOut)
            }
        }

        @Test func the_network_is_out_of_reach() async throws {
            let line = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            defer { close(line) }
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            withUnsafeMutablePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                    #expect(bind(line, pointer, length) == 0)
                    #expect(listen(line, 8) == 0)
                    #expect(getsockname(line, pointer, &length) == 0)
                }
            }
            let port = UInt16(bigEndian: address.sin_port)
            try await run(6, full: true, environment: ["PORT": "\(port)"]) { result, server in
                guard server.isolation == .full else { return }
                #expect(result.termination == .exited(0))
            }
        }

        @Test func a_fork_bomb_ends_with_its_time() async throws {
            try await run(
                7, full: true, limits: ForkLimits(processes: 400), wall: .milliseconds(500)
            ) { result, server in
                guard server.isolation == .full else { return }
                #expect(!result.passed)
                #expect(result.strays > 50)
                #expect(result.strays < 5000)
            }
        }

        @Test func killing_everything_kills_the_child_alone() async throws {
            try await run(8, full: true) { result, server in
                guard server.isolation == .full else { return }
                #expect(result.termination == .exited(0), "\(result.console)")
            }
        }

        @Test(arguments: [true, false])
        func a_child_that_closes_every_descriptor_has_not_passed(_ full: Bool) async throws {
            try await run(10, full: full) { result, _ in
                #expect(!result.passed)
            }
        }

        @Test(arguments: [true, false])
        func a_lab_that_is_killed_leaves_nothing(_ full: Bool) async throws {
            let setup = try WovenPackage.shared().setup
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [
                    bundle = setup.bundle as String, tree = setup.tree as String,
                    directory = setup.directories[0] as String, scratch = setup.scratch as String,
                    full = full as Bool
                ] in
                try await Self.serveUntilKilled(
                    ForkSetup(
                        bundle: bundle, tree: tree, directories: [directory], scratch: scratch, units: 64,
                        mayUseNamespaces: full))
            }
            for _ in 0..<200 where !processes(mentioning: setup.bundle).isEmpty {
                await uncancellableSleep(.milliseconds(10))
            }
            #expect(processes(mentioning: setup.bundle).isEmpty)
            for name in try Files.names(in: setup.scratch) { try Files.remove(setup.scratch + "/" + name) }
        }

        /// Ends this process by SIGKILL once two children of two servers run.
        private static func serveUntilKilled(_ setup: ForkSetup) async throws {
            let pool = try await ForkPool.start(setup, servers: 2)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<2 {
                    group.addTask {
                        _ = try await pool.run(
                            WovenPackage.job(.xctest, [(WovenPackage.Unit.mischief, 5)]))
                    }
                }
                let wanted = pool.isolation == .full ? 8 : 4
                for _ in 0..<500 where processes(mentioning: setup.bundle).count < wanted {
                    await uncancellableSleep(.milliseconds(10))
                }
                if processes(mentioning: setup.bundle).count >= wanted { kill(getpid(), SIGKILL) }
                try await group.waitForAll()
            }
        }
    }
}
