import Foundation
import Testing

/// `lab demo runtime`, each fault: in a folder of its own, so that it neither meets another demo nor leaves a trace.
@Suite(.sample, .serialized, .timeLimit(.minutes(15)))
struct RuntimeDemoTests {
    private func inFolder(_ work: (String) async throws -> Void) async throws {
        let folder = "/tmp/lablive-demo-\(UUID().uuidString.prefix(6).lowercased())"
        // What tells a checkout from another folder.
        let sample = folder + "/Sources/LabApp"
        try FileManager.default.createDirectory(atPath: sample, withIntermediateDirectories: true)
        try Data().write(to: URL(fileURLWithPath: sample + "/Package.swift"))
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await work(folder)
    }

    private func faults() async throws -> [String] {
        let list = try await LabProcess.run(["faults", "--domain", "container", "--ids"], in: "/")
        return list.output.split(separator: "\n").map(String.init)
    }

    private func play(_ fault: String, _ engine: [String], in folder: String) async throws -> String {
        let artifacts = "\(folder)/\(engine[0])/\(fault)"
        let result = try await LabProcess.run(
            [
                "demo", "runtime", "--fault", fault, "--rootfs", LiveHost.rootfs, "--artifacts", artifacts,
                "--engine",
            ] + engine, in: folder, limit: .seconds(180))
        #expect(result.code == 0, "\(fault): \(result.output)\(result.errors)")
        return artifacts
    }

    @Test func every_fault_is_dealt_with_rightly_without_a_container_engine() async throws {
        try await inFolder { folder in
            let all = try await faults()
            #expect(all.count >= 13)
            for fault in all {
                let start = ContinuousClock.now
                let artifacts = try await play(fault, ["process"], in: folder)
                print("\(fault): \(ContinuousClock.now - start)")
                let told = try await LabProcess.run(["report", artifacts], in: folder)
                #expect(told.code == 0, "\(fault): \(told.errors)")
            }
            #expect(!FileManager.default.fileExists(atPath: folder + "/artifacts"))
        }
    }

    @Test(.liveEngine, arguments: ["unhealthy_marker", "transient_unhealthy", "bad_good", "manual_stop"])
    func a_report_is_the_same_for_each_engine_but_for_its_name(_ fault: String) async throws {
        try await inFolder { folder in
            let socket = try #require(LiveHost.engine)
            let folders = [
                try await play(fault, ["docker", "--socket", socket], in: folder),
                try await play(fault, ["process"], in: folder),
            ]
            let names = try FileManager.default.contentsOfDirectory(atPath: folders[0]).filter {
                $0.hasPrefix("runtime_")
            }
            #expect(names.count == 3)
            for name in names {
                var texts = try folders.map { try String(contentsOfFile: "\($0)/\(name)", encoding: .utf8) }
                if name == "runtime_incident_report.json" {
                    #expect(texts[0] != texts[1])
                    texts[0] = texts[0].replacing(#""engine" : "docker""#, with: #""engine" : "process""#)
                }
                #expect(texts[0] == texts[1], "\(name)")
            }
        }
    }
}
