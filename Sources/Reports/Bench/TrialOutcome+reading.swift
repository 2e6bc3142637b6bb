import Scoreboard

extension Trial.Outcome {
    /// In words: "left alone".
    var label: String { rawValue.replacing("_", with: " ") }

    /// Beside the word, so that colour is never all there is.
    var sign: String {
        switch self {
        case .healed: "✓"
        case .escalated: "!"
        case .leftAlone: "–"
        case .notHealed: "✗"
        case .falseAction: "⚠"
        case .timedOut: "◷"
        case .notApplicable: "∅"
        case .unviable: "⊘"
        }
    }

    /// Class in the style sheet.
    var kind: String {
        switch self {
        case .healed, .escalated, .leftAlone: "healed"
        case .notHealed, .falseAction: "not_healed"
        case .timedOut: "timed_out"
        case .notApplicable, .unviable: "idle"
        }
    }
}
