import Incident

extension Verdict {
    /// In words: "not healed".
    var label: String { rawValue.replacing("_", with: " ") }

    /// Beside the word, so that colour is never all there is.
    var sign: String {
        switch self {
        case .healed: "✓"
        case .notHealed: "✗"
        case .nothingToHeal: "–"
        case .unviable: "⊘"
        case .timedOut: "◷"
        }
    }

    var badge: HTML { Badge.html(rawValue, sign, label) }
}

extension Domain {
    var title: String {
        switch self {
        case .code: "Code"
        case .container: "Containers"
        }
    }
}

extension FiledIncident {
    /// What is at stake, in few words: the fault's id, else the failure's class, else the patient.
    var name: String {
        let data = report.data
        return data.fault?.id ?? data.diagnosis?.failureClass ?? report.subject
    }

    /// "Logic/Paging.swift:16"; nil where the diagnosis has no place.
    var place: String? { report.data.diagnosis?.location.map { "\($0.file):\($0.line)" } }

    /// "patch: invalid_range".
    var remedy: String {
        guard let remedy = report.data.remedy, remedy.kind != .none else { return "–" }
        guard let fixer = remedy.fixer, fixer != remedy.kind.rawValue else { return remedy.kind.rawValue }
        return "\(remedy.kind.rawValue): \(fixer)"
    }
}
