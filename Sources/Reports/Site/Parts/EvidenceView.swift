import Incident

/// The lines a diagnosis rests on, lit in the output they were found in.
enum EvidenceView {
    /// Lines shown above and below a lit one.
    private static let around = 3
    /// After this many lit lines the output itself has to be read.
    private static let limit = 12

    static func html(_ incident: FiledIncident) -> HTML {
        guard let diagnosis = incident.report.data.diagnosis else { return "" }
        let wanted: [String] = diagnosis.evidence.joined(separator: "\n").split(separator: "\n")
            .map { line in String(line.drop(while: { $0 == " " })) }.filter { !$0.isEmpty }
        let outputs = incident.artifacts.filter { $0.name.hasPrefix("pre_heal") }
        for output in outputs {
            guard let text = output.text else { continue }
            let found = lit(wanted, in: text)
            if !found.isEmpty {
                let name = Visible.line(output.name)
                return """
                    <p class="note">Where \(name) says so:</p>
                    \(Listing.html(found, label: "Evidence in \(name)", isSwift: false))
                    """
            }
        }
        let lines = wanted.map { Listing.Line(number: 0, text: $0, isLit: true) }
        return lines.isEmpty ? "" : Listing.html(lines, label: "Evidence", isSwift: false)
    }

    private static func lit(_ wanted: [String], in text: String) -> [Listing.Line] {
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { String(decoding: $0.prefix(8192), as: UTF8.self) }
        let hits = lines.indices.filter { index in wanted.contains { lines[index].contains($0) } }.prefix(
            limit)
        var shown: [Listing.Line] = []
        var next = 0
        for hit in hits {
            let start = max(next, hit - around)
            let end = min(lines.count, hit + around + 1)
            guard start < end else { continue }
            if start > next { shown.append(Listing.Line(number: nil, text: "\(start - next) lines")) }
            for index in start..<end {
                shown.append(Listing.Line(number: index + 1, text: lines[index], isLit: hits.contains(index)))
            }
            next = end
        }
        if !hits.isEmpty, next < lines.count {
            shown.append(Listing.Line(number: nil, text: "\(lines.count - next) lines"))
        }
        return shown
    }
}
