import Incident

/// The patch, and from its context the source as it failed.
struct PatchView {
    private let diff: UnifiedDiff
    private let diagnosis: IncidentData.Diagnosis?
    private let fault: IncidentData.Fault?

    init(_ incident: FiledIncident) {
        diff = UnifiedDiff(incident.artifact("healing_patch.diff") ?? "")
        diagnosis = incident.report.data.diagnosis
        fault = incident.report.data.fault
    }

    /// Before and after, side by side.
    var html: HTML {
        var html: HTML = ""
        for file in diff.files {
            html += "<h3 class=\"path\">\(Visible.line(file.new == "/dev/null" ? file.old : file.new))</h3>"
            for hunk in file.hunks { html += DiffView.sideBySide(hunk) }
        }
        return html
    }

    /// The lines around the fault before the patch; the one that failed is lit.
    var source: HTML {
        guard let location = diagnosis?.location else { return "" }
        var html: HTML = ""
        for file in diff.files where isSame(file.old, location.file) {
            let lit = symptoms(location)
            let lines = file.hunks.flatMap { hunk in
                hunk.lines.filter { $0.kind != .added }.map { line in
                    Listing.Line(
                        number: line.old ?? 0, text: line.text, isLit: line.old.map(lit.contains) ?? false)
                }
            }
            guard lines.contains(where: \.isLit) else { continue }
            html += Listing.html(lines, label: "\(Visible.line(location.file)) as it failed", isSwift: true)
        }
        return html
    }

    private func symptoms(_ location: IncidentData.Diagnosis.Location) -> ClosedRange<Int> {
        guard let fault, isSame(fault.file, location.file), fault.symptomLines.count == 2,
            fault.symptomLines[0] <= fault.symptomLines[1],
            (fault.symptomLines[0]...fault.symptomLines[1]).contains(location.line)
        else { return location.line...location.line }
        return fault.symptomLines[0]...fault.symptomLines[1]
    }

    private func isSame(_ path: String, _ file: String) -> Bool { path == file || path.hasSuffix("/" + file) }
}
