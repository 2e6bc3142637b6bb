import Incident

extension Diagnosis {
    /// An issue a test recorded: its place is all that the text knows.
    static func issue(
        _ signature: some Signature, _ issue: TestEvent, _ reading: Reading, confidence: Confidence = .high
    ) -> Diagnosis {
        let place = reading.code.place(issue.location)
        let message = issue.message ?? ""
        return Diagnosis(
            failureClass: signature.failureClass, signature: signature.id, location: place,
            confidence: place == nil ? .medium : confidence,
            evidence: message.split(separator: "\n").map(String.init), test: issue.test,
            testLocation: place ?? reading.code.place(reading.start(of: issue.test)))
    }
}

extension Reading {
    func start(of test: String) -> SourceLocation? {
        events.first { $0.kind == .started && $0.test == test }?.location
    }
}
