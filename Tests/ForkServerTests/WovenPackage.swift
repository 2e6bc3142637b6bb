import Foundation
import Incident
import Testing

@testable import Workspace

/// A small package with tests of both frameworks, woven by hand, built once for all tests of a suite.
struct WovenPackage: Sendable {
    @TaskLocal static var current: WovenPackage?

    let fixture: Fixture
    let workspace: Workspace
    let build: Workspace.WovenBuild
    let setup: ForkSetup

    /// Places, by the numbers the woven code has them.
    enum Unit {
        static let add: Int32 = 1
        static let half: Int32 = 2
        static let end: Int32 = 3
        static let mischief: Int32 = 4
        static let wait: Int32 = 5
    }

    static let patient: [String: String] = [
        "Package.swift": """
        // swift-tools-version: 6.0
        import PackageDescription
        let package = Package(
            name: "Ward",
            targets: [
                .target(name: "Ward"),
                .testTarget(name: "WardTests", dependencies: ["Ward"]),
            ])
        """,
        "notes.txt": "kept\n",
        "Sources/Ward/Ward.swift": """
        public func add(_ a: Int, _ b: Int) -> Int { a + b }
        public func half(_ n: Int) -> Int { n / 2 }
        public func end() {}
        public func misbehave() {}
        public func pause() async -> Int { await Task.yield(); return 1 }
        """,
        "Tests/WardTests/XTests.swift": """
        import XCTest
        import Ward
        final class XTests: XCTestCase {
            func test1Add() { XCTAssertEqual(add(2, 3), 5) }
            func test2Half() { XCTAssertEqual(half(8), 4) }
            func test3End() { end() }
            func test4Both() { XCTAssertEqual(half(add(4, 4)), 4) }
            func test5Waits() async { let n = await pause(); XCTAssertEqual(n, 1) }
            func test6Behaves() { misbehave() }
        }
        """,
        "Tests/WardTests/STests.swift": """
        import Foundation
        import Testing
        import Ward
        @Suite struct STests {
            @Test func adds() { #expect(add(2, 3) == 5) }
            @Test func halves() { #expect(half(8) == 4) }
            @Test func ends() { end() }
            @Test func waits() async { #expect(await pause() == 1) }
            @Test func behaves() { misbehave() }
            @Test func exits() async {
                await #expect(processExitsWith: .exitCode(5)) { exit(Int32(add(2, 3))) }
            }
        }
        """,
    ]

