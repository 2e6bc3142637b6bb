import Foundation
import Incident
import Reports
import Scoreboard

/// What a run of the scoreboard leaves beside its trials.
enum BenchArtifacts {
    static func files(of run: BenchRun) throws -> [ArtifactWriter.File] {
        [
            .init(BenchJUnit.fileName, BenchJUnit.text(of: run)),
            .init(BenchRun.fileName, try CanonicalJSON.encode(run)),
        ]
    }
}
