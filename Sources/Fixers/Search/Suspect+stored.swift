package import SourceEdit

extension Suspect {
    /// Of what a property starts with, next to the code that mentions it: most defects are in what runs.
    private static let share = 0.8

    /// The suspects with the initial values of stored properties that they mention put among them.
    ///
    /// An initial value runs for every test that makes an instance, or once for all, so that its own runs tell little. It
    /// is as suspicious as the most suspicious code that names the property, and so is what it is worked out from.
    package static func withStored(_ suspects: [Suspect], in files: [SourceFile]) -> [Suspect] {
        var scores: [String: Double] = [:]
        for (path, own) in Dictionary(grouping: suspects, by: \.path) {
            guard let names = files.first(where: { $0.path == path })?.namesByLine else { continue }
            for suspect in own {
                for name in suspect.lines.flatMap({ names[$0] ?? [] }) {
                    scores[name] = max(scores[name] ?? 0, suspect.suspiciousness)
                }
            }
        }
        let properties = files.flatMap { file in
            StoredProperty.all(in: file).map { (path: file.path, property: $0) }
        }
        // Constants are worked out from constants, seldom in more than two steps.
        for _ in 0..<2 {
            for (_, property) in properties {
                guard let score = scores[property.name] else { continue }
                for source in property.sources { scores[source] = max(scores[source] ?? 0, score) }
            }
        }
        let found = properties.compactMap { path, property -> Suspect? in
            guard let score = scores[property.name] else { return nil }
            return Suspect(
                path: path, lines: property.lines, function: property.name,
                suspiciousness: score * share)
        }
        return (suspects + found).enumerated()
            .sorted { ($1.element.suspiciousness, $0.offset) < ($0.element.suspiciousness, $1.offset) }
            .map(\.element)
    }
}
