import Foundation
import Incident
import Testing

/// SIGKILL at any moment of a heal.
@Suite(.serialized) struct KillTests {
    @Test func killed_at_twenty_seeded_points_the_patient_is_untouched_and_the_next_run_succeeds()
        async throws
    {
        let patient = try Patient()
        defer { patient.remove() }
        let folder = Patient.artifacts()
        let arguments = [
            "heal", "--package", patient.folder, "--work-dir", Patient.work, "--artifacts", folder,
        ]
        let before = patient.snapshot()
        // One undisturbed run tells how long a warm heal takes; the points are spread over it.
        #expect(try LabProcess.run(arguments).code == 0)
        let start = ContinuousClock.now
        #expect(try LabProcess.run(arguments).code == 0)
        let whole = (ContinuousClock.now - start) / .seconds(1)
        let wanted = try Data(contentsOf: URL(fileURLWithPath: folder + "/incident_report.json"))
        var random = Seeded(state: 2026)
        for point in 1...20 {
            let delay = Double.random(in: 0.05...whole, using: &random)
            let run = try LabProcess.start(arguments)
            try await Task.sleep(for: .milliseconds(Int(delay * 1000)))
            kill(run.process.processIdentifier, SIGKILL)
            _ = run.finish()
            #expect(patient.snapshot() == before, "point \(point), after \(delay) s")
            // Never half a report: the one that is there is whole.
            let report = try Data(contentsOf: URL(fileURLWithPath: folder + "/incident_report.json"))
            #expect(report == wanted, "point \(point), after \(delay) s")
            if point % 5 == 0 { #expect(try LabProcess.run(arguments).code == 0, "after point \(point)") }
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/incident_report.json")) == wanted)
    }
}
