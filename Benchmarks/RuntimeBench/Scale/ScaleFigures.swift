/// All that one run of `lab-runtime-bench scale` found out.
struct ScaleFigures: Codable, Sendable {
    /// Milliseconds.
    struct Spread: Codable, Sendable {
        var p50: Double
        var p99: Double
        var most: Double

        init(microseconds: [UInt32]) {
            let figures = Figures(microseconds.map { Double($0) / 1000 })
            p50 = figures.percentile(0.5)
            p99 = figures.percentile(0.99)
            most = figures.most
        }
    }

    static func fileName(_ services: Int) -> String { "scale-\(services).json" }

    var services: Int
    /// Seconds from look to look.
    var interval: Double
    /// Seconds that were measured, once every image was known good.
    var window: Double
    /// Of one core, 1 for all of it.
    var cpuShare: Double
    var startCPUSeconds: Double
    /// Seconds until every service was healthy and its image promoted; the interval sets the least of it.
    var start: Double
    var startLateness: Spread
    var memoryMiB: Double
    var memoryPeakMiB: Double
    var looksPerSecond: Double
    var lateness: Spread
    var look: Spread
    /// These make a run worthless: nothing is wrong with the services.
    var failedLooks: Int
    var incidents: Int
    var troubles: [String]
}
