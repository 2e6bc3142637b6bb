import Foundation
import WatchdogSimulation

/// A tally in words and in JSON.
struct Summary: Encodable {
    var worlds: Int
    var from: UInt64
    var seconds: Double
    var worldsPerSecond: Double
    var virtualHours: Double
    var virtualHoursPerSecond: Double
    var events: Int
    var incidents: Int
    var failed: Int
    var busiestSeed: UInt64
    var busiestEvents: Int
    var endings: [String: Int]
    var coverage: [String: Int]
    var neverSeen: [String]
    var violations: [String: Int]
    var examples: [String: [Tally.Example]]

    init(_ tally: Tally, from: UInt64, seconds: Double) {
        worlds = tally.worlds
        self.from = from
        self.seconds = (seconds * 100).rounded() / 100
        worldsPerSecond = (Double(tally.worlds) / max(seconds, 0.001)).rounded()
        virtualHours = (Double(tally.milliseconds) / 3_600_000).rounded()
        virtualHoursPerSecond = (virtualHours / max(seconds, 0.001)).rounded()
        events = tally.events
        incidents = tally.incidents
        failed = tally.failed
        busiestSeed = tally.busiest.seed
        busiestEvents = tally.busiest.events
        endings = tally.endings
        coverage = Dictionary(uniqueKeysWithValues: zip(Coverage.names, tally.coverage.counts))
        neverSeen = tally.coverage.missing
        violations = tally.violations
        examples = tally.examples
    }

    var text: String {
        var lines = [
            "\(worlds) worlds from seed \(from) in \(seconds) s: \(Int(worldsPerSecond)) worlds/s, "
                + "\(Int(virtualHoursPerSecond)) simulated hours/s",
            "\(Int(virtualHours)) simulated hours, \(events) events, \(incidents) incidents, \(failed) failed",
            "most events: \(busiestEvents), in the world of seed \(busiestSeed)",
            "",
            "endings",
        ]
        for (ending, count) in endings.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            lines.append("  \(pad(count))  \(ending)")
        }
        lines += ["", "coverage"]
        for name in Coverage.names { lines.append("  \(pad(coverage[name] ?? 0))  \(name)") }
        if !neverSeen.isEmpty { lines += ["", "never seen: " + neverSeen.joined(separator: ", ")] }
        for (invariant, count) in violations.sorted(by: { $0.value > $1.value }) {
            lines += ["", "\(count) worlds broke \(invariant)"]
            for example in examples[invariant] ?? [] {
                lines.append("  lab-simulate --seed \(example.seed) --trace")
                lines.append("    \(example.violation)")
            }
        }
        return lines.joined(separator: "\n")
    }

    private func pad(_ count: Int) -> String {
        let text = String(count)
        return String(repeating: " ", count: max(0, 9 - text.count)) + text
    }
}
