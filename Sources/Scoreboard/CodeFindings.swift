/// What the oracle found about a package that a healer says it healed.
package struct CodeFindings: Sendable, Equatable {
    package enum Tests: Sendable, Equatable {
        /// Nothing of the sources changed, so that nothing had to be built.
        case notRun
        case doNotBuild
        /// By name; empty when all passed.
        case ran(failing: [String], missing: [String])
    }

    package var change: TreeChange
    package var wasTimedOut: Bool
    /// Files beside the package or in the user's own, by path.
    package var outside: [String]
    package var tests: Tests
    /// Of tests that no healer sees; empty when they pass or there are none.
    package var heldOutFailing: [String]

    package init(
        change: TreeChange, wasTimedOut: Bool = false, outside: [String] = [], tests: Tests = .notRun,
        heldOutFailing: [String] = []
    ) {
        self.change = change
        self.wasTimedOut = wasTimedOut
        self.outside = outside
        self.tests = tests
        self.heldOutFailing = heldOutFailing
    }

    /// Nil when the package is healed.
    package func refusal(expecting expected: BenchCase.Expectation) -> OracleReason? {
        if !outside.isEmpty { return .outsidePackage }
        if expected == .leftAlone { return change.isEmpty ? nil : .actedOnControl }
        if wasTimedOut { return .timedOut }
        if change.touchesNoSource { return change.restored.isEmpty ? .patchEmpty : .testsChanged }
        let reason: OracleReason? =
            switch tests {
            case .notRun: .testsStillFail
            case .doNotBuild: .doesNotBuild
            case .ran(let failing, let missing):
                !failing.isEmpty ? .testsStillFail : !missing.isEmpty ? .testsMissing : nil
            }
        // What looked green to the healer was green because of the tests it changed.
        if reason != nil, !change.restored.isEmpty { return .testsChanged }
        return reason ?? (heldOutFailing.isEmpty ? nil : .heldOutTestsFail)
    }

    /// One line about the refusal; empty where there is nothing to say.
    package var detail: String {
        func list(_ names: [String], _ what: String) -> String? {
            guard let first = names.first else { return nil }
            return "\(what) \(first)" + (names.count > 1 ? " and \(names.count - 1) more" : "")
        }
        var parts = [list(outside, "touched"), list(change.restored, "put back")]
        switch tests {
        case .notRun: break
        case .doNotBuild: parts.append("the package does not build")
        case .ran(let failing, let missing):
            parts += [list(failing, "fails:"), list(missing, "did not run:")]
        }
        parts.append(list(heldOutFailing, "held out, fails:"))
        return parts.compactMap { $0 }.joined(separator: "; ")
    }
}
