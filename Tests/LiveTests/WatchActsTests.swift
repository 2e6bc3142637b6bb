import Foundation
import Testing

/// What `lab watch` does about a service, on supervised processes.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct WatchActsTests {
    @Test func a_bad_image_is_rolled_back_and_the_report_holds_up() async throws {
        try await Stall.with { stall in
            try stall.configure()
            try await stall.promoteOne(andDeploy: "bad")
            let watch = try stall.desk.watch()
            try await watch.line("the incident ends") { $0.isEnd }
            #expect(stall.health == 200)
            try await stall.end(watch)
            #expect(try await stall.containers.map { $0["name"] } == ["web"])
            let data = try #require(stall.reports.first)["data"]
            #expect(data["verdict"] == "healed" && data["remedy"]["kind"] == "rollback")
            let told = try await stall.desk.lab("report", stall.incidents)
            #expect(told.code == 0, "\(told.errors)")
        }
    }

    @Test func a_dry_run_says_what_it_would_do_and_does_nothing() async throws {
        try await Stall.with { stall in
            try stall.configure()
            try await stall.deploy("bad")
            let before = try await stall.containers
            let watch = try stall.desk.watch("--dry-run")
            try await eventually("it says so", context: { watch.output + watch.errors }) {
                watch.output.contains("would restart")
            }
            try await Task.sleep(for: .seconds(2))
            try await stall.end(watch)
            #expect(try await stall.containers == before)
            let files = try FileManager.default.contentsOfDirectory(atPath: stall.desk.folder)
            #expect(files.sorted() == ["containers", "watchdog.yaml"])
        }
    }

    /// Answers that are none: each fails the look, and none of them the watchdog.
    @Test(arguments: ["/garbage", "/endless-head", "/endless-body", "/circle", "/silence", "/liar"])
    func an_answer_that_is_none_is_a_failed_look(_ path: String) async throws {
        try await Stall.with { stall in
            try stall.configure(path: path)
            try await stall.deploy("one")
            let watch = try stall.desk.watch()
            try await watch.line("an incident is opened") { $0["event"] == "opened" }
            try await watch.line("a restart is tried") { $0["details"]["verb"] == "restart" }
            #expect(watch.isRunning && stall.desk.isServing())
            let probe = stall.desk.states["web"]?["last_probe"].text ?? ""
            print("\(path): \(probe)")
            #expect(!probe.isEmpty && probe.count < 200 && !probe.contains("\n"))
            try await stall.end(watch)
        }
    }

    @Test func a_circle_of_redirects_that_are_followed_is_a_failed_look() async throws {
        try await Stall.with { stall in
            try stall.configure(path: "/circle\n        redirects: 20")
            try await stall.deploy("one")
            let watch = try stall.desk.watch()
            try await watch.line("an incident is opened") { $0["event"] == "opened" }
            try await stall.end(watch)
        }
    }

    @Test(.root) func a_full_disk_under_the_journal_holds_the_watch_until_there_is_space() async throws {
        try await Stall.with { stall in
            let disk = stall.desk.folder + "/disk"
            try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
            do { try Shell.run("mount", "-t", "tmpfs", "-o", "size=1m", "lab-live", disk) } catch {
                try Test.cancel("this machine lets nobody mount")
            }
            defer { _ = try? Shell.run("umount", "-l", disk) }
            try stall.configure(journal: "./disk/watchdog.sqlite")
            try await stall.promoteOne(andDeploy: "two")
            let watch = try stall.desk.watch()
            try await watch.line("it is healthy") { $0.isState("healthy") }
            let filler = disk + "/filler"
            try Data().write(to: URL(fileURLWithPath: filler))
            let file = try #require(FileHandle(forWritingAtPath: filler))
            // To the last byte.
            for size in [65_536, 4096, 512, 1] {
                while (try? file.write(contentsOf: Data(repeating: 1, count: size))) != nil {}
            }
            try file.close()
            try stall.breakIt()
            try await watch.line("the trouble is told", within: .seconds(60)) { $0["event"] == "trouble" }
            #expect(watch.isRunning)
            #expect(stall.health == 503, "nothing is done that could not be written down")
            let actions = watch.lines.filter { $0["event"] == "action" }.count
            try await Task.sleep(for: .seconds(1))
            #expect(watch.lines.filter { $0["event"] == "action" }.count == actions)
            try FileManager.default.removeItem(atPath: filler)
            try await watch.line("it goes on when there is space", within: .seconds(60)) { $0.isEnd }
            #expect(stall.health == 200)
            #expect(stall.reports.count == 1)
            let one = try await stall.digest("one")
            #expect(stall.desk.states["web"]?["image"] == .string(one))
            #expect(stall.desk.states["web"]?["known_good"].array.contains(.string(one)) == true)
            try await stall.end(watch)
        }
    }
}