    static let woven: [String: String] = [
        "Sources/Ward/Ward.swift": #"""
        import Foundation
        @_silgen_name("healing_lab_pick") fileprivate func pick(_ unit: Int32) -> Int32
        public func add(_ a: Int, _ b: Int) -> Int {
            switch pick(1) {
            case 1: a - b
            case 2: a * b
            case 3: b + a
            default: a + b
            }
        }
        public func half(_ n: Int) -> Int {
            switch pick(2) {
            case 1: n / 2 + 1
            case 2: (n - 1) / 2
            default: n / 2
            }
        }
        public func end() {
            switch pick(3) {
            case 1: fatalError("on purpose")
            case 2: exit(0)
            case 3: exit(7)
            case 4: while true {}
            case 5: kill(getpid(), SIGKILL)
            case 6: for n in 0..<300_000 { print("a line that nobody wants to keep", n) }
            case 7: let start = clock(); while clock() - start < 300_000 {}
            case 8: print("order", Set((0..<40).map(String.init)).joined(separator: " "))
            case 9: print("numbers", UInt64.random(in: 0...UInt64.max), UInt8.random(in: 0...255), (0..<40).shuffled())
            default: break
            }
        }
        public func pause() async -> Int {
            await Task.yield()
            return pick(5) == 1 ? 2 : 1
        }
        public func misbehave() {
            let outside = ProcessInfo.processInfo.environment["OUTSIDE"] ?? ""
            let here = FileManager.default.currentDirectoryPath
            switch pick(4) {
            case 1:
                for name in try! FileManager.default.contentsOfDirectory(atPath: here) {
                    try? FileManager.default.removeItem(atPath: here + "/" + name)
                }
                if FileManager.default.fileExists(atPath: here + "/notes.txt") { fatalError("not removed") }
            case 2:
                let child = Process()
                child.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
                child.arguments = ["sleep", "86531"]
                try! child.run()
            case 3:
                var all: [[UInt8]] = []
                while true { all.append([UInt8](repeating: UInt8(all.count % 256), count: 16 << 20)) }
            case 4:
                let block = [UInt8](repeating: 7, count: 1 << 20)
                for n in 0..<4 {
                    let file = open("fill-\(n)", O_WRONLY | O_CREAT, 0o644)
                    while write(file, block, block.count) > 0 {}
                    close(file)
                }
                fatalError("full")
            case 5:
                signal(SIGTERM, SIG_IGN)
                signal(SIGINT, SIG_IGN)
                while true { sleep(1) }
            case 6:
                // A name service of the machine, and any machine outside.
                for (address, port) in [("1.1.1.1", UInt16(53)), ("127.0.0.1", UInt16(ProcessInfo.processInfo.environment["PORT"] ?? "9") ?? 9)] {
                    let line = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
                    var to = sockaddr_in()
                    to.sin_family = sa_family_t(AF_INET)
                    to.sin_port = port.bigEndian
                    inet_pton(AF_INET, address, &to.sin_addr)
                    let reached = withUnsafePointer(to: &to) {
                        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                            connect(line, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                        }
                    }
                    if reached == 0 { exit(99) }
                    close(line)
                }
            case 7:
                // Only in a process table of its own.
                guard getppid() <= 1 else { exit(98) }
                while true { _ = unsafe_fork() }
            case 8:
                guard getppid() <= 1 else { exit(98) }
                kill(-1, SIGKILL)
                kill(1, SIGKILL)
            case 9:
                for path in [outside + "/made", "/etc/healing-lab-made", here + "/../made", "/var/healing-lab-made"] {
                    _ = FileManager.default.createFile(atPath: path, contents: Data("x".utf8))
                }
                try? "changed".write(toFile: outside + "/precious", atomically: false, encoding: .utf8)
                try? FileManager.default.removeItem(atPath: outside + "/precious")
                try? FileManager.default.removeItem(atPath: CommandLine.arguments[0])
            case 10:
                for n in 0..<3000 { close(Int32(n)) }
                exit(3)
            default: break
            }
        }
        @_silgen_name("fork") private func unsafe_fork() -> Int32
        """#
    ]

    static func make() async throws -> WovenPackage {
        let fixture = try Fixture()
        let patient = try fixture.write(patient)
        let workspace = try await Workspace.open(at: fixture.workspace)
        try await workspace.load(patient: patient)
        let build = try await workspace.build(woven: woven, linking: library())
        try #require(build.run.succeeded, "\(build.run.evidence.console)")
        let setup = try #require(try await workspace.forkSetup(for: build, units: 64))
        return WovenPackage(fixture: fixture, workspace: workspace, build: build, setup: setup)
    }

    /// Built beside the test bundle.
    static func library() throws -> String {
        let own = try #require(Files.realPath("/proc/self/exe"))
        let path = URL(fileURLWithPath: own).deletingLastPathComponent().path + "/libForkServer.so"
        try #require(Files.kind(of: path) != nil, "The product ForkServer was not built.")
        return path
    }

    static func shared() throws -> WovenPackage { try #require(current) }

    static let xctests = [
        "test1Add", "test2Half", "test3End", "test4Both", "test5Waits", "test6Behaves",
    ].map { "WardTests.XTests/" + $0 }
    static let swiftTests = ["adds", "halves", "ends", "waits", "behaves", "exits"].map {
        "WardTests.STests/\($0)()"
    }

    /// A job on all tests of a framework, or on some.
    static func job(
        _ framework: TestEvent.Framework, _ active: [(Int32, Int32)] = [], tests: [String]? = nil,
        wall: Duration = .seconds(20), recordsHits: Bool = false
    ) -> ForkJob {
        let listing = framework == .xctest ? xctests : swiftTests
        return ForkJob(
            active: active.map { ForkJob.Choice(unit: $0.0, number: $0.1) }, framework: framework,
            tests: tests.map { names in listing.filter { test in names.contains { test.contains("/" + $0) } }
            }
                ?? listing, listing: listing, wall: wall, recordsHits: recordsHits)
    }
}

/// Builds the package before the first test of a suite and removes it after the last.
struct WovenPackageTrait: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let package = try await WovenPackage.make()
        try await WovenPackage.$current.withValue(package) { try await function() }
    }
}

extension ForkResult {
    func tests(_ result: TestOutcome.Result) -> [String] {
        outcomes.filter { $0.result == result }.map { String($0.test.split(separator: "/").last ?? "") }
    }
}
