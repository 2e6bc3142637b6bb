import Foundation
import Healing
import Incident
import Reports

/// A heal in the forms that CI reads.
enum HealForms {
    /// - Parameter prefix: the place of the package in its repository.
    static func files(of record: HealRecord, prefix: String) -> [ArtifactWriter.File] {
        let diff = [ArtifactName.patch, ArtifactName.regression].compactMap { name in
            record.artifacts.first { $0.name == name }.map { String(decoding: $0.data, as: UTF8.self) }
        }
        let findings = HealFindings(
            report: record.report, toolVersion: Lab.version, prefix: prefix,
            changes: record.changes.map { .init(path: $0.path, before: $0.before, after: $0.after) },
            diff: diff.joined())
        return HealFormat.allCases.map { ArtifactWriter.File($0.fileName, $0.text(of: findings)) }
    }
}
