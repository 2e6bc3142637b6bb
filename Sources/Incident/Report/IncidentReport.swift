/// What happened to a patient, as one CloudEvents 1.0 event.
///
/// Every field is reproducible: the same patient with the same failure gives the same bytes. Wall-clock times go
/// to `timings.json` beside the report. `docs/schemas/incident-v1.schema.json` is its schema.
package struct IncidentReport: Codable, Sendable {
    package var specversion = "1.0"
    /// The first 16 digits of a digest over patient, failure and remedy.
    package var id: String
    package var source: String
    package var type = "dev.healing-lab.incident"
    package var subject: String
    /// From the lab's logical clock, RFC 3339.
    package var time: String
    package var datacontenttype = "application/json"
    package var dataschema = "urn:healing-lab:schema:incident:v1"
    package var data: IncidentData

    package init(id: String, source: String, subject: String, time: String, data: IncidentData) {
        self.id = id
        self.source = source
        self.subject = subject
        self.time = time
        self.data = data
    }
}

/// The body of an incident report.
package struct IncidentData: Codable, Sendable {
    package struct Patient: Codable, Sendable {
        package var name: String
        package var kind: String
        /// Commit of the patient as it came, before any fault.
        package var baseline: String
        /// Commit that the failure was seen on; the baseline when nobody injected a fault.
        package var broken: String

        package init(name: String, kind: String, baseline: String, broken: String) {
            self.name = name
            self.kind = kind
            self.baseline = baseline
            self.broken = broken
        }
    }

    package struct Fault: Codable, Sendable {
        package var id: String
        package var failureClass: String
        package var file: String
        package var line: Int
        package var function: String
        package var summary: String
        /// First and last line of the broken file among which the failure shows itself.
        package var symptomLines: [Int]

        enum CodingKeys: String, CodingKey {
            case id
            case failureClass = "class"
            case file, line, function, summary
            case symptomLines = "symptom_lines"
        }

        package init(
            id: String, failureClass: String, file: String, line: Int, function: String, summary: String,
            symptomLines: [Int]
        ) {
            self.id = id
            self.failureClass = failureClass
            self.file = file
            self.line = line
            self.function = function
            self.summary = summary
            self.symptomLines = symptomLines
        }
    }

    package struct Diagnosis: Codable, Sendable {
        package init(
            failureClass: String, signature: String, location: Location?, confidence: String,
            evidence: [String]
        ) {
            self.failureClass = failureClass
            self.signature = signature
            self.location = location
            self.confidence = confidence
            self.evidence = evidence
        }

        package struct Location: Codable, Sendable {
            package var file: String
            package var line: Int
            @Nullable package var function: String?
        }
        package var failureClass: String
        package var signature: String
        @Nullable package var location: Location?
        package var confidence: String
        package var evidence: [String]

        enum CodingKeys: String, CodingKey {
            case failureClass = "class"
            case signature, location, confidence, evidence
        }
    }

    package struct Remedy: Codable, Sendable {
        package enum Kind: String, Codable, Sendable {
            case patch
            /// A change that a search over small edits found.
            case search
            /// A container was restarted, and that was enough.
            case restart
            /// A container was put back to a known-good image.
            case rollback
            /// No candidate passed, or none was needed.
            case none
        }
        package var kind: Kind
        @Nullable package var fixer: String?
        @Nullable package var rationale: String?
        package var files: [String]
        /// Commit of the healed patient, without the regression test.
        @Nullable package var commit: String?
        package var candidatesTried: Int
        /// What a repair search did, if there was one; left out otherwise.
        package var search: Search?

        enum CodingKeys: String, CodingKey {
            case kind, fixer, rationale, files, commit, search
            case candidatesTried = "candidates_tried"
        }

        package init(
            kind: Kind, fixer: String? = nil, rationale: String? = nil, files: [String] = [],
            commit: String? = nil,
            candidatesTried: Int, search: Search? = nil
        ) {
            self.kind = kind
            self.fixer = fixer
            self.rationale = rationale
            self.files = files
            self.commit = commit
            self.candidatesTried = candidatesTried
            self.search = search
        }
    }

    /// A search over small edits: how far it went and what else it found.
    package struct Search: Codable, Sendable, Hashable {
        package struct Patch: Codable, Sendable, Hashable {
            /// Ids of operators, one for each edit.
            package var operators: [String]
            package var summary: String
            package var file: String
            package var line: Int
            /// It takes away something that the program did.
            package var removes: Bool

            package init(operators: [String], summary: String, file: String, line: Int, removes: Bool) {
                self.operators = operators
                self.summary = summary
                self.file = file
                self.line = line
                self.removes = removes
            }
        }

        /// Statements that failing tests reached.
        package var suspects: Int = 0
        package var generated: Int = 0
        package var compiled: Int = 0
        /// Pairs of candidates that were tried when none helped alone.
        package var combined: Int = 0
        /// Candidates under which the failing tests ran.
        package var run: Int = 0
        /// Candidates under which every test passed.
        package var plausible: Int = 0
        /// Place of the patch handed over among the plausible ones, from 1; 0 when there is none.
        package var rank: Int = 0
        /// The plausible patches, best first, 20 at most.
        package var patches: [Patch] = []

        package init() {}
    }

    package struct RegressionTest: Codable, Sendable {
        package struct Test: Codable, Sendable {
            package var name: String
            /// `failing` for the input of the test that failed, `neighbour` for one next to it.
            package var input: String
            package var failedBefore: Bool
            package var passedAfter: Bool

            enum CodingKeys: String, CodingKey {
                case name, input
                case failedBefore = "failed_before"
                case passedAfter = "passed_after"
            }

            package init(name: String, input: String, failedBefore: Bool, passedAfter: Bool) {
                self.name = name
                self.input = input
                self.failedBefore = failedBefore
                self.passedAfter = passedAfter
            }
        }
        package var file: String
        /// The suite that holds the tests.
        package var name: String
        package var failedBefore: Bool
        package var passedAfter: Bool
        package var tests: [Test]
        @Nullable package var commit: String?

        enum CodingKeys: String, CodingKey {
            case file, name, tests, commit
            case failedBefore = "failed_before"
            case passedAfter = "passed_after"
        }

        package init(file: String, name: String, tests: [Test], commit: String?) {
            self.file = file
            self.name = name
            self.tests = tests
            self.commit = commit
            failedBefore = !tests.isEmpty && tests.allSatisfy(\.failedBefore)
            passedAfter = !tests.isEmpty && tests.allSatisfy(\.passedAfter)
        }
    }

    package struct Verification: Codable, Sendable {
        package struct Tests: Codable, Sendable {
            package var total: Int
            package var passed: Int
            package var failed: Int
            package var skipped: Int
            /// Names of the tests that failed, crashed or never ended, sorted.
            package var failing: [String]

            package init(total: Int, passed: Int, failed: Int, skipped: Int, failing: [String]) {
                self.total = total
                self.passed = passed
                self.failed = failed
                self.skipped = skipped
                self.failing = failing
            }
        }
        /// Null where the tests could not be built.
        @Nullable package var testsBefore: Tests?
        @Nullable package var testsAfter: Tests?
        /// Which tests count; nil, and not written, where all do.
        package var scope: TestScope?

        enum CodingKeys: String, CodingKey {
            case testsBefore = "tests_before"
            case testsAfter = "tests_after"
            case scope
        }

        package init(testsBefore: Tests?, testsAfter: Tests?, scope: TestScope = .all) {
            self.scope = scope.isAll ? nil : scope
            self.testsBefore = testsBefore
            self.testsAfter = testsAfter
        }
    }

    package struct Step: Codable, Sendable {
        package var step: String
        package var outcome: String
        package var detail: String
        /// From the logical clock, RFC 3339.
        package var time: String

        package init(step: String, outcome: String, detail: String, time: String) {
            self.step = step
            self.outcome = outcome
            self.detail = detail
            self.time = time
        }
    }

    package struct Artifact: Codable, Sendable {
        package var name: String
        package var sha256: String

        package init(name: String, sha256: String) {
            self.name = name
            self.sha256 = sha256
        }
    }

    package var verdict: Verdict
    package var domain: Domain
    package var summary: String
    package var patient: Patient
    @Nullable package var fault: Fault?
    @Nullable package var diagnosis: Diagnosis?
    /// Failures that were found beside the first one, in the order they were diagnosed.
    package var furtherDiagnoses: [Diagnosis]
    @Nullable package var remedy: Remedy?
    @Nullable package var regressionTest: RegressionTest?
    package var verification: Verification
    package var timeline: [Step]
    package var artifacts: [Artifact]
    /// What the watchdog saw and did; absent where no service was watched.
    package var runtime: RuntimeData?

    enum CodingKeys: String, CodingKey {
        case verdict, domain, summary, patient, fault, diagnosis, remedy, verification, timeline, artifacts
        case runtime
        case furtherDiagnoses = "further_diagnoses"
        case regressionTest = "regression_test"
    }

    package init(
        verdict: Verdict, domain: Domain, summary: String, patient: Patient, fault: Fault?,
        diagnoses: [Diagnosis], remedy: Remedy?, regressionTest: RegressionTest?, verification: Verification,
        timeline: [Step], artifacts: [Artifact], runtime: RuntimeData? = nil
    ) {
        self.runtime = runtime
        self.verdict = verdict
        self.domain = domain
        self.summary = summary
        self.patient = patient
        self.fault = fault
        self.diagnosis = diagnoses.first
        self.furtherDiagnoses = Array(diagnoses.dropFirst())
        self.remedy = remedy
        self.regressionTest = regressionTest
        self.verification = verification
        self.timeline = timeline
        self.artifacts = artifacts
    }
}

extension IncidentData.Diagnosis {
    /// The part of a diagnosis that the report keeps, with normalised evidence.
    package init(_ diagnosis: Diagnosis, normaliser: Normaliser) {
        failureClass = diagnosis.failureClass.rawValue
        signature = diagnosis.signature
        location = diagnosis.location.map { Location(file: $0.file, line: $0.line, function: $0.function) }
        confidence = diagnosis.confidence.rawValue
        evidence = diagnosis.evidence.map { normaliser.normalise($0) }
    }
}
