import Foundation
import Incident
import Testing

/// `lab heal` where no fixer helps and the repair search has to.
@Suite(.serialized) struct SearchTests {
    private static let queue = """
        public struct Countdown {
            public private(set) var left: Int
            public init(from start: Int) { left = start }

            public mutating func tick() -> Int {
                left += 1
                if left < 0 { left = 0 }
                return left
            }
        }

        """

    private static let test = """
        import Testing
        import Kit

        @Suite struct CountdownTests {
            @Test func one() {
                var count = Countdown(from: 3)
                #expect(count.tick() == 2)
            }
            @Test func end() {
                var count = Countdown(from: 1)
                _ = count.tick()
                #expect(count.tick() == 0)
            }
            @Test func untouched() { #expect(Countdown(from: 7).left == 7) }
        }

        """

    /// Every file of a folder of artifacts but those that hold times and raw logs.
    private func files(_ folder: String) -> [String: Data] {
        var files: [String: Data] = [:]
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        where name != "raw" && name != "timings.json" {
            files[name] = FileManager.default.contents(atPath: folder + "/" + name)
        }
        return files
    }

    private func heal(_ patient: Patient, to folder: String, _ more: [String] = []) -> [String] {
        ["heal", "--package", patient.folder, "--work-dir", Patient.work, "--artifacts", folder] + more
    }

    @Test func a_setting_outside_of_all_functions_is_found_through_the_code_that_reads_it() throws {
        let source = """
            public struct Countdown {
                private static let hour = 360
                public private(set) var left: Int
                public init(from start: Int) { left = start }
                public var hours: Int { (left + Self.hour - 1) / Self.hour }
            }

            """
        let test = """
            import Testing
            import Kit

            @Suite struct CountdownTests {
                @Test func one() { #expect(Countdown(from: 3_600).hours == 1) }
                @Test func two() { #expect(Countdown(from: 7_000).hours == 2) }
                @Test func none() { #expect(Countdown(from: 0).hours == 0) }
                @Test func untouched() { #expect(Countdown(from: 7).left == 7) }
            }

            """
        let patient = try Patient(source: source, test: test)
        defer { patient.remove() }
        let folder = Patient.artifacts()
        let run = try LabProcess.run(heal(patient, to: folder))
        #expect(run.code == 0, "\(run.output)\(run.errors)")
        let patch = String(decoding: files(folder)["healing_patch.diff"] ?? Data(), as: UTF8.self)
        #expect(patch.contains("+    private static let hour = 3600"), "\(patch)")
    }

    @Test func searching_twice_gives_the_same_bytes() throws {
        let patient = try Patient(source: Self.queue, test: Self.test)
        defer { patient.remove() }
        // The search leaves it alone: a plugin is built without what switches need.
        try patient.write(
            "Package.swift",
            try patient.read("Package.swift").replacingOccurrences(
                of: "targets: [",
                with: """
                    targets: [.plugin(name: "Say", capability: .command(intent: .custom(verb: "say", description: "d"))),
                    """))
        try patient.write(
            "Plugins/Say/Say.swift",
            """
            import PackagePlugin
            @main struct Say: CommandPlugin {
                func performCommand(context: PluginContext, arguments: [String]) throws { print("said") }
            }
            """)
        let first = Patient.artifacts(), second = Patient.artifacts()
        let run = try LabProcess.run(heal(patient, to: first))
        #expect(run.code == 0, "\(run.output)\(run.errors)")
        #expect(try LabProcess.run(heal(patient, to: second)).code == 0)
        #expect(files(first) == files(second))
        let patch = String(decoding: files(first)["healing_patch.diff"] ?? Data(), as: UTF8.self)
        #expect(patch.contains("+        left -= 1"))
        let report = try CanonicalJSON.decode(
            IncidentReport.self, from: files(first)["incident_report.json"] ?? Data())
        #expect(report.data.remedy?.kind == .search)
    }

