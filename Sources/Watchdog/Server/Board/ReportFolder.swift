import Foundation
import Incident

/// Reads the reports that former lives of the watchdog left.
struct ReportFolder: Sendable {
    /// Larger files are no reports of ours.
    static let limitBytes = 4 * 1024 * 1024

    let path: String

    /// Reports of watched services, at most so many, the newest files first. Looks at `*.json` in the directory and one
    /// level below; what cannot be read or is something else is passed over, and counted.
    func read(limit: Int) -> (reports: [IncidentReport], passedOver: Int) {
        var files: [(path: String, modified: Date)] = []
        let manager = FileManager.default
        func look(_ directory: String, deeper: Bool) {
            for name in (try? manager.contentsOfDirectory(atPath: directory)) ?? [] {
                let path = directory + "/" + name
                guard let attributes = try? manager.attributesOfItem(atPath: path) else { continue }
                if deeper, attributes[.type] as? FileAttributeType == .typeDirectory {
                    look(path, deeper: false)
                } else if name.hasSuffix(".json"), attributes[.type] as? FileAttributeType == .typeRegular,
                    let size = attributes[.size] as? Int, size <= Self.limitBytes
                {
                    files.append((path, attributes[.modificationDate] as? Date ?? .distantPast))
                }
            }
        }
        look(path, deeper: true)
        files.sort { ($0.modified, $0.path) > ($1.modified, $1.path) }
        var reports: [IncidentReport] = []
        var passedOver = 0
        for file in files {
            if reports.count == limit { break }
            if let data = manager.contents(atPath: file.path),
                let report = try? CanonicalJSON.decode(IncidentReport.self, from: data),
                report.data.runtime != nil
            {
                reports.append(report)
            } else {
                passedOver += 1
            }
        }
        return (reports, passedOver)
    }
}
