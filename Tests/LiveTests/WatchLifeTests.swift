import Foundation
import Testing

/// The life of `lab watch` as a process: signals, reload, its words to people. On supervised processes, which need no
/// container engine.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct WatchLifeTests {
    @Test func sigterm_ends_the_watch_with_0_within_2_seconds() async throws {
        try await Desk.with { desk in
            try desk.configure()
            for number in [SIGTERM, SIGINT] {
                let watch = try desk.watch()
                try await eventually("it serves", context: { watch.errors }) { desk.isServing() }
                let start = ContinuousClock.now
                watch.signal(number)
                #expect(try await watch.ended().code == 0)
                #expect(ContinuousClock.now - start < .seconds(2))
            }
        }
    }

    @Test func a_container_that_is_not_there_is_told_by_check_and_holds_the_watch() async throws {
        try await Desk.with { desk in
            try desk.configure()
            let check = try await desk.lab("watch", "check", "--config", desk.config)
            #expect(check.code == 0)
            #expect(check.output.contains("there is no such container"), "\(check.output)")
            let watch = try desk.watch()
            try await watch.line("it is held") { $0["details"]["holds"] == ["absent"] }
            try await eventually("the status says so") { desk.states["web"]?["holds"] == ["absent"] }
            try await Task.sleep(for: .seconds(1))
            #expect(!watch.lines.contains { $0["event"] == "opened" }, "absent is not unhealthy")
            watch.signal(SIGTERM)
            #expect(try await watch.ended().code == 0)
        }
    }

    @Test func sighup_takes_up_services_and_leaves_others_alone() async throws {
        try await Desk.with { desk in
            try desk.configure(["web", "database"])
            let watch = try desk.watch()
            try await eventually("both are watched") { desk.states.count == 2 }
            try desk.configure(["web", "queue"])
            watch.signal(SIGHUP)
            try await eventually("they are changed") { desk.states.keys.sorted() == ["queue", "web"] }
            #expect(watch.errors.contains("1 added, 1 removed, 0 changed"), "\(watch.errors)")
            // The second reload is told against the first, not against the start.
            try desk.configure(["web", "queue", "mail"])
            watch.signal(SIGHUP)
            try await eventually("one more") { desk.states.count == 3 }
            #expect(watch.errors.contains("1 added, 0 removed, 0 changed"), "\(watch.errors)")
            // One with a mistake changes nothing.
            try desk.write("version: 1\nservices: {web: {livenes: []}}\n")
            watch.signal(SIGHUP)
            try await eventually("the mistake is told") { watch.errors.contains("stays as it was") }
            #expect(watch.errors.contains("unknown key 'livenes'"), "\(watch.errors)")
            #expect(desk.states.count == 3)
            watch.signal(SIGTERM)
            #expect(try await watch.ended().code == 0)
        }
    }

    @Test func a_dry_run_writes_nothing() async throws {
        try await Desk.with { desk in
            try desk.configure()
            let watch = try desk.watch("--dry-run")
            try await watch.line("it is held") { $0["details"]["holds"] == ["absent"] }
            #expect(watch.errors.contains("dry run"), "\(watch.errors)")
            watch.signal(SIGTERM)
            #expect(try await watch.ended().code == 0)
            let files = try FileManager.default.contentsOfDirectory(atPath: desk.folder)
            #expect(files.filter { $0 != "containers" } == ["watchdog.yaml"])
        }
    }
}
