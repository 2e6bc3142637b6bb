import Foundation
import Testing

/// `lab bench` on a small package: the oracle finds out healers that are bad on purpose.
@Suite(.serialized) struct BenchTests {
    private static let output = Patient.work + "/bench-out"

    private struct Record: Decodable {
        struct Trial: Decodable {
            var `case`: String
            var outcome: String
            var reason: String?
            var claimed: Bool
            var milliseconds: Int
        }
        var healer: String
        var trials: [Trial]
    }

    private func bench(_ more: [String], in folder: String, on patient: Patient) throws
        -> (result: LabProcess.Result, record: Record?)
    {
        let output = Self.output + "/" + folder
        let result = try LabProcess.run(
            ["bench", "--package", patient.folder, "--work-dir", Patient.work, "--output", output] + more)
        let record = FileManager.default.contents(atPath: output + "/bench.json")
            .flatMap { try? JSONDecoder().decode(Record.self, from: $0) }
        return (result, record)
    }

    private func healer(_ name: String) -> String {
        DocsTests.root.appendingPathComponent("Benchmarks/Healers/\(name)").path
    }

    /// Builds of the healthy package are shared by all calls over one folder.
    private static let folder = Patient.work + "/bench-patient/Kit"

    @Test func a_healer_that_does_nothing_scores_zero_and_a_stopped_run_goes_on() throws {
        let patient = try Patient(source: Patient.healthy, at: Self.folder)
        let before = patient.snapshot()
        let arguments = ["--healer", healer("does-nothing"), "--fault", "zero_division"]
        let (result, record) = try bench(arguments + ["--fail-under", "1"], in: "nothing", on: patient)
        #expect(result.code == 5, "\(result.errors)")
        let trial = try #require(record?.trials.first)
        #expect(trial.outcome == "not_healed" && trial.reason == "patch_empty" && trial.claimed)
        #expect(result.output.contains("0 of 1 faults healed and verified"))
        #expect(patient.snapshot() == before)
        // The same call again has nothing left to do, and one more case is all that is run.
        let again = try bench(arguments + ["--fault", "healthy_package"], in: "nothing", on: patient)
        #expect(again.result.errors.contains("1 of them kept"))
        #expect(again.result.errors.contains("[2/2]") && !again.result.errors.contains("[1/2]"))
        #expect(again.record?.trials.map(\.outcome) == ["not_healed", "left_alone"])
        #expect(again.record?.trials.first?.milliseconds == trial.milliseconds)
        // Another seed is another run.
        let other = try bench(arguments + ["--seed", "7"], in: "nothing", on: patient)
        #expect(other.result.code == 64 && other.result.errors.contains("another seed (1)"))
    }

    @Test func a_healer_that_deletes_the_failing_tests_scores_zero() throws {
        let patient = try Patient(source: Patient.healthy, at: Self.folder)
        let (result, record) = try bench(
            ["--healer", healer("deletes-failing-tests"), "--fault", "zero_division"], in: "deletes",
            on: patient)
        #expect(result.code == 0, "\(result.errors)")
        let trial = try #require(record?.trials.first)
        #expect(trial.outcome == "not_healed" && trial.reason == "tests_changed_or_deleted" && trial.claimed)
        #expect(result.output.contains("tests changed or deleted"))
    }

    @Test func a_healer_that_heals_is_believed_and_one_that_strays_is_not() throws {
        let patient = try Patient(source: Patient.healthy, at: Self.folder)
        let file = "Sources/Kit/Ratio.swift"
        let mended = Patient.work + "/mended.swift"
        try Patient.healthy.write(toFile: mended, atomically: true, encoding: .utf8)
        let good = try bench(
            ["--healer", "cp \(mended) \(file)", "--fault", "zero_division"], in: "good", on: patient)
        #expect(good.record?.trials.first?.outcome == "healed")
        let stray = try bench(
            ["--healer", "cp \(mended) \(file); touch ../stray", "--fault", "zero_division"], in: "stray",
            on: patient)
        #expect(stray.record?.trials.first?.reason == "touched_files_outside_the_package")
        let broken = try bench(
            ["--healer", "echo oops >> \(file)", "--fault", "zero_division"], in: "broken", on: patient)
        #expect(broken.record?.trials.first?.reason == "does_not_build")
        let slow = try bench(
            ["--healer", "sleep 60", "--budget", "1", "--fault", "zero_division"], in: "slow", on: patient)
        #expect(slow.record?.trials.first?.outcome == "timed_out")
    }

