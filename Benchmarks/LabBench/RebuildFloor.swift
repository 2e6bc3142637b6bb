import Foundation
import Workspace

/// What judging changes costs without switches: each is written, built and tested by itself.
struct RebuildFloor {
    let workspace: Workspace
    let limits: TestLimits

    /// Seconds for each text that compiles, the tests included; the original is built before and is back afterwards.
    func seconds(_ texts: [(path: String, text: String)], of patient: String) async throws -> [Double] {
        let baseline = try await workspace.load(patient: patient)
        guard try await workspace.build().succeeded else { throw CocoaError(.executableLoad) }
        _ = try await workspace.test(.all, limits: limits)
        var found: [Double] = []
        for (path, text) in texts {
            try await workspace.checkout(baseline)
            try await workspace.write(files: [path: text])
            let start = ContinuousClock.now
            guard try await workspace.build().succeeded else { continue }
            _ = try await workspace.test(.all, limits: limits)
            found.append((ContinuousClock.now - start) / .seconds(1))
        }
        try await workspace.checkout(baseline)
        return found
    }
}
