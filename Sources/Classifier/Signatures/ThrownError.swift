package import Incident

/// An error that reached a test which expected none.
package struct ThrownError: Signature {
    package let id = "test.unexpected_error"
    package let failureClass = FailureClass.unexpectedError

    package func match(_ symptom: Symptom, in reading: Reading) -> Diagnosis? {
        guard case .issue(let issue) = symptom, let message = issue.message,
            let marker = Self.markers.first(where: { matches($0, message, issue.framework) }),
            let range = message.firstRange(of: marker.text)
        else { return nil }
        var diagnosis = Diagnosis.issue(self, issue, reading)
        diagnosis.expected = "no error"
        diagnosis.actual = Self.error(message[range.upperBound...], framework: issue.framework)
        return diagnosis
    }

    private typealias Marker = (framework: TestEvent.Framework, text: String, begins: Bool)

    private static let markers: [Marker] = [
        (.xctest, "threw error ", true),
        (.xctest, " threw error ", false),
        (.swiftTesting, "Caught error: ", true),
        (.swiftTesting, "an error was thrown when none was expected: ", false),
    ]

    private func matches(_ marker: Marker, _ message: String, _ framework: TestEvent.Framework) -> Bool {
        guard marker.framework == framework else { return false }
        if marker.begins { return message.hasPrefix(marker.text) }
        return (message.hasPrefix("XCTAssert") || message.hasPrefix("Expectation failed"))
            && message.contains(marker.text)
    }

    /// XCTest quotes the error, and a user's comment follows; Swift Testing prints it to the end of the line.
    private static func error(_ text: Substring, framework: TestEvent.Framework) -> String {
        let line = text.prefix { $0 != "\n" }
        guard framework == .xctest, line.hasPrefix("\"") else { return String(line) }
        let rest = line.dropFirst()
        if let end = rest.ranges(of: "\" - ").last { return String(rest[..<end.lowerBound]) }
        return String(rest.hasSuffix("\"") ? rest.dropLast() : rest)
    }
}
