import Foundation
import Testing

/// `kill -9` of `lab watch` between every two calls to the engine: the next life always ends where an undisturbed one
/// would have.
@Suite(.liveEngine, .serialized, .timeLimit(.minutes(15)))
struct KilledWatchTests {
    /// A rollback takes fewer changes than this, restart and removal included.
    private static let changesAtMost = 16

    @Test(arguments: KillingProxy.Moment.allCases)
    func a_watch_killed_at_any_change_is_finished_by_the_next(_ moment: KillingProxy.Moment) async throws {
        var kills: [String] = []
        for number in 1...Self.changesAtMost {
            var isSpared = false
            try await Scene.play("kill\(number)") { scene in
                let lives = try await play(scene) {
                    $0 == 1 ? number : nil
                } moment: { _ in
                    moment
                }
                isSpared = lives.kills.isEmpty
                kills += lives.kills
                if !isSpared { #expect(lives.kills.count == 1 && lives.count == 2) }
            }
            if isSpared { break }
        }
        print("killed \(moment) of: \(kills.joined(separator: ", "))")
        #expect(kills.count < Self.changesAtMost, "no run was spared")
        let expected = [
            "POST restart", "POST tag", "POST create", "POST stop", "POST rename", "POST rename",
            "POST start",
            "DELETE container",
        ]
        #expect(kills == expected)
    }

    @Test(arguments: [KillingProxy.Moment.beforeTheAnswer, .afterTheRequest])
    func a_watch_killed_at_every_change_gets_one_step_further_with_each_life(
        _ moment: KillingProxy.Moment
    ) async throws {
        try await Scene.play("kills") { scene in
            let lives = try await play(scene) { _ in
                1
            } moment: { _ in
                moment
            }
            print("\(lives.count) lives, killed \(moment) of: \(lives.kills.joined(separator: ", "))")
            #expect(lives.kills.count == lives.count - 1)
            #expect(lives.kills.count >= 8)
        }
    }

    /// A changed file in the middle of a rollback: the watch starts over, from what it did at the very last.
    @Test func a_watch_that_is_reloaded_at_any_change_ends_the_same() async throws {
        var changes: [String] = []
        for number in 1...Self.changesAtMost {
            var isSpared = false
            try await Scene.play("reload\(number)") { scene in
                let proxy = try KillingProxy(before: scene.docker.socket, at: scene.folder + "/engine.sock")
                defer { proxy.end() }
                try scene.configure(socket: proxy.path)
                try await scene.promoteOneAndDeployBad()
                let old = try scene.docker.inspect(scene.name)["Id"].text ?? ""
                let watch = try scene.watch()
                let pid = watch.pid
                let changed = try String(contentsOfFile: scene.config, encoding: .utf8).replacing(
                    "verify: {limit: 5s}", with: "verify: {limit: 6s}")
                proxy.arm(number) {
                    try? changed.write(toFile: scene.config, atomically: true, encoding: .utf8)
                    kill(pid, SIGHUP)
                    // Long enough for the next watch of the service to begin.
                    usleep(200_000)
                }
                try await eventually(
                    "an end after \(proxy.kills)", within: .seconds(60), context: { watch.output }
                ) {
                    self.isSettled(scene, old: old)
                }
                isSpared = proxy.kills.isEmpty
                changes += proxy.kills
                if !isSpared {
                    #expect(watch.errors.contains("0 added, 0 removed, 1 changed"), "\(watch.errors)")
                }
                try await expectOneEnd(scene, old: old, story: "a reload at \(proxy.kills)")
                try await scene.end(watch)
            }
            if isSpared { break }
        }
        print("reloaded at: \(changes.joined(separator: ", "))")
        #expect(changes.count >= 8)
    }

    /// Rolls a bad image back, in as many lives as it takes.
    ///
    /// - Parameter countdown: the change at which a life ends, by the life's number.
    private func play(
        _ scene: Scene, countdown: (Int) -> Int?, moment: (Int) -> KillingProxy.Moment
    ) async throws -> (count: Int, kills: [String]) {
        let proxy = try KillingProxy(before: scene.docker.socket, at: scene.folder + "/engine.sock")
        defer { proxy.end() }
        try scene.configure(socket: proxy.path)
        try await scene.promoteOneAndDeployBad()
        #expect(proxy.changes.isEmpty, "a healthy service is left alone")
        var watch = try scene.watch()
        var lives = 1
        proxy.arm(countdown(lives), moment(lives), victim: watch.pid)
        let old = try scene.docker.inspect(scene.name)["Id"].text ?? ""
        let deadline = ContinuousClock.now + .seconds(60)
        while !isSettled(scene, old: old) {
            guard ContinuousClock.now < deadline else {
                throw NeverCame(description: "no end of it: \(proxy.kills)\n\(watch.output)\(watch.errors)")
            }
            if !watch.isRunning {
                let end = try await watch.ended()
                #expect(end.code == -SIGKILL, "\(end.errors)")
                lives += 1
                watch = try scene.watch()
                proxy.arm(countdown(lives), moment(lives), victim: watch.pid)
            }
            try await Task.sleep(for: .milliseconds(40))
        }
        try await expectOneEnd(scene, old: old, story: "\(proxy.kills)")
        try await scene.end(watch)
        return (lives, proxy.kills)
    }

    private func isSettled(_ scene: Scene, old: String) -> Bool {
        guard scene.reports.count == 1, scene.health == 200 else { return false }
        return ["healthy", "healed"].contains(scene.status["state"].text)
    }

    private func expectOneEnd(_ scene: Scene, old: String, story: String) async throws {
        // What is left over by a call that nobody heard the answer of is taken away too.
        try await eventually("no leftovers after \(story)", within: .seconds(10)) {
            try scene.docker.names(beginning: scene.name) == [scene.name]
        }
        let good = try scene.digest("one")
        let now = try scene.docker.inspect(scene.name)
        #expect(now["Image"].text == good, "\(story)")
        #expect(now["State"]["Running"] == true, "\(story)")
        #expect(now["Id"].text != old, "\(story)")
        #expect(try scene.docker.inspect(old) == .null, "the old container is gone: \(story)")
        #expect(try scene.docker.digest(scene.reference) == good, "the tag is rolled back: \(story)")
        let data = try #require(scene.reports.first)["data"]
        #expect(data["verdict"] == "healed" && data["remedy"]["kind"] == "rollback", "\(story)")
        #expect(scene.status["incidents"] == 1, "\(story)")
        let history = try JSONValue(
            Data(try await scene.lab("watch", "history", "--json", "--limit", "1000").output.utf8))
        let kinds = history["entries"].array.compactMap { $0["entry"].members.keys.first }
        for kind in ["opened", "closed"] {
            #expect(kinds.filter { $0 == kind }.count == 1, "\(kind) after \(story)")
        }
        let told = try await scene.lab("report", scene.incidents)
        #expect(told.code == 0, "\(story): \(told.output)\(told.errors)")
    }
}
