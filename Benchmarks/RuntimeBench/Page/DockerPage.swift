/// The tables of healing on Docker.
struct DockerPage {
    private let figures: DockerFigures

    init(_ figures: DockerFigures) { self.figures = figures }

    var text: String { (aims + [""] + stages + [""] + floors + [""] + rival).joined(separator: "\n") }

    private func number(_ value: Double) -> String { BenchOutput.seconds(value) }
    private func fine(_ value: Double) -> String { BenchOutput.seconds(value, digits: 3) }

    // MARK: - Aims

    private var aims: [String] {
        let detected = Figures(figures.restart.detected.values + figures.rollback.detected.values)
        return [
            "| | median (s) | least – most (s) | aim (s) | |", "|---|---:|---:|---:|---|",
            row("unhealthy to incident open", detected, aim: 3.5, of: detected.most),
            row("killed to incident open", figures.crash.detected, aim: 0.2, digits: 3),
            heal("unhealthy to healed by a restart, verified", figures.restart),
            heal("unhealthy to healed by a rollback, verified", figures.rollback),
            heal("killed to healed by a restart, verified", figures.crash),
        ]
    }

    private func heal(_ name: String, _ drill: DrillFigures) -> String {
        // Each run against its own bound: detection and floor are those of the same run.
        let rest = drill.figures { run in
            run.floor.map { run.verified - (run.detected + 1.5 * $0 + figures.successWait) }
        }
        let bound = drill.figures { run in
            run.floor.map { run.detected + 1.5 * $0 + figures.successWait }
        }
        let verified = drill.verified
        return "| \(name) | \(number(verified.median)) | \(range(verified, 2)) | \(number(bound.median)) | "
            + "\(Verdict.word(rest.median, within: 0)) |"
    }

    private func row(
        _ name: String, _ value: Figures, aim: Double, of figure: Double? = nil, digits: Int = 2
    ) -> String {
        "| \(name) | \(BenchOutput.seconds(value.median, digits: digits)) | \(range(value, digits)) | "
            + "\(BenchOutput.seconds(aim, digits: 1)) | \(Verdict.word(figure ?? value.median, within: aim)) |"
    }

    private func range(_ value: Figures, _ digits: Int) -> String {
        "\(BenchOutput.seconds(value.least, digits: digits)) – \(BenchOutput.seconds(value.most, digits: digits))"
    }

    // MARK: - Stages and floors

    private var stages: [String] {
        var lines = [
            "Where the time goes, medians in seconds:", "",
            "| | fault to incident | incident to last engine call done | that to verified | "
                + "fault to first good answer |",
            "|---|---:|---:|---:|---:|",
        ]
        let drills = [
            ("restart", figures.restart), ("restart after a crash", figures.crash),
            ("rollback", figures.rollback),
        ]
        for (name, drill) in drills {
            let verifying = drill.figures { run in run.acted.map { run.verified - $0 } }
            lines.append(
                "| \(name) | \(fine(drill.detected.median)) | \(fine(drill.acting.median)) | "
                    + "\(fine(verifying.median)) | \(fine(drill.answered.median)) |")
        }
        return lines
    }

    private var floors: [String] {
        let event = figures.crash.figures(\.event)
        let detection = figures.crash.figures { run in run.event.map { run.detected / $0 } }
        let later = figures.crash.figures { run in run.event.map { run.detected - $0 } }
        return [
            "Against the engine's own floor, each run against the one measured right after it:", "",
            "| | the lab (s) | floor (s) | more (s) | ratio | the floor is |",
            "|---|---:|---:|---:|---:|---|",
            ratio("restart", figures.restart, "`stop` and `start` of the same container"),
            ratio(
                "restart after a crash", figures.crash,
                "the same, though nothing is left to stop"),
            ratio("rollback", figures.rollback, "`create`, `stop`, `rename` twice, `start`"),
            "| detection of a crash | \(fine(figures.crash.detected.median)) | \(fine(event.median)) | "
                + "\(fine(later.median)) | \(number(detection.median)) | the engine's event at a bare listener |",
        ]
    }

    private func ratio(_ name: String, _ drill: DrillFigures, _ floor: String) -> String {
        let more = drill.figures { run in
            guard let acting = run.acting, let floor = run.floor else { return nil }
            return acting - floor
        }
        return "| \(name) | \(fine(drill.acting.median)) | \(fine(drill.floor.median)) | "
            + "\(fine(more.median)) | \(number(drill.ratio.median)) | \(floor) |"
    }

    // MARK: - The other watchdog

    private var rival: [String] {
        guard let name = figures.other, let unhealthy = figures.otherUnhealthy,
            let crash = figures.otherCrash
        else { return ["No other watchdog was measured."] }
        func line(_ name: String, _ fault: String, _ drill: DrillFigures) -> String {
            "| \(fault) | \(name) | \(number(drill.detected.median)) | \(number(drill.answered.median)) | "
                + "\(number(drill.verified.median)) |"
        }
        return [
            "Beside \(name), on the same service and the same faults, medians in seconds from the fault:", "",
            "| fault | watchdog | acts | service answers again | counts it as healed |",
            "|---|---|---:|---:|---:|",
            line("the lab", "unhealthy", figures.restart), line(name, "unhealthy", unhealthy),
            line("the lab", "killed", figures.crash), line(name, "killed", crash),
            "| bad image | the lab | \(number(figures.rollback.detected.median)) | "
                + "\(number(figures.rollback.answered.median)) | \(number(figures.rollback.verified.median)) |",
            "| bad image | \(name) | – | never | never |",
        ]
    }
}
