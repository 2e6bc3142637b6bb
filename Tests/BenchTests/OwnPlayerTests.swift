import Foundation
import Incident
import Scoreboard
import Testing
import Watchdog

@testable import Bench

/// Trials on services of somebody's own, on an engine in memory: what the healer is said to have done, and that every
/// service is as it was.
@Suite struct OwnPlayerTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private func service(_ name: String = "web") -> ServiceSpec {
        var policy = LadderPolicy()
        policy.startPeriod = .milliseconds(100)
        policy.verificationLimit = .seconds(2)
        policy.flapFailures = 0
        policy.flapWindow = 1
        policy.backoff.initial = .milliseconds(20)
        return ServiceSpec(
            name: name, container: name,
            liveness: [
                ProbeSpec(
                    kind: .http(.init(url: "http://127.0.0.1:1/")), interval: .milliseconds(20),
                    timeout: .milliseconds(20))
            ], policy: policy)
    }

    private func player(
        _ engine: PretendEngine, healer: Healer = .lab, isBlind: Bool = false, isInMaintenance: Bool = false,
        budget: Duration = .seconds(20)
    ) -> OwnPlayer {
        var options = OwnPlayer.Options(
            services: [service()], engine: engine,
            probes: { spec, _ in
                ServiceProbes(liveness: [
                    PretendProbe(engine: engine, container: spec.container, isBlind: isBlind)
                ])
            },
            isInMaintenance: { _, _ in isInMaintenance }, healer: healer, budget: budget, seed: 1,
            configuration: "digest", access: ["LAB_ENGINE_SOCKET": "/s"], folder: folder.path + "/work",
            output: folder.path)
        options.pace.calm = .milliseconds(400)
        options.pace.settling = .milliseconds(100)
        options.pace.patience = .milliseconds(200)
        options.pace.look = .milliseconds(20)
        return OwnPlayer(options)
    }

    private func play(_ id: String, _ player: OwnPlayer) async throws -> PlayedTrial {
        let item = try #require(try OwnCatalogue.cases(named: [id], of: ["web"]).first)
        return try await player.play(item, repetition: 1) { _ in }
    }

    private func expectAsBefore(_ engine: PretendEngine) {
        #expect(engine["web"]?.state == .running)
        #expect(engine["web"]?.id == "id-of-web" && engine["web"]?.image == "sha256:web")
        #expect(!engine.isFrozen("id-of-web"))
        #expect(folder.text(Custody.fileName) == nil)
        #expect(engine.deeds.allSatisfy { $0.hasSuffix(" web") }, "another container was touched")
    }

    @Test(arguments: [("crash", "crashed"), ("hang", "unresponsive")])
    func the_lab_heals_a_fault_and_names_it(_ fault: String, _ name: String) async throws {
        let engine = PretendEngine("web", "other")
        let played = try await play("web.\(fault)", player(engine))
        let trial = played.trial
        #expect(trial.caseID == "web.\(fault)" && trial.outcome == .healed, "\(trial)")
        #expect(trial.detected == true && trial.diagnosed == true && trial.claimed)
        #expect(trial.times.detect != nil && trial.times.recover != nil)
        let file = try #require(played.files.first { $0.name == played.report })
        let report = try CanonicalJSON.decode(IncidentReport.self, from: file.data)
        #expect(report.data.fault?.id == fault && report.data.diagnosis?.failureClass == name)
        #expect(engine.deeds == ["\(fault == "crash" ? "crash" : "freeze") web", "restart web"])
        expectAsBefore(engine)
    }

    @Test(arguments: ["no_fault", "manual_stop", "manual_pause"])
    func a_control_is_left_alone_and_put_back_after(_ control: String) async throws {
        let engine = PretendEngine("web", "other")
        let trial = try await play("web.\(control)", player(engine)).trial
        #expect(trial.outcome == .leftAlone && trial.diagnosed == nil && trial.detected == nil, "\(trial)")
        let deeds = [
            "no_fault": [], "manual_stop": ["stop web", "start web"],
            "manual_pause": ["pause web", "unpause web"],
        ]
        #expect(engine.deeds == deeds[control])
        expectAsBefore(engine)
    }

    @Test func a_hang_that_no_probe_sees_is_not_healed_and_undone() async throws {
        let engine = PretendEngine("web")
        let trial = try await play("web.hang", player(engine, isBlind: true)).trial
        #expect(trial.outcome == .notHealed && trial.reason == .stillUnwell && trial.detected == false)
        #expect(
            trial.detail.contains("saw no failure") && trial.detail.contains("are stopped"), "\(trial.detail)"
        )
        #expect(engine.deeds == ["freeze web", "thaw web"])
        expectAsBefore(engine)
    }

    @Test func what_the_engine_starts_again_by_itself_is_nobodys_heal() async throws {
        let engine = PretendEngine("web", restartsItself: true)
        let trial = try await play("web.crash", player(engine)).trial
        #expect(trial.outcome == .healed && trial.detected == nil && !trial.claimed, "\(trial)")
        #expect(trial.detail.contains("started it again by itself"))
        #expect(engine.deeds == ["crash web"])
        expectAsBefore(engine)
    }

    @Test func what_is_not_well_or_could_not_be_put_back_is_not_touched() async throws {
        func refused(
            _ words: String, isInMaintenance: Bool = false, _ change: (inout PretendEngine.World) -> Void
        )
            async throws
        {
            let engine = PretendEngine("web")
            engine.change(change)
            let trial = try await play("web.crash", player(engine, isInMaintenance: isInMaintenance)).trial
            #expect(trial.outcome == .unviable && trial.detail.contains(words), "\(trial)")
            #expect(engine.deeds.isEmpty)
            #expect(folder.text(Custody.fileName) == nil)
        }
        try await refused("is exited") { $0.containers["web"]?.state = .exited }
        try await refused("is paused") { $0.containers["web"]?.state = .paused }
        try await refused("there is no container 'web'") { $0.containers = [:] }
        try await refused("processes of 'web' are stopped") { $0.frozen = ["web"] }
        try await refused("started with --rm") { $0.obstacle = "web was started with --rm" }
        try await refused("maintenance window", isInMaintenance: true) { _ in }
    }

    @Test func an_engine_that_refuses_the_disruption_leaves_a_trial_that_could_not_be_carried_out()
        async throws
    {
        let engine = PretendEngine("web")
        engine.change { $0.refused = ["crash"] }
        let trial = try await play("web.crash", player(engine)).trial
        #expect(trial.outcome == .unviable && trial.detail.contains("no crash today"))
        expectAsBefore(engine)
        let processes = PretendEngine("web", canPause: false)
        #expect(try await play("web.manual_pause", player(processes)).trial.outcome == .notApplicable)
        #expect(processes.deeds.isEmpty)
    }

    @Test func a_run_that_is_ended_puts_the_service_back_first() async throws {
        let engine = PretendEngine("web")
        let player = player(engine, isBlind: true)
        let trial = Task { try await play("web.hang", player) }
        while engine.deeds.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        #expect(folder.text(Custody.fileName)?.contains("web.hang") == true)
        trial.cancel()
        await #expect(throws: CancellationError.self) { try await trial.value }
        expectAsBefore(engine)
    }

    @Test func a_service_that_another_was_put_in_the_place_of_stops_the_bench() async throws {
        let engine = PretendEngine("web")
        let player = player(engine)
        let trial = Task { try await play("web.manual_stop", player) }
        while engine.deeds.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        engine.change { $0.containers["web"]?.image = "sha256:other" }
        let error = await #expect(throws: LabError.self) { try await trial.value }
        #expect(error?.code == .notHealed, "\(String(describing: error))")
        #expect(error?.message.contains("web.manual_stop: the container 'web' could not be put back") == true)
        #expect(error?.message.contains("another image, sha256:other") == true)
        // What it was is known to the next call.
        #expect(folder.text(Custody.fileName)?.contains("sha256:web") == true)
    }

    @Test func what_a_killed_run_left_is_put_back_by_the_next() async throws {
        let engine = PretendEngine("web")
        let player = player(engine)
        #expect(try await player.recover() == nil)
        let custody = Custody(
            item: "web.hang", service: "web", container: "web", id: "id-of-web", image: "sha256:web",
            reference: "web:current", tagged: nil)
        try Caretaker(folder: folder.path).note(custody)
        engine.change { $0.frozen = ["web"] }
        #expect(try await player.recover() == "web.hang")
        #expect(engine.deeds == ["thaw web"])
        expectAsBefore(engine)
        // Somebody has put another in its place since: that one is theirs.
        try Caretaker(folder: folder.path).note(custody)
        engine.change {
            $0.containers["web"]?.id = "new"
            $0.containers["web"]?.state = .exited
            $0.deeds = []
        }
        #expect(try await player.recover() == nil)
        #expect(engine.deeds.isEmpty && folder.text(Custody.fileName) == nil)
        // A configuration without it cannot know how to look at it.
        var gone = custody
        gone.service = "gone"
        try Caretaker(folder: folder.path).note(gone)
        let error = await #expect(throws: LabError.self) { try await player.recover() }
        #expect(error?.code == .badInput && error?.hint?.contains(Custody.fileName) == true)
    }

    @Test func a_command_is_told_where_the_service_is_and_judged_by_what_it_left() async throws {
        let engine = PretendEngine("web")
        try folder.write("heal", "#!/bin/sh\nenv | grep ^LAB_ | sort\ncat $LAB_KNOWN_GOOD_FILE\nexit 1\n")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: folder.path + "/heal")
        let command = try HealerCommand("./heal", in: folder.path)
        let player = player(engine, healer: .command(command))
        let played = try await play("web.manual_stop", player)
        #expect(played.trial.outcome == .leftAlone && !played.trial.claimed, "\(played.trial)")
        let log = try #require(played.files.first { $0.name == "healer.log" })
        let text = String(decoding: log.data, as: UTF8.self)
        for line in [
            "LAB_DOMAIN=container", "LAB_ENGINE=docker", "LAB_SERVICE=web", "LAB_IMAGE=web:current",
            "LAB_KNOWN_GOOD=web:current", "LAB_HEALTH_URL=http://127.0.0.1:1/", "LAB_ENGINE_SOCKET=/s",
            "sha256:web",
        ] { #expect(text.contains(line), "\(line) in \(text)") }
        expectAsBefore(engine)
    }
}
