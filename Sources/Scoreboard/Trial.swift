package import Incident

/// One run of a healer on one case, as the oracle judged it.
package struct Trial: Codable, Sendable, Equatable {
    package enum Outcome: String, Codable, Sendable, CaseIterable {
        /// The oracle saw the patient well again.
        case healed
        case notHealed = "not_healed"
        /// Of a case that no healer can heal: a person was called, which is right.
        case escalated
        /// Of a control: nothing was done, which is right.
        case leftAlone = "left_alone"
        /// Of a control: something was done.
        case falseAction = "false_action"
        case timedOut = "timed_out"
        /// The fault finds no place to act in this package, or cannot be played to this healer.
        case notApplicable = "not_applicable"
        /// The trial could not be carried out; nothing is said about the healer.
        case unviable
    }

    /// Wall-clock milliseconds from the moment the healer got the broken patient.
    package struct Times: Codable, Sendable, Equatable {
        /// To the failure being seen.
        @Nullable package var detect: Int?
        /// To the failure being named.
        @Nullable package var diagnose: Int?
        /// To the healer having done what it had to do; nil where the patient is not well.
        @Nullable package var recover: Int?

        enum CodingKeys: String, CodingKey {
            case detect = "detect_ms"
            case diagnose = "diagnose_ms"
            case recover = "recover_ms"
        }

        package init(detect: Int? = nil, diagnose: Int? = nil, recover: Int? = nil) {
            self.detect = detect
            self.diagnose = diagnose
            self.recover = recover
        }
    }

    package var caseID: String
    package var domain: Domain
    /// From 1.
    package var repetition: Int
    package var outcome: Outcome
    /// Why the oracle refused; nil where it did not.
    @Nullable package var reason: OracleReason?
    /// One line for people: where the fault acted, what failed.
    package var detail: String
    /// Whether the healer saw a failure; nil where it says nothing of it.
    @Nullable package var detected: Bool?
    /// Whether it named the failure's class; nil where it says nothing of it.
    @Nullable package var diagnosed: Bool?
    /// Whether the healer says that it healed.
    package var claimed: Bool
    /// Whether a regression test failed before and passed after, as the oracle saw it; nil where there is none to try.
    @Nullable package var regressionProved: Bool?
    @Nullable package var candidatesTried: Int?
    package var times: Times
    /// Of the whole trial, injection and oracle included.
    package var milliseconds: Int
    /// Path of the incident's report below the folder of the run; nil where the healer wrote none.
    @Nullable package var incident: String?

    enum CodingKeys: String, CodingKey {
        case domain, repetition, outcome, reason, detail, detected, diagnosed, claimed, times, milliseconds
        case incident
        case caseID = "case"
        case regressionProved = "regression_proved"
        case candidatesTried = "candidates_tried"
    }

    package init(
        of item: BenchCase, repetition: Int, outcome: Outcome, reason: OracleReason? = nil, detail: String,
        detected: Bool? = nil, diagnosed: Bool? = nil, claimed: Bool = false, regressionProved: Bool? = nil,
        candidatesTried: Int? = nil, times: Times = Times(), milliseconds: Int = 0, incident: String? = nil
    ) {
        caseID = item.id
        domain = item.domain
        self.repetition = repetition
        self.outcome = outcome
        self.reason = reason
        self.detail = detail
        self.detected = detected
        self.diagnosed = diagnosed
        self.claimed = claimed
        self.regressionProved = regressionProved
        self.candidatesTried = candidatesTried
        self.times = times
        self.milliseconds = milliseconds
        self.incident = incident
    }

    /// Whether it says something about the healer.
    package var counts: Bool { outcome != .notApplicable && outcome != .unviable }

    /// Whether the healer did what is right.
    package var isRight: Bool {
        outcome == .healed || outcome == .escalated || outcome == .leftAlone
    }
}

extension Trial.Outcome {
    /// What a trial came to, from what is right for its case and why the oracle refused.
    package init(expecting expected: BenchCase.Expectation, refusal: OracleReason?) {
        self =
            switch (expected, refusal) {
            case (.healed, nil): .healed
            case (.escalated, nil): .escalated
            case (.leftAlone, nil): .leftAlone
            case (.leftAlone, _): .falseAction
            case (_, .timedOut): .timedOut
            default: .notHealed
            }
    }
}
