import Incident

/// The steps of an incident, each with a bar where its time lies in the whole.
struct TimelineView {
    private struct Row {
        var step: IncidentData.Step
        /// In milliseconds, or in steps where no clock was kept.
        var start: Int
        var length: Int
    }

    private let rows: [Row]
    private let isTimed: Bool

    init(_ incident: FiledIncident) {
        let steps = incident.report.data.timeline
        var timings = incident.timings[...]
        let lengths = steps.map { step -> Int? in
            guard let index = timings.firstIndex(where: { $0.step == step.step }) else { return nil }
            defer { timings = timings[(index + 1)...] }
            return timings[index].milliseconds
        }
        if !steps.isEmpty, lengths.allSatisfy({ $0 != nil }) {
            var start = 0
            rows = zip(steps, lengths).map { step, length in
                defer { start += length ?? 0 }
                return Row(step: step, start: start, length: length ?? 0)
            }
            isTimed = true
        } else if let starts = Clock.offsets(of: steps.map(\.time)) {
            rows = steps.indices.map { index in
                let next = index + 1 < starts.count ? starts[index + 1] : starts[index]
                return Row(step: steps[index], start: starts[index], length: max(0, next - starts[index]))
            }
            isTimed = true
        } else {
            rows = steps.enumerated().map { Row(step: $1, start: $0, length: 1) }
            isTimed = false
        }
    }

    var note: String {
        isTimed
            ? "Drawn to scale: the whole bar is \(Number.duration(milliseconds: total))."
            : "Drawn in steps: this report is reproducible and keeps no clock."
    }

    private var total: Int { max(1, rows.map { $0.start + $0.length }.max() ?? 1) }

    var html: HTML {
        var items: HTML = ""
        for row in rows {
            // A step too short to see still has a mark.
            let width = max(0.6, 100 * Double(row.length) / Double(total))
            let start = min(100 - width, 100 * Double(row.start) / Double(total))
            let took: HTML =
                isTimed ? "<span class=\"took\">\(Number.duration(milliseconds: row.length))</span>" : ""
            items += """
                <li class="\(row.step.outcome)"><span class="step">\(Badge.outcome(row.step.outcome)) \
                <strong>\(Visible.line(row.step.step))</strong>\(took)</span>\
                <svg class="track" aria-hidden="true" width="100%" height="8">\
                <rect class="rail" width="100%" height="8" rx="4"/>\
                <rect class="run" x="\(start)%" width="\(width)%" height="8" rx="3"/></svg>\
                <span class="detail">\(Prose.html(row.step.detail))</span></li>

                """
        }
        return rows.isEmpty ? "" : "<ol class=\"timeline\">\(items)</ol>"
    }
}
