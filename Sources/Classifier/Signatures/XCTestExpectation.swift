package import Incident

/// A failed assertion of XCTest.
package struct XCTestExpectation: Signature {
    package let id = "xctest.assertion_failure"
    package let failureClass = FailureClass.assertionFailure

    package func match(_ symptom: Symptom, in reading: Reading) -> Diagnosis? {
        guard case .issue(let issue) = symptom, issue.framework == .xctest else { return nil }
        var diagnosis = Diagnosis.issue(self, issue, reading)
        (diagnosis.expected, diagnosis.actual) = values(issue.message ?? "")
        return diagnosis
    }

    /// Between the two values of `XCTAssertX failed: ("a") … ("b") - comment`, and what the second then means.
    private static let relations: [(words: String, prefix: String)] = [
        (") is not equal to (", ""), (") is equal to (", "!= "), (") is not greater than (", "> "),
        (") is less than (", ">= "), (") is not less than (", "< "), (") is greater than (", "<= "),
        (") is not identical to (", "=== "), (") is identical to (", "!== "),
    ]

    private static let fixed: [(prefix: String, expected: String, actual: String)] = [
        ("XCTAssertTrue failed", "true", "false"), ("XCTAssertFalse failed", "false", "true"),
        ("XCTAssert failed", "true", "false"), ("XCTAssertNotNil failed", "non-nil", "nil"),
        ("XCTUnwrap failed", "non-nil", "nil"), ("XCTAssertThrowsError failed", "an error", "no error"),
    ]

    private func values(_ message: String) -> (expected: String?, actual: String?) {
        for entry in Self.fixed where message.hasPrefix(entry.prefix) {
            return (entry.expected, entry.actual)
        }
        guard let start = message.firstRange(of: " failed: ") else { return (nil, nil) }
        let body = message[start.upperBound...]
        if message.hasPrefix("XCTAssertNil ") {
            return ("nil", unquoted(comment(removedFrom: body, mark: "\"")))
        }
        guard body.hasPrefix("(") else { return (nil, nil) }
        for relation in Self.relations {
            guard let words = body.firstRange(of: "\"" + relation.words + "\"") else { continue }
            let left = body[..<words.lowerBound].dropFirst(2)
            let right = comment(removedFrom: body[words.upperBound...], mark: "\")")
            let tolerance = right.firstRange(of: "\") +/- (\"")
            let value = tolerance.map { right[..<$0.lowerBound] + " +/- " + right[$0.upperBound...] } ?? right
            return (relation.prefix + value, String(left))
        }
        return (nil, nil)
    }

    /// Cuts at the last mark that ` - ` follows; the values themselves may hold anything.
    private func comment(removedFrom text: Substring, mark: String) -> Substring {
        guard let end = text.ranges(of: mark + " - ").first else {
            return text.hasSuffix(mark) ? text.dropLast(mark.count) : text
        }
        return text[..<end.lowerBound]
    }

    private func unquoted(_ text: Substring) -> String {
        String(text.hasPrefix("\"") ? text.dropFirst() : text)
    }
}