    /// A linter among the plugins, say, that will have nothing but what it knows.
    @Test func a_package_that_does_not_build_with_switches_in_it_is_reported_so() throws {
        let patient = try Patient(source: Self.queue, test: Self.test)
        defer { patient.remove() }
        try patient.write(
            "Package.swift",
            try patient.read("Package.swift").replacingOccurrences(
                of: "[.target(name: \"Kit\")",
                with: """
                    [.plugin(name: "Style", capability: .buildTool()), .target(name: "Kit", plugins: ["Style"])
                    """))
        try patient.write(
            "Plugins/Style/Style.swift",
            """
            import Foundation
            import PackagePlugin

            @main struct Style: BuildToolPlugin {
                func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
                    guard let target = target as? SourceModuleTarget else { return [] }
                    for file in target.sourceFiles(withSuffix: "swift") {
                        let text = try String(contentsOf: file.url, encoding: .utf8)
                        if text.contains("__") { Diagnostics.error("\\(file.url.path): underscores") }
                    }
                    return []
                }
            }
            """)
        let before = patient.snapshot()
        let folder = Patient.artifacts()
        let run = try LabProcess.run(heal(patient, to: folder))
        #expect(run.code == 1, "\(run.output)\(run.errors)")
        #expect(run.output.contains("does not build with the search's switches in it"), "\(run.output)")
        #expect(run.errors.contains("underscores"), "\(run.errors)")
        #expect(patient.snapshot() == before)
        let report = try CanonicalJSON.decode(
            IncidentReport.self, from: files(folder)["incident_report.json"] ?? Data())
        #expect(report.data.verdict == .notHealed)
    }

    @Test func tests_that_cannot_even_be_listed_give_a_report_and_no_search() throws {
        let source = """
            public struct Shelf {
                public let sizes: [Int]
                public init(_ sizes: [Int]) {
                    if sizes != sizes.sorted(by: >) { fatalError("not in order") }
                    self.sizes = sizes
                }
            }

            """
        let test = """
            import XCTest
            import Kit

            final class ShelfTests: XCTestCase {
                let shelf = Shelf([1, 2, 3])
                func testSizes() { XCTAssertEqual(shelf.sizes, [1, 2, 3]) }
            }

            """
        let patient = try Patient(source: source, test: test)
        let before = patient.snapshot()
        let folder = Patient.artifacts()
        let run = try LabProcess.run(heal(patient, to: folder))
        #expect(run.code == 1, "\(run.output)\(run.errors)")
        #expect(run.output.contains("no single test is seen to fail"), "\(run.output)")
        let mutation = try LabProcess.run(["mutate", "--package", patient.folder, "--work-dir", Patient.work])
        #expect(mutation.code == 4, "\(mutation.output)\(mutation.errors)")
        #expect(mutation.errors.contains("ends before the first test: Kit/"), "\(mutation.errors)")
        #expect(patient.snapshot() == before)
        let report = try CanonicalJSON.decode(
            IncidentReport.self, from: files(folder)["incident_report.json"] ?? Data())
        #expect(report.data.verdict == .notHealed)
    }

    /// Four points, or as many as `LAB_KILL_POINTS` says.
    @Test func killed_at_seeded_points_a_search_leaves_nothing_behind_and_can_be_repeated()
        async throws
    {
        let patient = try Patient(source: Self.queue, test: Self.test)
        defer { patient.remove() }
        let folder = Patient.artifacts()
        let arguments = heal(patient, to: folder)
        let before = patient.snapshot()
        #expect(try LabProcess.run(arguments).code == 0)
        let start = ContinuousClock.now
        #expect(try LabProcess.run(arguments).code == 0)
        let whole = (ContinuousClock.now - start) / .seconds(1)
        let wanted = files(folder)
        var random = Seeded(state: 4711)
        let points = ProcessInfo.processInfo.environment["LAB_KILL_POINTS"].flatMap(Int.init) ?? 4
        for point in 1...max(1, points) {
            let delay = Double.random(in: 0.05...whole, using: &random)
            let run = try LabProcess.start(arguments)
            try await Task.sleep(for: .milliseconds(Int(delay * 1000)))
            kill(run.process.processIdentifier, SIGKILL)
            _ = run.finish()
            // What a dead lab leaves ends by itself: the servers notice that nobody listens.
            var left = Patient.strays(naming: ".xctest")
            for _ in 0..<50 where !left.isEmpty {
                try await Task.sleep(for: .milliseconds(100))
                left = Patient.strays(naming: ".xctest")
            }
            #expect(left == [], "point \(point), after \(delay) s")
            #expect(patient.snapshot() == before, "point \(point), after \(delay) s")
            #expect(files(folder) == wanted, "point \(point), after \(delay) s")
        }
        #expect(try LabProcess.run(arguments).code == 0)
        #expect(files(folder) == wanted)
    }

