package import Incident

/// What a heal tells whoever watches it.
package enum HealEvent: Sendable {
    case stepStarted(HealStep)
    case stepEnded(HealStep, outcome: StepOutcome, detail: String, duration: Duration)
    /// Progress inside of the running step; replaces the last one.
    case progress(String)
    /// Something that the user should know, such as how far a search is kept from the machine.
    case warning(String)
    case diagnosed(Diagnosis)
    /// A patch: the injected fault, the healing patch or the regression test.
    case patch(title: String, text: String)
}

/// The steps of code healing, in order.
package enum HealStep: String, Sendable, CaseIterable {
    case copy
    case baseline
    case inject
    case observe
    case diagnose
    case fix
    case search
    case verify
    case regress
    case report
}

/// How a step ended.
package enum StepOutcome: String, Sendable {
    case done
    case passed
    case failed
    /// The step was not reached or had nothing to do.
    case skipped
}
