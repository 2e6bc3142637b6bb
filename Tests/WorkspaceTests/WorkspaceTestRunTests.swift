import Foundation
import Incident
import Testing

@testable import Workspace

extension ToolchainTests {
    @Suite struct WorkspaceTestRunTests {
        /// One package whose tests misbehave on demand, so that it is built once.
        private static let package: [String: String] = [
            "Package.swift": """
            // swift-tools-version: 6.0
            import PackageDescription
            let package = Package(
                name: "Ward",
                targets: [
                    .target(name: "Ward"),
                    .testTarget(name: "WardTests", dependencies: ["Ward"]),
                    .testTarget(name: "OtherTests", dependencies: ["Ward"]),
                ])
            """,
            "Sources/Ward/Ward.swift": """
            import Foundation
            public func isOn(_ name: String) -> Bool { ProcessInfo.processInfo.environment[name] != nil }
            public func trap(_ numbers: [Int]) -> Int { numbers[3] }
            public func cast(_ value: Any) -> Int { value as! Int }
            public func waitForever() { DispatchSemaphore(value: 0).wait() }
            public func spin() { var n = 0; while n >= 0 { n = (n + 1) % 1000 } }
            """,
            "Tests/WardTests/XTests.swift": """
            import Foundation
            import XCTest
            import Ward
            final class XTests: XCTestCase {
                func test1Passes() {}
                func test2MayFail() { XCTAssertFalse(isOn("X_FAIL")) }
                func test3MayTrap() { if isOn("X_TRAP") { print(trap([])) } }
                func test4MayCast() { if isOn("X_CAST") { print(cast("text")) } }
                func test5MayHang() { if isOn("X_HANG") { spin() }; if isOn("X_WAIT") { waitForever() } }
                func test6MayExit() { if isOn("X_EXIT") { exit(0) } }
                func test7MayFlood() {
                    if isOn("X_FLOOD") { for _ in 0..<300_000 { print("flood flood flood flood flood flood") } }
                }
                func test8Skips() throws { throw XCTSkip("not today") }
                func test9MayLeaveAChild() throws {
                    guard isOn("X_CHILD") else { return }
                    let child = Process()
                    child.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
                    child.arguments = ["sleep", "97531"]
                    try child.run()
                }
            }
            """,
            "Tests/OtherTests/XTests.swift": """
            import XCTest
            import Ward
            final class XTests: XCTestCase {
                func test1Passes() {}
                override class func setUp() { if isOn("X_SETUP") { fatalError("set-up") } }
            }
            """,
            "Tests/WardTests/STests.swift": #"""
            import Foundation
            import Testing
            import Ward
            @Test func free() {}
            func wait() { waitForever() }
            @Suite struct S {
                @Test(arguments: [1, 2, 3]) func parameters(_ n: Int) { #expect(n != 2 || !isOn("S_FAIL")) }
                @Test func known() { withKnownIssue { #expect(Bool(false)) } }
                @Test func `raw name, with a comma`() {}
                @Test(.disabled("not today")) func disabled() {}
                @Suite struct Inner {
                    @Test func mayTrap() { if isOn("S_TRAP") { print(trap([])) } }
                    @Test func mayCast() { if isOn("S_CAST") { print(cast("text")) } }
                    @Test func mayHang() async { if isOn("S_HANG") { spin() }; if isOn("S_WAIT") { wait() } }
                    @Test func mayExit() { if isOn("S_EXIT") { exit(0) } }
                    @Test func mayKillItself() { if isOn("S_KILL") { kill(getpid(), SIGKILL) } }
                    @Test func mayFillMemory() {
                        if isOn("S_MEMORY") { print([UInt8](repeating: 1, count: 1 << 40).count) }
                    }
                }
            }
            """#,
        ]

        private static func abortTrace() throws -> String {
            // Built beside the test bundle.
            let own = try #require(Files.realPath("/proc/self/exe"))
            let path = URL(fileURLWithPath: own).deletingLastPathComponent().path + "/libAbortTrace.so"
            try #require(Files.kind(of: path) != nil, "The product AbortTrace was not built.")
            return path
        }

        @Test func every_way_to_end_a_test_is_told_apart() async throws {
            let fixture = try Fixture()
            let patient = try fixture.write(Self.package)
            let workspace = try await Workspace.open(at: fixture.workspace, abortTrace: try Self.abortTrace())
            try await workspace.load(patient: patient)
            let build = try await workspace.build()
            try #require(build.succeeded, "\(build.evidence.console)")

            try await passesWhenNothingIsWrong(workspace)
            try await selects(workspace)
            try await reportsFailures(workspace)
            try await survivesCrashes(workspace)
            try await survivesHangs(workspace, way: "HANG", in: "spin()")
            try await survivesHangs(workspace, way: "WAIT", in: nil)
            try await survivesFloodsAndChildren(workspace)
            try await givesUpInTime(workspace)
            try await cancels(workspace)
        }

        private func passesWhenNothingIsWrong(_ workspace: Workspace) async throws {
            let run = try await workspace.test()
            #expect(run.succeeded, "\(run.console)")
            #expect(run.outcomes.count == 21)
            #expect(run.tests(.skipped) == ["WardTests.XTests/test8Skips", "WardTests.S/disabled()"])
            #expect(run.count(.passed) == 19)
            #expect(run.tests(.passed).contains("WardTests.S/parameters(_:)"))
            #expect(run.tests(.passed).contains("WardTests.free()"))
            #expect(run.tests(.passed).contains("OtherTests.XTests/test1Passes"))
        }

        private func selects(_ workspace: Workspace) async throws {
            let names: Set = [
                "WardTests.XTests/test1Passes", "WardTests.S/`raw name, with a comma`()",
                "WardTests.S/Inner/mayExit()",
            ]
            let only = try await workspace.test(.only(names))
            #expect(Set(only.outcomes.map(\.test)) == names)
            #expect(only.succeeded)
            let except = try await workspace.test(.except(names))
            #expect(except.outcomes.count == 18)
            #expect(except.succeeded)
            let none = try await workspace.test(.only(["WardTests.XTests/testNoSuchThing"]))
            #expect(none.noTests)
            #expect(!none.succeeded)
        }

        private func reportsFailures(_ workspace: Workspace) async throws {
            let run = try await workspace.test(environment: ["X_FAIL": "1", "S_FAIL": "1"])
            #expect(run.tests(.failed) == ["WardTests.XTests/test2MayFail", "WardTests.S/parameters(_:)"])
            #expect(run.count(.passed) == 17)
            #expect(run.evidence.count == 2)
            #expect(run.evidence.allSatisfy { $0.termination == .exited(1) && $0.crash == nil })
            let issue = run.evidence[0].events.first { $0.kind == .issue }
            #expect(issue?.test == "WardTests.XTests/test2MayFail")
            #expect(issue?.message == "XCTAssertFalse failed - ")
        }

        private func survivesCrashes(_ workspace: Workspace) async throws {
            let run = try await workspace.test(environment: [
                "X_TRAP": "1", "X_CAST": "1", "X_EXIT": "1", "X_SETUP": "1", "S_TRAP": "1", "S_CAST": "1",
                "S_EXIT": "1",
                "S_KILL": "1", "S_MEMORY": "1",
            ])
            #expect(
                Set(run.tests(.crashed)) == [
                    "WardTests.XTests/test3MayTrap", "WardTests.XTests/test4MayCast",
                    "WardTests.XTests/test6MayExit",
                    "OtherTests.XTests/test1Passes", "WardTests.S/Inner/mayTrap()",
                    "WardTests.S/Inner/mayCast()",
                    "WardTests.S/Inner/mayExit()", "WardTests.S/Inner/mayKillItself()",
                    "WardTests.S/Inner/mayFillMemory()",
                ])
            #expect(run.count(.passed) == 10)
            #expect(run.count(.skipped) == 2)
            #expect(run.count(.notRun) == 0)
            for test in ["test3MayTrap", "test4MayCast", "mayTrap()", "mayCast()"] {
                let evidence = run.evidence.first { $0.events.last?.test.hasSuffix(test) == true }
                let function = test.contains("Trap") ? "trap(_:)" : "cast(_:)"
                #expect(
                    evidence?.crash?.frames.contains { $0.function == function && $0.line > 0 } == true,
                    "\(test)")
            }
            let exit = run.evidence.first { $0.events.last?.test == "WardTests.S/Inner/mayExit()" }
            #expect(exit?.termination == .exited(0))
            let killed = run.evidence.first { $0.events.last?.test == "WardTests.S/Inner/mayKillItself()" }
            #expect(killed?.termination == .signalled(SIGKILL))
        }

        /// `way` is a loop, whose function the backtrace names, or a wait, where it ends in the C library.
        private func survivesHangs(_ workspace: Workspace, way: String, in function: String?) async throws {
            let limits = TestLimits(perTest: .seconds(1))
            let run = try await workspace.test(
                limits: limits, environment: ["X_\(way)": "1", "S_\(way)": "1"])
            #expect(run.tests(.timedOut) == ["WardTests.XTests/test5MayHang", "WardTests.S/Inner/mayHang()"])
            #expect(run.count(.passed) == 17)
            #expect(run.evidence.count == 2)
            for evidence in run.evidence {
                #expect(evidence.termination == .timedOut)
                #expect(evidence.crash?.description == "Timed out")
                let functions = evidence.crash?.frames.map(\.function) ?? []
                if let function { #expect(functions.contains(function), "\(functions)") }
            }
        }

        private func survivesFloodsAndChildren(_ workspace: Workspace) async throws {
            let limits = TestLimits(consoleBytes: 100_000)
            let run = try await workspace.test(limits: limits, environment: ["X_FLOOD": "1", "X_CHILD": "1"])
            #expect(run.succeeded)
            #expect(run.console.utf8.count < 300_000)
            #expect(run.console.contains("bytes left out …]"))
            #expect(processes(mentioning: "97531").isEmpty)
        }

        private func givesUpInTime(_ workspace: Workspace) async throws {
            let limits = TestLimits(maximumDeaths: 1)
            let run = try await workspace.test(limits: limits, environment: ["X_TRAP": "1", "S_TRAP": "1"])
            #expect(run.count(.crashed) == 1)
            #expect(run.count(.notRun) > 11)
            #expect(run.outcomes.count == 21)
            #expect(!run.succeeded)
        }

        private func cancels(_ workspace: Workspace) async throws {
            let bundle = "WardPackageTests.xctest"
            let task = Task { try await workspace.test(environment: ["X_HANG": "1"]) }
            while processes(mentioning: bundle).isEmpty { try await Task.sleep(for: .milliseconds(10)) }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(processes(mentioning: bundle).isEmpty)
        }

        @Test func a_package_without_tests_has_none() async throws {
            let fixture = try Fixture()
            let patient = try fixture.write(Fixture.package())
            let workspace = try await Workspace.open(at: fixture.workspace)
            try await workspace.load(patient: patient)
            #expect(try await workspace.build().succeeded)
            let run = try await workspace.test()
            #expect(run.noTests)
            #expect(!run.succeeded)
        }
    }
}
