import Foundation
import Incident
import Testing

/// `lab heal` on packages nobody here wrote. Each test builds, so they take turns.
@Suite(.serialized) struct HealTests {
    private func artifacts() -> String { Patient.artifacts() }

    private func report(_ folder: String) throws -> IncidentReport {
        try CanonicalJSON.decode(
            IncidentReport.self,
            from: Data(contentsOf: URL(fileURLWithPath: folder + "/incident_report.json")))
    }

    @Test func a_broken_package_without_git_is_healed_and_left_alone() throws {
        let patient = try Patient()
        defer { patient.remove() }
        let before = patient.snapshot()
        let folder = artifacts()
        let result = try patient.heal(["--artifacts", folder])
        #expect(result.code == 0, "\(result.output)\(result.errors)")
        #expect(patient.snapshot() == before)
        let data = try report(folder).data
        #expect(data.verdict == .healed)
        #expect(data.fault == nil)
        #expect(data.diagnosis?.failureClass == "zero_division")
        #expect(data.diagnosis?.location?.file == "Sources/Kit/Ratio.swift")
        #expect(data.diagnosis?.location?.line == 3)
        #expect(data.regressionTest?.failedBefore == true && data.regressionTest?.passedAfter == true)
        #expect(data.regressionTest?.tests.contains { $0.input == "neighbour" } == true)
        #expect(data.verification.testsBefore?.failing == ["KitTests.RatioTests/nothing()"])
        #expect(data.verification.testsAfter?.failed == 0)
        try Patient.shell(
            "git init -q . && git apply \(folder)/healing_patch.diff \(folder)/regression_test.diff && rm -rf .git",
            in: patient.folder)
        #expect(try patient.read("Sources/Kit/Ratio.swift") == Patient.healthy)
        #expect(
            try patient.read("Tests/KitTests/HealingRegressionTests.swift").contains("test_the_failing_input")
        )
    }

    @Test func only_the_tests_that_are_chosen_count() throws {
        let other = """

            @Suite struct SlowTests {
                @Test func never_passes() { #expect(Bool(false)) }
            }

            """
        let patient = try Patient(test: Patient.test + other)
        defer { patient.remove() }
        let folder = artifacts()
        let result = try patient.heal(["--artifacts", folder, "--skip-tests", "Slow"])
        #expect(result.code == 0, "\(result.output)\(result.errors)")
        let data = try report(folder).data
        #expect(data.verification.scope?.skipped == ["Slow"])
        #expect(data.verification.testsBefore?.total == 2)
        #expect(data.verification.testsBefore?.failing == ["KitTests.RatioTests/nothing()"])
        // The regression test counts, though no one chose it.
        let narrow = try patient.heal(["--artifacts", folder, "--tests", "RatioTests/"])
        #expect(narrow.code == 0, "\(narrow.output)\(narrow.errors)")
        #expect(try report(folder).data.regressionTest?.passedAfter == true)
        #expect(try patient.heal(["--tests", "half"]).code == ExitCode.nothingToHeal.rawValue)

        let none = try patient.heal(["--tests", "Nowhere"])
        #expect(none.code == ExitCode.badInput.rawValue)
        #expect(none.errors.contains("--tests Nowhere"))
        let bad = try patient.heal(["--skip-tests", "("])
        #expect(bad.code == ExitCode.badInput.rawValue)
        #expect(bad.errors.contains("--skip-tests ("))
    }

    @Test func a_package_in_a_subdirectory_of_a_repository_gets_a_patch_for_the_repository() throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("repository-\(UUID())").path
        let patient = try Patient(source: Patient.healthy, at: root + "/packages/Kit")
        defer { try? FileManager.default.removeItem(atPath: root) }
        try Patient.shell(
            "git init -q . && git add -A && git -c user.name=a -c user.email=a@b.c commit -qm x", in: root)
        // The uncommitted change is what breaks it.
        try patient.write("Sources/Kit/Ratio.swift", Patient.broken)
        let status = try Patient.shell("git status --porcelain", in: root)
        let folder = artifacts()
        #expect(try patient.heal(["--artifacts", folder]).code == 0)
        #expect(try Patient.shell("git status --porcelain", in: root) == status)
        try Patient.shell("git apply \(folder)/healing_patch.diff", in: patient.folder)
        #expect(try patient.read("Sources/Kit/Ratio.swift") == Patient.healthy)
    }

    @Test func open_branch_commits_the_heal_beside_what_the_user_has_open() throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("repository-\(UUID())").path
        let patient = try Patient(at: root + "/packages/Kit")
        defer { try? FileManager.default.removeItem(atPath: root) }
        try Patient.shell(
            "git init -qb main . && git config user.name Ada && git config user.email ada@example.org",
            in: root)
        try Patient.shell("git add -A && git commit -qm first", in: root)
        try patient.write("NOTES.md", "not committed\n")
        try Patient.shell("git add packages/Kit/NOTES.md", in: root)
        func state() throws -> String {
            try Patient.shell(
                "git rev-parse HEAD; git branch --show-current; git status --porcelain", in: root)
        }
        let before = try state()
        let folder = artifacts()
        let result = try patient.heal(["--artifacts", folder, "--open-branch", "heal/ratio"])
        #expect(result.code == 0, "\(result.output)\(result.errors)")
        #expect(result.errors.contains("branch heal/ratio holds the patch and the regression test"))
        #expect(
            result.errors.contains("uncommitted changes that the branch does not hold: packages/Kit/NOTES.md")
        )
        #expect(try state() == before)
        let healed = try Patient.shell("git show heal/ratio:packages/Kit/Sources/Kit/Ratio.swift", in: root)
        #expect(healed == Patient.healthy)
        let message = try Patient.shell("git log -1 --format=%B heal/ratio", in: root)
        #expect(message.hasPrefix("fix(Kit): heal zero division in Ratio.share(of:in:)\n"))
        let id = try report(folder).id
        #expect(
            try Patient.shell(
                "git log -1 --format='%(trailers:key=Healing-Lab-Incident)' heal/ratio", in: root
            )
            .hasPrefix("Healing-Lab-Incident: \(id)\n"))
        #expect(
            try Patient.shell("git diff --name-only main heal/ratio", in: root).split(separator: "\n").count
                == 2)
        // The forms name files as the repository does.
        for form in ["heal.sarif", "heal-annotations.txt", "heal-code-quality.json"] {
            let text = try String(contentsOfFile: folder + "/" + form, encoding: .utf8)
            #expect(text.contains("packages/Kit/Sources/Kit/Ratio.swift"), "\(form)")
        }
        // A second run is turned away before it builds anything.
        let again = try patient.heal(["--open-branch", "heal/ratio"])
        #expect(again.code == 65)
        #expect(again.output.isEmpty)
        #expect(again.errors.contains("--open-branch heal/ratio: there is such a branch already."))
        #expect(try patient.heal(["--open-branch", "a..b"]).code == 64)
        #expect(try state() == before)
    }

    @Test func apply_writes_the_patch_and_the_test() throws {
        let patient = try Patient()
        defer { patient.remove() }
        let result = try patient.heal(["--apply", "--json"])
        #expect(result.code == 0)
        #expect(
            try CanonicalJSON.decode(IncidentReport.self, from: Data(result.output.utf8)).data.verdict
                == .healed)
        #expect(try patient.read("Sources/Kit/Ratio.swift") == Patient.healthy)
        #expect(
            FileManager.default.fileExists(
                atPath: patient.folder + "/Tests/KitTests/HealingRegressionTests.swift"))
        // Healed for good: there is nothing left to heal.
        #expect(try patient.heal().code == 2)
    }

    @Test func passing_tests_leave_nothing_to_heal() throws {
        let patient = try Patient(source: Patient.healthy)
        defer { patient.remove() }
        let folder = artifacts()
        #expect(try patient.heal(["--artifacts", folder]).code == 2)
        #expect(try report(folder).data.verdict == .nothingToHeal)
    }

    @Test func a_wrong_answer_is_diagnosed_and_honestly_not_healed() throws {
        let patient = try Patient(source: Patient.healthy.replacingOccurrences(of: "* 100", with: "* 10"))
        defer { patient.remove() }
        let folder = artifacts()
        #expect(try patient.heal(["--artifacts", folder], searching: true).code == 1)
        let data = try report(folder).data
        #expect(data.verdict == .notHealed)
        #expect(data.diagnosis?.failureClass == "assertion_failure")
        #expect(!FileManager.default.fileExists(atPath: folder + "/healing_patch.diff"))
    }

    @Test func a_package_without_tests_is_unviable() throws {
        let patient = try Patient(test: nil)
        defer { patient.remove() }
        let result = try patient.heal()
        #expect(result.code == 65)
        #expect(result.output.contains("unviable"))
    }

    @Test func a_demo_refuses_a_package_that_fails_before_injection() throws {
        let patient = try Patient()
        defer { patient.remove() }
        let result = try LabProcess.run([
            "demo", "code", "--package", patient.folder, "--work-dir", Patient.work, "--artifacts",
            artifacts(),
        ])
        #expect(result.code == 65)
        #expect(result.errors.contains("fails its own tests before any fault is injected"))
    }

    @Test func a_demo_refuses_a_package_that_does_not_build() throws {
        let patient = try Patient(source: "func f( {\n")
        defer { patient.remove() }
        let result = try LabProcess.run([
            "demo", "code", "--package", patient.folder, "--work-dir", Patient.work, "--artifacts",
            artifacts(),
        ])
        #expect(result.code == 65)
        #expect(result.errors.contains("does not build before any fault is injected"))
    }

    @Test func a_fault_without_a_site_says_so() throws {
        let patient = try Patient(source: Patient.healthy)
        defer { patient.remove() }
        let result = try LabProcess.run([
            "inject", "--fault", "duplicate_keys", "--package", patient.folder, "--work-dir", Patient.work,
        ])
        #expect(result.code == 3)
        #expect(result.errors.contains("duplicate_keys finds no place to act"))
    }

    @Test func inject_prints_a_diff_and_writes_only_when_told() throws {
        let patient = try Patient(source: Patient.healthy)
        defer { patient.remove() }
        let inject = [
            "inject", "--fault", "zero_division", "--package", patient.folder, "--work-dir", Patient.work,
        ]
        let result = try LabProcess.run(inject)
        #expect(result.code == 0)
        #expect(result.output.contains("-        guard total != 0"))
        #expect(try patient.read("Sources/Kit/Ratio.swift") == Patient.healthy)
        #expect(try LabProcess.run(inject + ["--apply"]).code == 0)
        #expect(try patient.read("Sources/Kit/Ratio.swift") == Patient.broken)
    }

    @Test func inject_refuses_to_write_over_uncommitted_changes() throws {
        let patient = try Patient(source: Patient.healthy)
        defer { patient.remove() }
        try Patient.shell(
            "git init -q . && git add -A && git -c user.name=a -c user.email=a@b.c commit -qm x",
            in: patient.folder)
        let changed = Patient.healthy + "// more\n"
        try patient.write("Sources/Kit/Ratio.swift", changed)
        let result = try LabProcess.run([
            "inject", "--fault", "zero_division", "--package", patient.folder, "--work-dir", Patient.work,
            "--apply",
        ])
        #expect(result.code == 65)
        #expect(result.errors.contains("uncommitted changes"))
        #expect(try patient.read("Sources/Kit/Ratio.swift") == changed)
    }
}
