import Foundation
package import Incident
package import Watchdog

/// Writes each incident's report to a directory of its own: `<folder>/<service>/<incident>/incident_report.json`.
package struct ReportFolderStore: ReportStore {
    package static let reportName = "incident_report.json"

    private let folder: String
    private let engine: EngineKind
    private let configuration: String?

    package init(folder: String, engine: EngineKind, configuration: String?) {
        self.folder = folder
        self.engine = engine
        self.configuration = configuration
    }

    package func write(_ incident: ClosedIncident) throws -> IncidentReport {
        let report = RuntimeReport(incident, engine: engine, configuration: configuration, style: .live)
            .make()
        let name = incident.service.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "_" }
        let path = "\(folder)/\(String(name))/\(incident.incident.id)"
        try ArtifactWriter(directory: path).write([.init(Self.reportName, try CanonicalJSON.encode(report))])
        return report
    }
}

/// Keeps no reports: for dry runs.
package struct NoReports: ReportStore {
    private let engine: EngineKind

    package init(engine: EngineKind) { self.engine = engine }

    package func write(_ incident: ClosedIncident) throws -> IncidentReport {
        RuntimeReport(incident, engine: engine, configuration: nil, style: .live).make()
    }
}