    @Test func an_interrupt_ends_the_healer_and_keeps_what_is_done() throws {
        let patient = try Patient(source: Patient.healthy, at: Self.folder)
        let mark = Patient.work + "/healer-was-called"
        let survivor = Patient.work + "/healer-lived-on"
        let output = Self.output + "/interrupted"
        // The first trial ends by itself, the second one has to be ended.
        let command = "sh -c 'test -e \(mark) && sleep 5 && touch \(survivor); touch \(mark)'"
        let process = try LabProcess.start([
            "bench", "--package", patient.folder, "--work-dir", Patient.work, "--output", output,
            "--healer", command, "--fault", "zero_division", "--fault", "healthy_package",
        ])
        let first = output + "/trials/code-zero_division-1.json"
        for _ in 0..<1200 where !FileManager.default.fileExists(atPath: first) { usleep(50_000) }
        usleep(1_000_000)
        process.process.interrupt()
        let result = process.finish()
        #expect(result.code == 130, "\(result.errors)")
        #expect(result.errors.contains("the same call goes on from here"))
        let data = try #require(FileManager.default.contents(atPath: output + "/bench.json"))
        let record = try JSONDecoder().decode(Record.self, from: data)
        #expect(record.trials.map(\.case) == ["zero_division"])
        usleep(5_000_000)
        #expect(!FileManager.default.fileExists(atPath: survivor))
    }

    /// A watch configuration: nothing is done to what it names without a word to allow it.
    private static let own = ["--config", "deploy/watchdog.yaml"]

    @Test func the_cases_of_a_configuration_are_named_after_its_services() throws {
        let list = ["bench"] + Self.own + ["--list"]
        let result = try LabProcess.run(list, in: DocsTests.root.path)
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains("app.crash") && result.output.contains("app.manual_stop"))
        #expect(!result.output.contains("zero_division"))
        let one = try LabProcess.run(list + ["--fault", "hang", "--json"], in: DocsTests.root.path)
        struct Item: Decodable { var id: String }
        let items = try JSONDecoder().decode([Item].self, from: Data(one.output.utf8))
        #expect(items.map(\.id) == ["app.hang"])
    }

    @Test func every_option_is_on_its_page() throws {
        let page = try String(
            contentsOf: DocsTests.root.appendingPathComponent("docs/bench.md"), encoding: .utf8)
        let help = try LabProcess.run(["bench", "--help"]).output
        let flags = Set(help.matches(of: /--[a-z][a-z-]+/).map { String($0.output) })
        #expect(flags.count > 15)
        for flag in flags.subtracting(["--help", "--version"]) {
            #expect(page.contains("`\(flag)"), "\(flag)")
        }
    }

    @Test(arguments: [
        (["--fault", "zero_divison"], "'zero_division'", 64), (["--healer", "./nowhere"], "--healer", 64),
        (["--repeat", "0"], "--repeat", 64), (["--budget", "0"], "--budget", 64),
        (["--package", "/etc"], "Package.swift", 65), (["--held-out", "/nowhere"], "--held-out", 65),
        (["--write-docs", "LICENSE"], "no marks", 65),
        (["--package", ".", "--domain", "container"], "--package", 64),
        (["--package", "Sources/LabApp", "--output", "Sources/LabApp/x"], "inside of the package", 65),
        (own + ["--package", "."], "--config is for services and --package for code", 64),
        (own + ["--domain", "code"], "--config is for services", 64),
        (own + ["--held-out", "/tmp"], "--held-out", 64), (own + ["--engine", "docker"], "--engine", 64),
        (own + ["--rootfs", "/tmp"], "--rootfs", 64), (["--service", "web"], "--config", 64),
        (["--allow-disruption"], "--config", 64), (["--config", "nowhere.yaml"], "no nowhere.yaml", 65),
        (["--config", "README.md"], "README.md:", 65), (own + ["--service", "ap"], "'app'", 64),
        (own + ["--fault", "hnag"], "'hang'", 64), (own + ["--fault", "zero_division"], "--list", 64),
        (own, "--allow-disruption", 64),
        (own + ["--service", "app"], "to the container healing-lab-app", 64),
        (own + ["--allow-disruption", "--healer", "./nowhere"], "--healer ./nowhere", 64),
    ])
    func bad_input_names_what_is_wrong(_ arguments: [String], _ words: String, _ code: Int32) throws {
        let result = try LabProcess.run(["bench"] + arguments, in: DocsTests.root.path)
        #expect(result.code == code, "\(result.errors)")
        #expect(result.errors.contains(words), "\(result.errors)")
        #expect(result.output.isEmpty)
    }
}
