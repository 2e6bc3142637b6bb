/// The runs of one fault under one watchdog.
struct DrillFigures: Codable, Sendable {
    var runs: [DrillRun]

    func figures(_ value: (DrillRun) -> Double?) -> Figures { Figures(runs.compactMap(value)) }

    var detected: Figures { figures(\.detected) }
    var acting: Figures { figures(\.acting) }
    var answered: Figures { figures(\.answered) }
    var verified: Figures { figures(\.verified) }
    var floor: Figures { figures(\.floor) }
    /// Of each run to its own floor, so that a machine that slows down meanwhile does not count.
    var ratio: Figures {
        figures { run in
            guard let acting = run.acting, let floor = run.floor else { return nil }
            return acting / floor
        }
    }
}