    /// Greedy matching takes another algorithm. Small changes that please the tests switch it off instead.
    @Test func a_patch_that_keeps_away_from_code_that_passing_tests_run_is_not_handed_over() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("wildcard-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Patient.shell(
            "cp -R '\(DocsTests.root.path)/Benchmarks/Repair/Cases/wildcard-file-match' '\(folder)'",
            in: "/tmp")
        let run = try LabProcess.run(["heal", "--package", folder, "--work-dir", Patient.work])
        #expect(run.code == 1, "\(run.output)\(run.errors)")
        #expect(run.output.contains("keep away from code that passing tests ran"), "\(run.output)")
    }

    /// What a mutated program may do is not for the lab to foresee: one wrong bound, and this one does its worst.
    @Test func a_hostile_package_harms_nothing_outside_of_its_own_directory() throws {
        let canary = FileManager.default.temporaryDirectory.appendingPathComponent("canary-\(UUID())").path
        try "alive".write(toFile: canary, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: canary) }
        let source = """
            import Foundation

            public enum Guarded {
                public static func half(_ number: Int) -> Int {
                    if number > 1_000 { rampage(number) }
                    return number / 3
                }

                static func rampage(_ number: Int) {
                    signal(SIGTERM, SIG_IGN)
                    let manager = FileManager.default
                    for name in (try? manager.contentsOfDirectory(atPath: ".")) ?? [] {
                        try? manager.removeItem(atPath: name)
                    }
                    try? manager.removeItem(atPath: "\(canary)")
                    _ = manager.createFile(atPath: "fill", contents: nil)
                    if let file = FileHandle(forWritingAtPath: "fill") {
                        let block = Data(repeating: 1, count: 1 << 20)
                        for _ in 0..<200_000 where (try? file.write(contentsOf: block)) == nil { break }
                    }
                    for _ in 0..<64 {
                        let process = Process()
                        process.executableURL = URL(fileURLWithPath: "/bin/sleep")
                        process.arguments = ["4711"]
                        try? process.run()
                    }
                    var hoard: [[UInt8]] = []
                    while true { hoard.append([UInt8](repeating: 1, count: 1 << 24)) }
                }
            }

            """
        let test = """
            import Testing
            import Kit

            @Suite struct GuardedTests {
                @Test func six() { #expect(Guarded.half(6) == 3) }
                @Test func ten() { #expect(Guarded.half(10) == 5) }
                @Test func none() { #expect(Guarded.half(0) == 0) }
            }

            """
        let patient = try Patient(source: source, test: test)
        defer { patient.remove() }
        let before = patient.snapshot()
        let folder = Patient.artifacts()
        let run = try LabProcess.run(heal(patient, to: folder))
        #expect(run.code == 0, "\(run.output)\(run.errors)")
        #expect(FileManager.default.contents(atPath: canary) == Data("alive".utf8))
        #expect(patient.snapshot() == before)
        #expect(Patient.strays(naming: ".xctest") == [])
        let sleepers = try Patient.shell("ps -eo args | grep -c '^/bin/sleep 4711' || true", in: "/tmp")
        #expect(sleepers.trimmingCharacters(in: .whitespacesAndNewlines) == "0")
        let patch = String(decoding: files(folder)["healing_patch.diff"] ?? Data(), as: UTF8.self)
        #expect(patch.contains("+        return number / 2"))
    }
}
