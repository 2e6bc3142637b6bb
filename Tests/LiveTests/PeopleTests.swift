import Foundation
import Testing

/// What people ask of a watchdog, with one that runs and without.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct PeopleTests {
    private func ask(_ stall: Stall, _ words: String...) async throws -> LabProcess.Result {
        try await LabProcess.run(["watch"] + words + ["--config", stall.desk.config], in: stall.desk.folder)
    }

    @Test func before_the_first_watch_there_is_nothing_to_tell() async throws {
        try await Stall.with { stall in
            try stall.configure()
            for verb in ["status", "history"] {
                let result = try await ask(stall, verb)
                #expect(
                    result.code == 65 && result.errors.contains("`lab watch` begins one"), "\(result.errors)")
                #expect(
                    !FileManager.default.fileExists(atPath: stall.desk.journal), "\(verb) makes no journal")
            }
        }
    }

    @Test func an_image_is_promoted_and_rolled_back_to_with_a_watchdog_and_without() async throws {
        try await Stall.with { stall in
            try stall.configure()
            let (one, two) = (try await stall.digest("one"), try await stall.digest("two"))
            try await stall.deploy("one")
            let alone = try await ask(stall, "promote", "web")
            #expect(alone.code == 0 && alone.output.contains("\(one) is known good"), "\(alone)")
            try await stall.deploy("two")
            let back = try await ask(stall, "rollback", "web")
            #expect(back.code == 0 && back.output.contains("rolled back, and healthy"), "\(back)")
            #expect(try await stall.containers.map { $0["image"] } == [.string(one)])
            let twice = try await ask(stall, "rollback", "web")
            #expect(twice.code == 65 && twice.errors.contains("no other known-good image"), "\(twice)")
            #expect(stall.reports.count == 1)

            let watch = try stall.desk.watch()
            try await watch.line("it is healthy") { $0.isState("healthy") }
            let named = try await ask(stall, "promote", "web", "--image", "app:two")
            #expect(named.code == 0, "\(named)")
            try await watch.line("it is promoted") {
                $0.isPromotion && $0["details"]["image"] == .string(two)
            }
            let forth = try await ask(stall, "rollback", "web")
            #expect(forth.code == 0, "\(forth)")
            try await watch.line("it is rolled back") { $0["details"]["ending"] == "healed_by_rollback" }
            #expect(try await stall.containers.map { $0["image"] } == [.string(two)])
            let status = try await ask(stall, "status")
            #expect(status.code == 0 && status.output.contains("web  heal"), "\(status)")
            let history = try await ask(stall, "history", "--json")
            let good = try JSONValue(Data(history.output.utf8))["known_good"]["web"].array.map { $0["image"] }
            #expect(good.count == 2 && good.contains(.string(one)) && good.contains(.string(two)))
            try await stall.end(watch)
            let last = try await ask(stall, "status", "--json")
            #expect(try JSONValue(Data(last.output.utf8))[0]["image"] == .string(two))
        }
    }

    @Test func an_escalated_service_is_taken_up_again_when_a_person_says_so() async throws {
        try await Stall.with { stall in
            try stall.configure()
            try await stall.deploy("bad")
            let watch = try stall.desk.watch()
            try await watch.line("it is escalated") { $0["details"]["ending"] == "escalated" }
            #expect(watch.lines.filter { $0["details"]["verb"] == "restart" }.count == 2, "the budget")
            #expect(try await ask(stall, "status").output.contains("budget exhausted"))
            #expect(try await ask(stall, "resume", "web").code == 0)
            try await eventually("it is escalated once more") {
                watch.lines.filter { $0["details"]["ending"] == "escalated" }.count == 2
            }
            #expect(
                watch.lines.filter { $0["details"]["verb"] == "restart" }.count == 4, "a full budget again")
            try await stall.end(watch)
            let alone = try await ask(stall, "resume", "web")
            #expect(alone.code == 0, "\(alone)")
            let last = try await ask(stall, "status", "--json")
            #expect(try JSONValue(Data(last.output.utf8))[0]["escalated"] == .null, "\(last.output)")
        }
    }

    /// While it stops it answers nobody, and failed looks are no reason to start it again.
    @Test func a_stop_by_a_person_that_takes_long_is_not_undone() async throws {
        try await Stall.with { stall in
            try stall.configure()
            try await stall.deploy("one", environment: ["LINGER=3"])
            let watch = try stall.desk.watch()
            try await watch.line("it is healthy") { $0.isState("healthy") }
            try await stall.process("stop", "web")
            try await watch.line("it is held") { $0["details"]["holds"] == ["manual_stop"] }
            try await Task.sleep(for: .seconds(2))
            #expect(try await stall.containers[0]["state"] == "exited")
            #expect(!watch.lines.contains { $0["event"] == "action" }, "\(watch.output)")
            #expect(!watch.lines.contains { $0["event"] == "opened" }, "\(watch.output)")
            try await stall.end(watch)
        }
    }
}
