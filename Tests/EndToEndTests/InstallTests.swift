import Foundation
import Testing

/// `make install` without its builds: what the tests were built with is what is installed.
@Suite(.serialized) struct InstallTests {
    private static let script = DocsTests.root.appendingPathComponent("scripts/install").path
    private static let bin = LabProcess.executable.deletingLastPathComponent().path

    private let stage = FileManager.default.temporaryDirectory.path + "/install-\(UUID())"

    private func run(_ command: String) throws -> (code: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        // Not the checkout: an installed lab has none.
        process.currentDirectoryURL = URL(fileURLWithPath: "/")
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    private func files() throws -> Set<String> {
        Set(
            try run("cd '\(stage)' && find . ! -type d").output.split(separator: "\n").map {
                String($0.dropFirst(2))
            })
    }

    @Test func what_is_installed_runs_from_there_and_is_taken_away_again() throws {
        defer { try? FileManager.default.removeItem(atPath: stage) }
        let root = stage + "/opt/lab"
        let environment = "DESTDIR='\(stage)' PREFIX=/opt/lab"
        #expect(try run("mkdir -p '\(root)/lib' && echo mine >'\(root)/lib/mine'").code == 0)
        let installed = try run("\(environment) '\(Self.script)' '\(Self.bin)'")
        #expect(installed.code == 0, "\(installed.output)")
        #expect(
            try files()
                == Set(
                    [
                        "bin/lab", "bin/lab-doctor", "lib/mine", "lib/healing-lab/lab",
                        "lib/healing-lab/libAbortTrace.so", "lib/healing-lab/libForkServer.so",
                        "share/man/man1/lab.1", "share/bash-completion/completions/lab",
                        "share/zsh/site-functions/_lab", "share/fish/vendor_completions.d/lab.fish",
                        "share/doc/healing-lab/LICENSE",
                    ].map { "opt/lab/" + $0 }))
        // Through a link, as from a PATH; the libraries beside the executable are found.
        let faults = try run("'\(root)/bin/lab' faults --ids")
        #expect(faults.output.hasPrefix("zero_division\n"))
        let doctor = try run("'\(root)/bin/lab-doctor'")
        #expect(doctor.output.contains("isolation"))
        #expect(!doctor.output.contains("libForkServer.so"))
        // The pages' templates are part of the executable.
        let reports = DocsTests.root.appendingPathComponent("artifacts/code/zero_division").path
        #expect(try run("'\(root)/bin/lab' report '\(reports)' --html '\(stage)/pages'").code == 0)
        #expect(try run("rm -r '\(stage)/pages'").code == 0)
        // Over itself, then away.
        #expect(try run("\(environment) '\(Self.script)' '\(Self.bin)'").code == 0)
        #expect(try run("\(environment) '\(Self.script)' --remove").code == 0)
        #expect(try files() == ["opt/lab/lib/mine"])
        #expect(try run("\(environment) '\(Self.script)' --remove").code == 65)
    }

    @Test func completions_hold_every_command_and_bash_reads_them() throws {
        let commands = try CommandTree.read().all().map { $0.command.commandName }
        for shell in ["bash", "zsh", "fish"] {
            let script = try LabProcess.run(["--generate-completion-script", shell])
            #expect(script.code == 0)
            for command in commands { #expect(script.output.contains(command), "\(shell): \(command)") }
            // Faults are completed by asking for them.
            #expect(script.output.contains("lab faults --domain code --ids"), "\(shell)")
        }
        #expect(
            try run("'\(LabProcess.executable.path)' --generate-completion-script bash | bash -n").code == 0)
    }

    @Test func a_prefix_that_cannot_be_used_is_named_and_nothing_is_written() throws {
        let relative = try run("PREFIX=some/where '\(Self.script)' --check")
        #expect(relative.code == 64)
        #expect(relative.output.contains("PREFIX=some/where"))
        let file = try run("PREFIX=/dev/null/x '\(Self.script)' --check")
        #expect(file.code == 73)
        #expect(file.output.contains("/dev/null"))
        let unbuilt = try run("PREFIX='\(stage)' '\(Self.script)' /nowhere")
        #expect(unbuilt.code == 65)
        #expect(!FileManager.default.fileExists(atPath: stage))
    }
}
