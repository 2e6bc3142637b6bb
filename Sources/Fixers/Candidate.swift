package import SourceEdit

/// A patch that may heal, before anyone has tried it.
package struct Candidate: Sendable, Hashable {
    /// Id of the fixer that proposes it.
    package var fixer: String
    /// One sentence: what the patch does and why that fits the failure.
    package var rationale: String
    package var edits: [FileEdit]

    package init(fixer: String, rationale: String, edits: [FileEdit]) {
        self.fixer = fixer
        self.rationale = rationale
        self.edits = edits
    }
}

extension [Candidate] {
    /// The list without candidates that leave the same text as an earlier one, cut to `limit`.
    package func distinct(in patient: PatientSource, limit: Int = 160) -> [Candidate] {
        var seen: Set<[String]> = []
        var kept: [Candidate] = []
        for candidate in self where kept.count < limit {
            var texts: [String] = []
            for edit in candidate.edits {
                guard let file = patient.file(edit.path), let text = edit.edits.applied(to: file.text) else {
                    break
                }
                guard text != file.text else { break }
                texts.append(edit.path + "\u{0}" + text)
            }
            guard texts.count == candidate.edits.count, seen.insert(texts).inserted else { continue }
            kept.append(candidate)
        }
        return kept
    }
}
