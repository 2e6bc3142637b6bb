import Incident

/// Everything wrong with one file: a person mends all of it at once, not one error a run.
final class Problems {
    private let file: String
    private var found: [Place: [String]] = [:]

    init(file: String) { self.file = file }

    func add(_ message: String, at place: Place) {
        guard found[place]?.contains(message) != true else { return }
        found[place, default: []].append(message)
    }

    /// By line and column, one line each; nil when there is nothing.
    var error: LabError? {
        guard !found.isEmpty else { return nil }
        let lines = found.sorted { $0.key < $1.key }.flatMap { place, messages in
            messages.map { "\(file):\(place.line):\(place.column): \($0)" }
        }
        return LabError(.badInput, lines.joined(separator: "\n"))
    }
}
