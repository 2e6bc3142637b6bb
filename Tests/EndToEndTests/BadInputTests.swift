import Foundation
import Incident
import Testing

/// Patients that would harm or stop a careless lab.
@Suite(.serialized) struct BadInputTests {
    private func artifacts() -> String { Patient.artifacts() }

    @Test func a_source_that_is_not_utf8_is_named() throws {
        let patient = try Patient()
        defer { patient.remove() }
        try patient.write(
            "Sources/Kit/Latin.swift", Data("// caf\u{E9}\n".unicodeScalars.map { UInt8($0.value) }))
        let before = patient.snapshot()
        let result = try patient.heal()
        #expect(result.code == 65)
        #expect(result.errors.contains("Sources/Kit/Latin.swift is not UTF-8"))
        #expect(patient.snapshot() == before)
    }

    @Test func a_link_out_of_the_package_is_named() throws {
        let patient = try Patient()
        defer { patient.remove() }
        try FileManager.default.createSymbolicLink(
            atPath: patient.folder + "/Sources/Kit/Hosts.swift", withDestinationPath: "/etc/hosts")
        let result = try patient.heal()
        #expect(result.code == 65)
        #expect(result.errors.contains("Hosts.swift"))
    }

    @Test func artifacts_that_cannot_be_written_end_the_run_before_it_starts() throws {
        let patient = try Patient()
        defer { patient.remove() }
        let result = try patient.heal(["--artifacts", "/dev/null/x"])
        #expect(result.code == 73)
        #expect(result.errors.contains("/dev/null/x"))
    }

    @Test(.enabled(if: getuid() == 0, "mounting a small file system needs root"))
    func a_full_disk_leaves_old_artifacts_whole() throws {
        let folder = artifacts()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        do {
            try Patient.shell("mount -t tmpfs -o size=16k lab-test '\(folder)'", in: "/")
        } catch {
            return withKnownIssue("this machine does not let root mount a file system") { throw error }
        }
        defer { _ = try? Patient.shell("umount '\(folder)'", in: "/") }
        try "old".write(toFile: folder + "/incident_report.json", atomically: false, encoding: .utf8)
        try "old".write(toFile: folder + "/healing_patch.diff", atomically: false, encoding: .utf8)
        let patient = try Patient()
        defer { patient.remove() }
        let result = try patient.heal(["--artifacts", folder])
        #expect(result.code == 73, "\(result.output)\(result.errors)")
        #expect(try String(contentsOfFile: folder + "/incident_report.json", encoding: .utf8) == "old")
        #expect(try String(contentsOfFile: folder + "/healing_patch.diff", encoding: .utf8) == "old")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2)
    }

    @Test func a_test_that_never_ends_is_a_time_out_and_the_run_ends() throws {
        let patient = try Patient(
            source: Patient.healthy,
            test: """
                import Testing
                import Kit
                @Test func waits() { while Ratio.share(of: 1, in: 2) == 50 {} }
                @Test func half() { #expect(Ratio.share(of: 1, in: 2) == 50) }

                """)
        defer { patient.remove() }
        let folder = artifacts()
        let result = try patient.heal(["--artifacts", folder, "--test-time-limit", "2"])
        #expect(result.code == 1)
        let text = try String(contentsOfFile: folder + "/incident_report.json", encoding: .utf8)
        #expect(text.contains("infinite_loop") || text.contains("time_out"))
        #expect(text.contains("KitTests.waits()"))
    }

    @Test func a_test_that_prints_a_gigabyte_does_not_fill_the_memory() throws {
        let patient = try Patient(
            source: Patient.healthy,
            test: """
                import XCTest
                import Kit
                final class Loud: XCTestCase {
                    func testLoud() {
                        let line = String(repeating: "x", count: 1 << 20)
                        for _ in 0..<1024 { print(line) }
                        XCTAssertEqual(Ratio.share(of: 1, in: 2), 49)
                    }
                }

                """)
        defer { patient.remove() }
        let folder = artifacts()
        let result = try patient.heal(["--artifacts", folder])
        #expect(result.code == 1)
        let log = try Data(contentsOf: URL(fileURLWithPath: folder + "/raw/before_tests.log"))
        #expect(log.count < 16 << 20)
    }

    @Test func a_test_that_ends_its_process_is_a_failure() throws {
        let patient = try Patient(
            source: Patient.healthy,
            test: """
                import Foundation
                import XCTest
                final class Leaver: XCTestCase {
                    func testA() { exit(0) }
                    func testB() { kill(getpid(), SIGKILL) }
                    func testC() {}
                }

                """)
        defer { patient.remove() }
        let folder = artifacts()
        #expect(try patient.heal(["--artifacts", folder]).code == 1)
        let report = try CanonicalJSON.decode(
            IncidentReport.self,
            from: Data(contentsOf: URL(fileURLWithPath: folder + "/incident_report.json")))
        #expect(
            report.data.verification.testsBefore?.failing == [
                "KitTests.Leaver/testA", "KitTests.Leaver/testB",
            ])
        #expect(report.data.verification.testsBefore?.passed == 1)
    }

    @Test func children_that_a_test_leaves_behind_are_ended() throws {
        let marker = "31\(Int.random(in: 100_000...999_999))"
        let patient = try Patient(
            source: Patient.healthy,
            test: """
                import Foundation
                import XCTest
                final class Parent: XCTestCase {
                    func testChild() throws {
                        let child = Process()
                        child.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
                        child.arguments = ["sleep", "\(marker)"]
                        try child.run()
                    }
                }

                """)
        defer { patient.remove() }
        #expect(try patient.heal().code == 2)
        #expect(throws: (any Error).self) { try Patient.shell("pgrep -f 'slee[p] \(marker)'", in: "/") }
    }

    @Test func the_time_limit_ends_the_run_with_its_own_verdict() throws {
        let patient = try Patient()
        defer { patient.remove() }
        let folder = artifacts()
        let result = try patient.heal(["--artifacts", folder, "--time-limit", "0.5"])
        #expect(result.code == 124)
        #expect(
            try String(contentsOfFile: folder + "/incident_report.json", encoding: .utf8).contains(
                "timed_out"))
    }

    @Test func two_runs_at_once_do_not_meet() async throws {
        let patient = try Patient()
        defer { patient.remove() }
        let first = try LabProcess.start(["heal", "--package", patient.folder, "--work-dir", Patient.work])
        var second: LabProcess.Result?
        for _ in 0..<40 {
            try await Task.sleep(for: .milliseconds(100))
            let result = try patient.heal(["--time-limit", "0.2"])
            second = result
            if result.code == 75 { break }
            // The second may have been quicker: then the first is the one to be turned away.
            if !first.process.isRunning { break }
        }
        let codes = [first.finish().code, second?.code ?? 0]
        #expect(codes.contains(75), "\(codes)")
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func a_signal_ends_the_run_and_its_processes(_ number: Int32) async throws {
        let patient = try Patient()
        defer { patient.remove() }
        let before = patient.snapshot()
        let run = try LabProcess.start(["heal", "--package", patient.folder, "--work-dir", Patient.work])
        try await Task.sleep(for: .seconds(2))
        kill(run.process.processIdentifier, number)
        let result = run.finish()
        #expect(result.code == 130, "\(result.output)\(result.errors)")
        #expect(patient.snapshot() == before)
        #expect(Patient.strays() == [])
    }
}
