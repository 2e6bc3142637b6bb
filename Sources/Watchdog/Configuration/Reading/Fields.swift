import Yams

/// The entries of one mapping; opening it reports keys that it must not hold.
struct Fields {
    let place: Place
    let problems: Problems
    private let values: [String: Value]
    /// In the order of the file.
    let keys: [String]

    /// - Parameter advice: what to say of keys that are refused for a reason of their own.
    init(
        _ mapping: Node.Mapping, at place: Place, section: Section, problems: Problems,
        advice: [String: String] = [:]
    ) {
        let all = Self.entries(mapping, problems: problems)
        for (key, place, _) in all where !section.keys.contains(key) {
            let reason = advice[key].map { ": \($0)" } ?? Spelling.advice(for: key, in: section.keys)
            problems.add("unknown key '\(key)'\(reason)", at: place)
        }
        self.init(all.filter { section.keys.contains($0.key) }, at: place, problems: problems)
    }

    /// A mapping whose keys are names that people choose.
    init(named mapping: Node.Mapping, at place: Place, problems: Problems) {
        self.init(Self.entries(mapping, problems: problems), at: place, problems: problems)
    }

    private typealias Entry = (key: String, place: Place, value: Node)

    private init(_ entries: [Entry], at place: Place, problems: Problems) {
        self.place = place
        self.problems = problems
        keys = entries.map(\.key)
        values = Dictionary(
            entries.map {
                ($0.key, Value(key: $0.key, node: $0.value, keyPlace: $0.place, problems: problems))
            }
        ) { first, _ in first }
    }

    subscript(_ key: String) -> Value? { values[key] }

    private static func entries(_ mapping: Node.Mapping, problems: Problems) -> [Entry] {
        var seen: [String: Int] = [:]
        return mapping.compactMap { key, value in
            let place = Place(key)
            guard case .scalar(let scalar) = key else {
                problems.add("a key must be a plain word", at: place)
                return nil
            }
            if let line = seen[scalar.string] {
                problems.add("key '\(scalar.string)' is given twice, first in line \(line)", at: place)
                return nil
            }
            seen[scalar.string] = place.line
            return (scalar.string, place, value)
        }
    }
}
