/// All that `lab-runtime-bench docker` found out.
struct DockerFigures: Codable, Sendable {
    static let fileName = "docker.json"

    var engine: String
    var repeats: Int
    /// Seconds from look to look.
    var interval: Double
    var failureThreshold: Int
    var successThreshold: Int
    var restart: DrillFigures
    var crash: DrillFigures
    var rollback: DrillFigures
    /// Such as `monit 5.33.0`; nil where there is none.
    var other: String?
    var otherUnhealthy: DrillFigures?
    var otherCrash: DrillFigures?

    /// Looks that a heal has to pass, at their interval.
    var successWait: Double { Double(successThreshold) * interval }
}
