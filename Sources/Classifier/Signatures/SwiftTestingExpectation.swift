package import Incident

/// A failed expectation, confirmation or recorded issue of Swift Testing.
package struct SwiftTestingExpectation: Signature {
    package let id = "swift_testing.assertion_failure"
    package let failureClass = FailureClass.assertionFailure

    package func match(_ symptom: Symptom, in reading: Reading) -> Diagnosis? {
        guard case .issue(let issue) = symptom, issue.framework == .swiftTesting else { return nil }
        var diagnosis = Diagnosis.issue(self, issue, reading)
        (diagnosis.expected, diagnosis.actual) = values(issue.message ?? "")
        return diagnosis
    }

    private func values(_ message: String) -> (expected: String?, actual: String?) {
        if message.hasPrefix("Confirmation was confirmed "),
            let split = Expression.split(message, at: [", but expected to be confirmed "])
        {
            let wanted = split.right.prefix { $0 != "\n" }
            return (String(wanted), String(split.left.dropFirst("Confirmation was confirmed ".count)))
        }
        let start = "Expectation failed: "
        guard message.hasPrefix(start) else { return (nil, nil) }
        let body = String(message.dropFirst(start.count))
        if body.hasPrefix("an error was expected but none was thrown") { return ("an error", "no error") }
        if body.hasPrefix("expected error "), let split = Expression.split(body, at: [", but "]) {
            let got = split.right.firstRange(of: " was thrown instead").map { split.right[..<$0.lowerBound] }
            return (
                String(split.left.dropFirst("expected ".count)), got.map(String.init) ?? split.right
            )
        }
        return compared(body)
    }

    /// `(total → 3) == 4`, `(xs → [1]).isEmpty → false`, `!(f() → true)`, `map["z"] → nil`.
    private func compared(_ body: String) -> (expected: String?, actual: String?) {
        let operators = [" == ", " != ", " === ", " !== ", " <= ", " >= ", " < ", " > "]
        if let split = Expression.split(body, at: operators) {
            let sign = split.token == " == " ? "" : split.token.dropFirst()
            return (sign + value(firstLines(split.right)), value(split.left))
        }
        if body.hasPrefix("!("), let inner = Expression.split(String(body.dropFirst(2)), at: [" → "]) {
            let shown = inner.right.prefix { $0 != ")" }
            return ("false", String(shown))
        }
        guard let shown = Expression.split(body, at: [" → "]) else { return (nil, nil) }
        let actual = firstLines(shown.right)
        return (actual == "false" ? "true" : actual == "nil" ? "non-nil" : nil, actual)
    }

    /// `(expression → value)` → `value`; anything else stands for itself.
    private func value(_ side: String) -> String {
        guard side.hasPrefix("("), side.hasSuffix(")"),
            let split = Expression.split(String(side.dropFirst().dropLast()), at: [" → "])
        else { return side }
        return split.right
    }

    /// Comments and differences follow on lines of their own, once the value is complete.
    private func firstLines(_ text: String) -> String { Expression.split(text, at: ["\n"])?.left ?? text }
}
