/// Suggests a command for a mistyped one.
struct CommandSuggester {
    let commands: [String]
    var maxDistance = 2

    /// The least number of letters to insert, delete or replace (Levenshtein, 1965).
    static func distance(_ first: String, _ second: String) -> Int {
        let a = Array(first)
        let b = Array(second)
        let differing = zip(a, b).filter { $0 != $1 }.count
        return differing + abs(a.count - b.count)
    }

    /// The nearest command within reach; the alphabetically first of equals.
    func suggestion(for typed: String) -> String? {
        commands
            .map { (distance: Self.distance(typed, $0), name: $0) }
            .filter { $0.distance <= maxDistance }
            .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
    }
}
