package import Incident

/// What trials come to: rates, and spreads of times.
///
/// Trials that say nothing about the healer (`not_applicable`, `unviable`) are counted and enter no rate.
package struct Measures: Codable, Sendable, Equatable {
    /// So many of so many.
    package struct Share: Codable, Sendable, Equatable {
        package var count: Int
        package var of: Int

        package init(_ count: Int, of whole: Int) {
            self.count = count
            of = whole
        }

        /// From 0 to 1; nil of nothing.
        package var rate: Double? { of == 0 ? nil : Double(count) / Double(of) }
    }

    package var trials: Int
    package var notApplicable: Int
    package var unviable: Int
    /// Of the faults on which the healer says whether it saw a failure.
    package var detected: Share
    /// Of the faults on which the healer names a class.
    package var diagnosed: Share
    /// Of the faults that can be healed: where the healer says that it did.
    package var healed: Share
    /// Of the same: where the oracle agrees.
    package var verified: Share
    /// Of the faults that nothing heals: a person was called.
    package var escalated: Share
    /// Of the heals that left a regression test.
    package var regressionProved: Share
    /// Of the controls.
    package var falseActions: Share
    /// Milliseconds.
    @Nullable package var timeToDetect: Spread?
    @Nullable package var timeToDiagnose: Spread?
    @Nullable package var timeToRecover: Spread?
    @Nullable package var candidatesTried: Spread?

    enum CodingKeys: String, CodingKey {
        case trials, unviable, detected, diagnosed, healed, verified, escalated
        case notApplicable = "not_applicable"
        case regressionProved = "regression_proved"
        case falseActions = "false_actions"
        case timeToDetect = "time_to_detect_ms"
        case timeToDiagnose = "time_to_diagnose_ms"
        case timeToRecover = "time_to_recover_ms"
        case candidatesTried = "candidates_tried"
    }

    /// - Parameter expected: what is right for a trial's case.
    package init(_ trials: [Trial], expected: (Trial) -> BenchCase.Expectation) {
        self.trials = trials.count
        notApplicable = trials.count { $0.outcome == .notApplicable }
        unviable = trials.count { $0.outcome == .unviable }
        let counted = trials.filter(\.counts)
        let faults = counted.filter { expected($0) != .leftAlone }
        let healable = counted.filter { expected($0) == .healed }
        let hopeless = counted.filter { expected($0) == .escalated }
        let controls = counted.filter { expected($0) == .leftAlone }
        detected = Self.share(faults, \.detected)
        diagnosed = Self.share(faults, \.diagnosed)
        healed = Share(healable.count { $0.claimed }, of: healable.count)
        verified = Share(healable.count { $0.outcome == .healed }, of: healable.count)
        escalated = Share(hopeless.count { $0.isRight }, of: hopeless.count)
        regressionProved = Self.share(healable.filter { $0.outcome == .healed }, \.regressionProved)
        falseActions = Share(controls.count { $0.outcome == .falseAction }, of: controls.count)
        timeToDetect = Spread(faults.compactMap(\.times.detect))
        timeToDiagnose = Spread(faults.compactMap(\.times.diagnose))
        timeToRecover = Spread(faults.compactMap(\.times.recover))
        candidatesTried = Spread(faults.compactMap(\.candidatesTried))
    }

    private static func share(_ trials: [Trial], _ answer: (Trial) -> Bool?) -> Share {
        let answers = trials.compactMap(answer)
        return Share(answers.count { $0 }, of: answers.count)
    }
}
