package import Incident

/// A report of ThreadSanitizer.
package struct DataRace: Signature {
    package let id = "sanitizer.data_race"
    package let failureClass = FailureClass.dataRace

    package func match(_ symptom: Symptom, in reading: Reading) -> Diagnosis? {
        guard case .race(let block) = symptom, let headline = block.first else { return nil }
        let frames = block.compactMap { frame($0, in: reading.code) }
        let summary = block.last.flatMap { $0.hasPrefix("SUMMARY: ") ? $0 : nil }
        let named = summary.flatMap { summary in
            summary.split(separator: " ").lazy.compactMap { place($0, in: reading.code) }.first
        }
        // The report often attributes one of the two accesses to a file without a line.
        let accesses = block.filter { $0.contains("#0 ") }.compactMap { frame($0, in: reading.code) }
        let exact = (accesses + frames).first { $0.line > 0 }
        let location = named.flatMap { $0.line > 0 ? $0 : nil } ?? exact ?? named ?? frames.first
        let culprit = reading.openTests.last
        return Diagnosis(
            failureClass: failureClass, signature: id, location: location,
            confidence: location == nil ? .medium : .high,
            evidence: [headline] + (summary.map { [$0] } ?? []),
            test: culprit?.test,
            testLocation: frames.first { reading.code.isTest($0.file) }
                ?? reading.code.place(culprit?.location),
            frames: frames)
    }

    /// `    #0 $s5probe4bumpyyF /p/main.swift:4:41 (probe+0xfd123)`.
    private func frame(_ line: String, in code: UserCode) -> SourceLocation? {
        let words = line.split(separator: " ")
        guard words.count > 2, words[0].hasPrefix("#") else { return nil }
        return words.dropFirst(2).lazy.compactMap { place($0, in: code) }.first
    }

    private func place(_ word: Substring, in code: UserCode) -> SourceLocation? {
        let place = Place(word)
        guard place.path.hasSuffix(".swift"), let file = code.file(place.path) else { return nil }
        return SourceLocation(file: file, line: place.line ?? 0, column: place.column)
    }
}
