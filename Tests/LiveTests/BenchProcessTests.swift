import Foundation
import Testing

/// `lab bench --config` on supervised processes: no container engine is needed.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct BenchProcessTests {
    @Test func programs_are_killed_and_frozen_and_run_on_as_before() async throws {
        try await Stall.with { stall in
            try stall.configure()
            try await stall.deploy("one")
            try await eventually("it answers") { stall.health == 200 }
            let before = try await stall.containers
            let result = try await LabProcess.run(
                [
                    "bench", "--config", stall.desk.config, "--allow-disruption", "--json", "--output",
                    stall.desk.folder + "/out",
                ], in: stall.desk.folder, limit: .seconds(180))
            #expect(result.code == 0, "\(result.errors)")
            let outcomes = Dictionary(
                uniqueKeysWithValues: try JSONValue(Data(result.output.utf8))["trials"].array.map {
                    ($0["case"].text ?? "", $0["outcome"].text ?? "")
                })
            #expect(
                outcomes == [
                    "web.crash": "healed", "web.hang": "healed", "web.no_fault": "left_alone",
                    "web.manual_stop": "left_alone", "web.manual_pause": "not_applicable",
                ], "\(result.errors)\(result.output)")
            let after = try await stall.containers
            for key in ["id", "image", "state"] {
                #expect(after.map { $0[key] } == before.map { $0[key] }, "\(key)")
            }
            #expect(stall.health == 200)
        }
    }

    @Test func a_probe_that_a_hang_does_not_reach_is_found_out() async throws {
        try await Stall.with { stall in
            try stall.configure()
            let text = try String(contentsOfFile: stall.desk.config, encoding: .utf8)
            // The kernel takes connections for a program that is stopped, until its queue is full.
            try stall.desk.write(
                text.replacing(
                    "http: http://127.0.0.1:\(stall.port)/healthz", with: "tcp: 127.0.0.1:\(stall.port)"
                ).replacing("interval: 100ms", with: "interval: 500ms"))
            try await stall.deploy("one")
            try await eventually("it answers") { stall.health == 200 }
            let result = try await LabProcess.run(
                [
                    "bench", "--config", stall.desk.config, "--allow-disruption", "--fault", "hang",
                    "--output",
                    stall.desk.folder + "/out", "--fail-under", "100",
                ], in: stall.desk.folder, limit: .seconds(180))
            #expect(result.code == 5, "\(result.errors)")
            #expect(result.errors.contains("the watchdog saw no failure"), "\(result.errors)")
            #expect(stall.health == 200, "it is put back")
        }
    }
}
