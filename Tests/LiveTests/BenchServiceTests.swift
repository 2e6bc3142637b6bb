import Foundation
import Testing

/// `lab bench` on running services: the oracle looks for itself, whoever healed.
@Suite(.sample, .serialized, .timeLimit(.minutes(5)))
struct BenchServiceTests {
    private struct Record: Decodable {
        struct Trial: Decodable {
            struct Times: Decodable {
                var detect_ms: Int?
                var recover_ms: Int?
            }
            var `case`: String
            var outcome: String
            var reason: String?
            var diagnosed: Bool?
            var times: Times
            var incident: String?
        }
        var engine: String?
        var trials: [Trial]

        subscript(name: String) -> Trial? { trials.first { $0.case == name } }
    }

    private func bench(_ faults: [String], _ more: [String] = []) async throws -> Record {
        let folder = "/tmp/lablive-bench-\(UUID().uuidString.prefix(6).lowercased())"
        // What tells a checkout from another folder.
        let sample = folder + "/Sources/LabApp"
        try FileManager.default.createDirectory(atPath: sample, withIntermediateDirectories: true)
        try Data().write(to: URL(fileURLWithPath: sample + "/Package.swift"))
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let result = try await LabProcess.run(
            ["bench", "--engine", "process", "--rootfs", LiveHost.rootfs, "--json"]
                + faults.flatMap { ["--fault", $0] } + more, in: folder, limit: .seconds(240))
        #expect(result.code == 0, "\(result.errors)")
        let record = try JSONDecoder().decode(Record.self, from: Data(result.output.utf8))
        #expect(record.engine == "process")
        let kept = try Data(contentsOf: URL(fileURLWithPath: folder + "/.lab/bench/bench.json"))
        #expect(kept == Data(result.output.utf8))
        for trial in record.trials {
            guard let incident = trial.incident else { continue }
            #expect(FileManager.default.fileExists(atPath: folder + "/.lab/bench/" + incident))
        }
        return record
    }

    @Test func the_lab_heals_a_fault_and_leaves_a_control_alone() async throws {
        let record = try await bench(["transient_unhealthy", "manual_stop"])
        let healed = try #require(record["transient_unhealthy"])
        #expect(healed.outcome == "healed" && healed.diagnosed == true && healed.incident != nil)
        let (detect, recover) = (try #require(healed.times.detect_ms), try #require(healed.times.recover_ms))
        #expect(0 < detect && detect < recover)
        let control = try #require(record["manual_stop"])
        #expect(control.outcome == "left_alone" && control.times.recover_ms == nil)
    }

    @Test func a_healer_that_restarts_everything_heals_what_a_restart_heals_and_does_harm() async throws {
        let lab = LabProcess.executable
        let restart = "\(lab) process stop \"$LAB_SERVICE\"; \(lab) process start \"$LAB_SERVICE\""
        let record = try await bench(
            ["transient_unhealthy", "unhealthy_marker", "no_fault", "manual_stop"], ["--healer", restart])
        #expect(record["transient_unhealthy"]?.outcome == "healed")
        #expect(record["unhealthy_marker"]?.reason == "service_still_unwell")
        for control in ["no_fault", "manual_stop"] {
            #expect(record[control]?.outcome == "false_action", "\(control)")
            #expect(record[control]?.reason == "acted_where_nothing_was_to_be_done", "\(control)")
        }
    }
}
