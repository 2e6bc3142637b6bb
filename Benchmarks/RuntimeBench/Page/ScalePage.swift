/// The table of watching many services.
struct ScalePage {
    private let runs: [ScaleFigures]

    init(_ runs: [ScaleFigures]) { self.runs = runs.sorted { $0.services < $1.services } }

    private static let aimedServices = 1000
    private static let cpuAim = 0.25
    private static let memoryAimMiB = 100.0 * 1_000_000 / 1_048_576

    var text: String {
        let names = runs.map { "\($0.services) every \(Self.brief($0.interval)) s" }
        var lines = [
            "| | \(names.joined(separator: " | ")) |",
            "|---|" + runs.map { _ in "---:|" }.joined(),
            row("processor, of one core") { percent($0.cpuShare) + verdict($0, $0.cpuShare, Self.cpuAim) },
            row("memory, most (MiB)") {
                BenchOutput.seconds($0.memoryPeakMiB, digits: 1)
                    + verdict($0, $0.memoryPeakMiB, Self.memoryAimMiB)
            },
            row("memory, steady (MiB)") { BenchOutput.seconds($0.memoryMiB, digits: 1) },
            row("looks per second") { BenchOutput.seconds($0.looksPerSecond, digits: 0) },
            row("processor per look (µs)") {
                BenchOutput.seconds($0.cpuShare / $0.looksPerSecond * 1e6, digits: 0)
            },
            row("lateness p50 / p99 / most (ms)") { spread($0.lateness) },
            row("a look takes p50 / p99 / most (ms)") { spread($0.look) },
            row("failed looks, incidents") { "\($0.failedLooks), \($0.incidents)" },
            row("until all are healthy and promoted (s)") { BenchOutput.seconds($0.start, digits: 1) },
            row("processor until then (s)") { BenchOutput.seconds($0.startCPUSeconds, digits: 1) },
            row("lateness until then p50 / p99 / most (ms)") { spread($0.startLateness) },
        ]
        lines += runs.flatMap(\.troubles).map { "\nTrouble: \($0)" }
        return lines.joined(separator: "\n")
    }

    private func row(_ name: String, _ value: (ScaleFigures) -> String) -> String {
        "| \(name) | \(runs.map(value).joined(separator: " | ")) |"
    }

    private func spread(_ spread: ScaleFigures.Spread) -> String {
        [spread.p50, spread.p99, spread.most].map { BenchOutput.seconds($0) }.joined(separator: " / ")
    }

    private func percent(_ share: Double) -> String { BenchOutput.seconds(share * 100, digits: 1) + " %" }

    private func verdict(_ run: ScaleFigures, _ figure: Double, _ aim: Double) -> String {
        run.services == Self.aimedServices ? " (\(Verdict.word(figure, within: aim)))" : ""
    }

    static func brief(_ number: Double) -> String {
        number == number.rounded() ? "\(Int(number))" : "\(number)"
    }
}
