/// The git command, which SwiftPM fetches dependencies with.
enum GitCheck {
    static func check(_ facts: MachineFacts) -> Check {
        let meaning =
            "SwiftPM cannot fetch dependencies, `lab mutate --since` cannot compare, and patches cannot be applied"
        let advice = facts.installer.advice(["git"])
        switch facts.git {
        case .version(let line): return .ok(.git, line)
        case .missing: return .failed(.git, "there is no git in PATH", meaning: meaning, advice: advice)
        case .broken(let words):
            return .failed(.git, "git does not answer: \(words)", meaning: meaning, advice: advice)
        }
    }
}
