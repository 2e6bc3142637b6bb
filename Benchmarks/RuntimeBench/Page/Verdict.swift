/// A figure beside what was aimed at.
enum Verdict {
    static func word(_ figure: Double, within aim: Double) -> String {
        guard figure.isFinite else { return "not measured" }
        return figure <= aim ? "met" : "**missed**"
    }
}
