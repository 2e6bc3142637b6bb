import Classifier
import Fixers
import Foundation
import Incident
import Injector
import SourceEdit
import Workspace

/// The state of one heal: what each step found, kept so that a run that is stopped can still be written up.
actor HealRun {
    let workspace: Workspace
    let options: HealOptions
    let name: String
    let emit: @Sendable (HealEvent) -> Void
    let timeline: Timeline

    var baseline = ""
    var broken = ""
    var fault: FaultSite?
    var faultKind: (any Fault)?
    /// What the injected commit showed when the fault was tried.
    private var sight: Observation?
    var before: Observation?
    var after: Observation?
    var diagnoses: [Diagnosis] = []
    var accepted: [Candidate] = []
    var candidatesTried = 0
    var search: IncidentData.Search?
    /// How long each stage of the search took.
    var searchDurations: [(stage: String, duration: Duration)] = []
    var healed: String?
    var proof: RegressionProver.Proof?
    /// Drafts of regression tests that the search saw turn from red to green with its patch.
    var turned: Set<String>?
    var proven: String?
    var verdict = Verdict.notHealed
    var summary = ""

    init(
        workspace: Workspace, options: HealOptions, name: String,
        emit: @escaping @Sendable (HealEvent) -> Void
    ) {
        self.workspace = workspace
        self.options = options
        self.name = name
        timeline = Timeline(emit: emit)
        self.emit = emit
    }

    func heal(_ patient: String, injecting request: FaultRequest?) async throws {
        let description = try await timeline.step(.copy) {
            baseline = try await workspace.load(patient: patient)
            broken = baseline
            let description = try await workspace.describePackage()
            return (description, .done, "private copy at commit \(baseline.prefix(10))")
        }
        let reader = PatientReader(workspace: workspace, description: description)
        if let request {
            try await checkBaseline()
            try await inject(request, reader)
        }
        let observed = try await observe()
        before = observed
        if observed.isGreen {
            verdict = .nothingToHeal
            summary = "All \(observed.counts?.passed ?? 0) tests of \(name) pass: there is nothing to heal."
            after = observed
            return
        }
        if observed.tests?.noTests == true {
            verdict = .unviable
            summary = "\(name) has no tests, so nothing can be said about its health."
            return
        }
        try await mend(observed, reader)
        guard after?.isGreen == true else { return }
        try await regress(reader)
    }

    func timeOut() {
        verdict = .timedOut
        summary = "The time limit passed before \(name) was healed."
        healed = nil
        proof = nil
    }

    // MARK: - Steps

    private func checkBaseline() async throws {
        _ = try await timeline.step(.baseline) {
            let observed = try await look()
            guard observed.tests != nil else {
                throw LabError(
                    .badInput, "\(name) does not build before any fault is injected.",
                    hint: Self.firstError(observed.build.evidence) ?? "Run `swift build --build-tests` there."
                )
            }
            guard observed.tests?.noTests != true else {
                throw LabError(.badInput, "\(name) has no tests, so no fault would be noticed.")
            }
            guard observed.isGreen else {
                let failing = observed.failing.sorted().prefix(3).joined(separator: ", ")
                throw LabError(
                    .badInput, "\(name) fails its own tests before any fault is injected: \(failing).",
                    hint: "Use `lab heal` to heal what is broken already.")
            }
            return (observed, .passed, observed.line)
        }
    }

    private func inject(_ request: FaultRequest, _ reader: PatientReader) async throws {
        let sources = try await reader.sources(sparingHelpers: false).sources
        let start = ContinuousClock.now
        emit(.stepStarted(.inject))
        let sites: [FaultSite]
        do {
            sites = try FaultSites.find(request.fault, in: sources, at: request.place)
        } catch {
            timeline.record(.inject, .failed, "no site", since: start)
            throw error
        }
        // A fault that no test notices teaches nothing: the first site that turns the tests red is taken.
        for (index, site) in sites.prefix(12).enumerated() {
            if index > 0 {
                emit(
                    .progress(
                        "no test notices \(sites[index - 1].file):\(sites[index - 1].line), trying the next site"
                    ))
            }
            guard let file = sources.first(where: { $0.path == site.file }),
                let text = site.edit.edits.applied(to: file.text)
            else { continue }
            try await workspace.checkout(baseline)
            try await workspace.write(files: [site.file: text])
            let commit = try await workspace.commit(message: "injected", step: 1)
            let seen = try await look()
            guard !seen.isGreen || request.place != nil else { continue }
            // What does not compile is another fault than the one asked for.
            if seen.tests == nil, request.fault.failureClass != .buildError, request.place == nil { continue }
            sight = seen
            broken = commit
            fault = site
            faultKind = request.fault
            let diff = try await workspace.diff(from: baseline, to: commit, pathPrefix: options.pathPrefix)
            timeline.record(
                .inject, .done,
                "\(request.fault.id) at \(site.file):\(site.line) in \(site.function): \(site.summary)",
                since: start)
            emit(.patch(title: "fault", text: diff))
            return
        }
        timeline.record(.inject, .failed, "no test notices the fault", since: start)
        throw LabError(
            .noSite,
            "\(request.fault.id) has \(sites.count) sites in \(name), but its tests notice none of the first 12.",
            hint: "Name a site with --at FILE:LINE, or add tests.")
    }

    private func observe() async throws -> Observation {
        try await timeline.step(.observe) {
            // To see that a fault is noticed at all, its commit was looked at already.
            let observed: Observation
            if let sight { observed = sight } else { observed = try await look() }
            return (observed, observed.isGreen ? .passed : .failed, observed.line)
        }
    }

    /// Builds and tests what is checked out.
    func look() async throws -> Observation {
        emit(.progress("building"))
        let build = try await workspace.build()
        guard build.succeeded else { return Observation(build: build, tests: nil) }
        emit(.progress("running tests"))
        return Observation(build: build, tests: try await workspace.test(.all, limits: options.testLimits))
    }

    /// Diagnoses and fixes, failure by failure, until the tests pass or nothing helps.
    private func mend(_ first: Observation, _ reader: PatientReader) async throws {
        var observed = first
        var current = broken
        let classifier = Classifier()
        for _ in 0..<options.roundLimit {
            let patient = try await reader.sources(sparingHelpers: true)
            let found = try await timeline.step(.diagnose) {
                let found = DiagnosisRefiner.refine(observed.diagnoses(classifier), in: patient)
                guard let root = found.first else {
                    return ([Diagnosis](), .failed, "the failure matches no signature")
                }
                let more = found.count > 1 ? ", and \(found.count - 1) more" : ""
                return (found, .done, Self.phrase(root) + more)
            }
            if diagnoses.isEmpty { diagnoses = found } else { merge(found) }
            for diagnosis in found.prefix(3) { emit(.diagnosed(diagnosis)) }
            guard let step = try await fix(found, observed, patient, from: current) else {
                try await searchFromStart(observed, found, patient, from: current, reader)
                if healed == nil, summary.isEmpty { summary = Self.unhealed(name, found.first) }
                return
            }
            accepted.append(step.candidate)
            let verified = try await timeline.step(.verify) {
                try await workspace.checkout(current)
                guard let files = patient.texts(after: step.candidate) else {
                    throw LabError(.software, "An accepted patch no longer applies.")
                }
                try await workspace.write(files: files)
                current = try await workspace.commit(message: "healed", step: 2)
                let observed = try await look()
                return (observed, observed.isGreen ? .passed : .failed, observed.line)
            }
            after = verified
            if verified.isGreen {
                healed = current
                let diff = try await workspace.diff(from: broken, to: current, pathPrefix: options.pathPrefix)
                emit(.patch(title: "patch", text: diff))
                return
            }
            guard step.isPartial else { break }
            observed = verified
        }
        summary = Self.unhealed(name, diagnoses.first)
    }

    /// Searches for one change that mends everything; where fixers mended a part and nothing does, for what is left.
    private func searchFromStart(
        _ observed: Observation, _ found: [Diagnosis], _ patient: PatientSource, from commit: String,
        _ reader: PatientReader
    ) async throws {
        var healing: String?
        if commit != broken, let before {
            try await workspace.checkout(broken)
            let parts = accepted
            accepted = []
            healing = try await searchAndVerify(
                diagnoses, before, try await reader.sources(sparingHelpers: true), from: broken,
                of: reader.description)
            if healing == nil { accepted = parts }
        }
        if healing == nil {
            healing = try await searchAndVerify(
                found, observed, patient, from: commit, of: reader.description)
        }
        guard let healing else { return }
        healed = healing
        let diff = try await workspace.diff(from: broken, to: healing, pathPrefix: options.pathPrefix)
        emit(.patch(title: "patch", text: diff))
    }

    private func fix(
        _ diagnoses: [Diagnosis], _ observed: Observation, _ patient: PatientSource, from commit: String
    ) async throws -> (candidate: Candidate, isPartial: Bool)? {
        let start = ContinuousClock.now
        emit(.stepStarted(.fix))
        var tried = 0
        var proposed = 0
        var partial: Candidate?
        for diagnosis in diagnoses.prefix(4) {
            let candidates = FixerCatalogue.candidates(for: diagnosis, in: patient)
            guard !candidates.isEmpty else { continue }
            proposed += candidates.count
            var trial = CandidateTrial(
                workspace: workspace, patient: patient, broken: commit, before: observed,
                diagnosis: diagnosis,
                options: options, emit: emit)
            let room = max(0, options.candidateLimit - candidatesTried)
            let outcome: CandidateTrial.Outcome
            do {
                outcome = try await trial.run(Array(candidates.prefix(room)))
            } catch {
                candidatesTried += trial.tried
                timeline.record(.fix, .failed, "stopped after \(candidatesTried) candidates", since: start)
                throw error
            }
            tried += trial.tried
            candidatesTried += trial.tried
            switch outcome {
            case .plausible(let candidate):
                timeline.record(
                    .fix, .done,
                    "\(candidate.fixer): \(candidate.rationale) Candidate \(tried) of \(proposed).",
                    since: start)
                return (candidate, false)
            case .progress(let candidate):
                partial = candidate
            case .none:
                continue
            }
            break
        }
        if let partial {
            timeline.record(
                .fix, .done, "\(partial.fixer): \(partial.rationale) It mends one of several failures.",
                since: start)
            return (partial, true)
        }
        let detail =
            proposed == 0 ? "no fixer covers this failure" : "none of \(tried) candidates passes the tests"
        timeline.record(.fix, .failed, detail, since: start)
        return nil
    }

    private func regress(_ reader: PatientReader) async throws {
        guard let healed, let diagnosis = diagnoses.first, let before else { return }
        let proof = try await timeline.step(.regress) {
            () -> (RegressionProver.Proof?, StepOutcome, String) in
            let patient = try await reader.sources(sparingHelpers: true)
            let targets = reader.description
            let author = RegressionAuthor(patient: patient, incident: incidentID) {
                targets.testTarget(of: $0)
            }
            let failing = Self.order(before.failing, culprit: diagnosis.test)
            guard let draft = author.draft(for: diagnosis, failing: failing) else {
                return (nil, .failed, "the source of no failing test was found")
            }
            let prover = RegressionProver(
                workspace: workspace, broken: broken, healed: healed, options: options,
                brokenDoesNotBuild: before.tests == nil, emit: emit)
            guard let proof = try await prover.prove(draft, turned: turned) else {
                return (nil, .failed, "no draft was red before and green after")
            }
            return (proof, .passed, "\(proof.tests.count) tests in \(proof.path): red before, green after")
        }
        try await workspace.checkout(healed)
        guard let proof else {
            verdict = .notHealed
            summary =
                "A patch turns the tests of \(name) green, but no regression test could be proved, so it is not called healed."
            return
        }
        try await workspace.write(files: [proof.path: proof.text])
        proven = try await workspace.commit(message: "regression test", step: 3)
        self.proof = proof
        after = proof.after
        guard proof.after.isGreen else {
            verdict = .notHealed
            summary = "With the regression test added, other tests of \(name) fail."
            return
        }
        verdict = .healed
        summary = Self.success(name, diagnosis, accepted.first)
        let diff = try await workspace.diff(
            from: healed, to: proven ?? healed, pathPrefix: options.pathPrefix)
        emit(.patch(title: "regression test", text: diff))
    }

    // MARK: - Words

    /// The first digits of a digest over the broken commit and its failure.
    var incidentID: String {
        let root = diagnoses.first
        let place = root?.location.map { "\($0.file):\($0.function ?? "")" } ?? ""
        let text = [baseline, broken, root?.failureClass.rawValue ?? verdict.rawValue, place].joined(
            separator: "\n")
        return String(Digest.sha256(text).prefix(16))
    }

    private func merge(_ found: [Diagnosis]) {
        for diagnosis in found
        where !diagnoses.contains(where: {
            $0.failureClass == diagnosis.failureClass && $0.location == diagnosis.location
        }) {
            diagnoses.append(diagnosis)
        }
    }

    private static func order(_ failing: Set<String>, culprit: String?) -> [String] {
        let sorted = failing.sorted()
        guard let culprit else { return sorted }
        let isCulprit = { (name: String) in name == culprit || name.hasSuffix("." + culprit) }
        return sorted.filter(isCulprit) + sorted.filter { !isCulprit($0) }
    }

    static func phrase(_ diagnosis: Diagnosis) -> String {
        var text = diagnosis.failureClass.rawValue
        if let place = diagnosis.location {
            text += " at \(place.file):\(place.line)"
            if let function = place.function { text += " in \(function)" }
        }
        return text + " (\(diagnosis.signature), \(diagnosis.confidence.rawValue) confidence)"
    }

    private static func success(_ name: String, _ diagnosis: Diagnosis, _ candidate: Candidate?) -> String {
        let place = diagnosis.location.map { " at \($0.file):\($0.line)" } ?? ""
        return
            "\(name) failed with \(diagnosis.failureClass.rawValue)\(place) and was healed. \(candidate?.rationale ?? "")"
    }

    private static func unhealed(_ name: String, _ diagnosis: Diagnosis?) -> String {
        guard let diagnosis else { return "\(name) fails in a way that no signature knows." }
        let place = diagnosis.location.map { " at \($0.file):\($0.line)" } ?? ""
        return
            "\(name) fails with \(diagnosis.failureClass.rawValue)\(place), and no candidate patch heals it."
    }

    static func firstError(_ evidence: Evidence) -> String? {
        evidence.console.split(separator: "\n").first { $0.contains("error: ") }.map(String.init)
    }
}
