import Incident

extension Diagnosis {
    /// A crash's diagnosis: place and frames from its backtrace, else what the message itself names.
    static func crash(
        _ signature: some Signature, _ crash: Crash, _ reading: Reading, evidence: [String],
        confidence: Confidence? = nil, location: SourceLocation? = nil
    ) -> Diagnosis {
        let code = reading.code
        let frames = code.frames(crash.report)
        let spoken = code.place(crash.message)
        var place = location ?? code.location(frames) ?? spoken
        if place?.line == 0, let spoken, spoken.file == place?.file { place?.line = spoken.line }
        let inTest = frames.first { code.isTest($0.file) } ?? code.place(crash.test?.location)
        let sure: Confidence =
            crash.message == nil && crash.runtimeFailure == nil ? .medium : frames.isEmpty ? .medium : .high
        return Diagnosis(
            failureClass: signature.failureClass, signature: signature.id, location: place,
            confidence: confidence ?? sure, evidence: evidence, test: crash.test?.test, testLocation: inTest,
            frames: Array(frames.prefix(64)))
    }
}
