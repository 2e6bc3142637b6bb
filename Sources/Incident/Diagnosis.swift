/// A failure named: its class, the place in the user's own sources, and the evidence for both.
package struct Diagnosis: Codable, Sendable, Hashable {
    package enum Confidence: String, Codable, Sendable, Comparable {
        case low
        case medium
        case high

        package static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

        private var rank: Int {
            switch self {
            case .low: 0
            case .medium: 1
            case .high: 2
            }
        }
    }

    package var failureClass: FailureClass
    /// Id of the signature that matched, such as `trap.zero_division`.
    package var signature: String
    /// The innermost frame of the user's own sources (tests only when no other is known); nil when unknown.
    package var location: SourceLocation?
    package var confidence: Confidence
    /// The lines that matched, as the evidence had them.
    package var evidence: [String]

    /// The test that was running, as `TestEvent.test` spells it.
    package var test: String?
    /// The innermost place inside a test file: an expectation, or the frame that called the failing code.
    package var testLocation: SourceLocation?
    /// What a failed expectation wanted and got, where the text says so.
    package var expected: String?
    package var actual: String?
    /// The user's frames of the crashed thread, innermost first; empty when there was no backtrace.
    package var frames: [SourceLocation]
    /// Edits the compiler proposed for a build error, and the notes beside it.
    package var fixIts: [FixIt]

    package init(
        failureClass: FailureClass, signature: String, location: SourceLocation? = nil,
        confidence: Confidence,
        evidence: [String], test: String? = nil, testLocation: SourceLocation? = nil, expected: String? = nil,
        actual: String? = nil, frames: [SourceLocation] = [], fixIts: [FixIt] = []
    ) {
        self.failureClass = failureClass
        self.signature = signature
        self.location = location
        self.confidence = confidence
        self.evidence = evidence
        self.test = test
        self.testLocation = testLocation
        self.expected = expected
        self.actual = actual
        self.frames = frames
        self.fixIts = fixIts
    }
}
