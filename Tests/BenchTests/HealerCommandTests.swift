import Foundation
import Incident
import Testing

@testable import Bench

@Suite struct HealerCommandTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private func run(_ text: String, budget: Duration = .seconds(20)) async throws -> HealerCommand.Result {
        try await HealerCommand(text, in: folder.path).run(
            in: folder.path, environment: ["LAB_PACKAGE": folder.path], budget: budget,
            answers: folder.path + "/answer.json")
    }

    @Test func a_path_is_taken_from_where_it_was_named() async throws {
        try folder.write("my healers/heal", "#!/bin/sh\nprintf '%s|%s' \"$1\" \"$LAB_BUDGET_SECONDS\"\n")
        // A path with a space cannot be named by its first word; a link without one can.
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/heal", withDestinationPath: "my healers/heal")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: folder.path + "/my healers/heal")
        let result = try await run("./heal one")
        #expect(result.console == "one|20" && result.claimsHeal && !result.callsPerson)
    }

    @Test(arguments: [("sh -c 'exit 2'", false), ("sh -c 'exit 1'", true), ("sh -c 'kill -9 $$'", true)])
    func only_giving_up_calls_a_person(_ text: String, _ calls: Bool) async throws {
        let result = try await run(text)
        #expect(result.callsPerson == calls && !result.claimsHeal)
    }

    @Test func the_budget_ends_everything_that_was_started() async throws {
        let result = try await run(
            "sh -c 'sleep 300 & echo $! > one; setsid sh -c \"echo \\$\\$ > two; exec sleep 300\" & sleep 300'",
            budget: .seconds(2))
        #expect(result.wasTimedOut && !result.claimsHeal && !result.callsPerson)
        for name in ["one", "two"] {
            let text = try #require(folder.text(name)).trimmingCharacters(in: .whitespacesAndNewlines)
            let process = try #require(pid_t(text))
            // What nobody waited for stays in the table, without running.
            let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
            #expect(state == nil || state?.contains(") Z ") == true)
        }
    }

    @Test func an_answer_is_read_and_nonsense_is_none() async throws {
        let good = try await run(
            "sh -c 'echo \"{\\\"diagnosis\\\": \\\"zero_division\\\", \\\"candidates_tried\\\": 3}\" > $LAB_ANSWER'"
        )
        #expect(good.answer == HealerAnswer(diagnosis: "zero_division", candidatesTried: 3))
        #expect(try await run("sh -c 'echo nonsense > $LAB_ANSWER'").answer == HealerAnswer())
        #expect(try await run("true").answer == HealerAnswer())
    }

    @Test(arguments: ["", "   ", "./nowhere", "no-such-program-here --x"])
    func what_is_no_program_is_refused(_ text: String) {
        let error = #expect(throws: LabError.self) { try HealerCommand(text, in: folder.path) }
        #expect(error?.code == .usage && error?.message.contains("--healer") == true)
    }
}
