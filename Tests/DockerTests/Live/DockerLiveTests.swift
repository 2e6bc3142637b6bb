import Testing
import Watchdog

@testable import WatchdogEngines

@Suite(.liveEngine, .serialized, .timeLimit(.minutes(3)))
struct DockerLiveTests {
    @Test func the_engine_says_who_it_is() async throws {
        let live = try await LiveEngine("hello")
        let info = try await live.engine.hello()
        #expect(info.kind == .docker)
        #expect(!info.title.isEmpty)
        #expect(EngineVersion(info.api) != nil)
    }

    /// A container with a value for everything an engine of 20.10 lets one set without special hardware.
    private func rich(_ live: LiveEngine, like other: String) -> JSON {
        [
            "Image": .string(LiveEngine.one), "Hostname": "web-host", "Domainname": "example.test",
            "User": "1000:1000", "Env": ["A=1", "SHARED=user", "WITH=a=b"],
            "Labels": ["tier": "web", "from": "user"],
            "ExposedPorts": ["8080/tcp": [:], "9090/udp": [:]], "Volumes": ["/anon": [:]],
            "WorkingDir": "/custom",
            "Cmd": ["serve", "fast"], "StopSignal": "SIGINT", "StopTimeout": 3, "AttachStdout": true,
            "MacAddress": "02:42:0a:4d:00:99",
            "Healthcheck": [
                "Test": ["CMD", "/server", "true"], "Interval": 1_000_000_000, "Timeout": 2_000_000_000,
                "Retries": 4,
            ],
            "HostConfig": [
                "Binds": [.string("\(live.prefix)-named:/named:ro"), "/tmp:/bind:ro"],
                "Mounts": [
                    ["Type": "volume", "Target": "/anon2"],
                    ["Type": "tmpfs", "Target": "/tm", "TmpfsOptions": ["SizeBytes": 65536]],
                ],
                "Tmpfs": ["/scratch": "size=1m"], "NetworkMode": .string("\(live.prefix)-front"),
                "PortBindings": ["8080/tcp": [["HostIp": "127.0.0.1", "HostPort": "28491"]]],
                "RestartPolicy": ["Name": "on-failure", "MaximumRetryCount": 3],
                "Memory": 67_108_864, "MemoryReservation": 33_554_432, "NanoCpus": 500_000_000,
                "CpuShares": 512,
                "PidsLimit": 50, "CapAdd": ["NET_ADMIN"], "CapDrop": ["MKNOD"],
                "SecurityOpt": ["no-new-privileges"],
                "Devices": [
                    ["PathOnHost": "/dev/null", "PathInContainer": "/dev/xnull", "CgroupPermissions": "rwm"]
                ],
                "Ulimits": [["Name": "nofile", "Soft": 1024, "Hard": 2048]],
                "LogConfig": ["Type": "json-file", "Config": ["max-size": "1m"]],
                "Sysctls": ["net.ipv4.ip_unprivileged_port_start": "1"], "ShmSize": 16_777_216,
                "ExtraHosts": ["extra:10.0.0.9"], "Dns": ["10.0.0.53"], "DnsSearch": ["example.test"],
                "GroupAdd": ["2000"], "Init": true, "OomScoreAdj": 100, "IpcMode": "shareable",
                "ReadonlyRootfs": true, "VolumesFrom": .array([.string(other)]),
            ],
            "NetworkingConfig": [
                "EndpointsConfig": [
                    "\(live.prefix)-front": [
                        "IPAMConfig": ["IPv4Address": "10.183.7.50"], "Aliases": ["www"],
                        "Links": [.string("\(other):database")],
                    ]
                ]
            ],
        ]
    }

    @Test func a_container_with_many_settings_is_created_anew_without_loss() async throws {
        let live = try await LiveEngine("rich")
        let names = (front: "\(live.prefix)-front", back: "\(live.prefix)-back")
        let (web, next, other) = ("\(live.prefix)-web", "\(live.prefix)-next", "\(live.prefix)-db")
        try await live.engine.createNetwork(names.front, subnet: "10.183.7.0/24")
        try await live.engine.createNetwork(names.back, subnet: "10.183.8.0/24")
        try await live.cleaning(next, web, other) {
            _ = try await live.engine.createAndStart(
                name: other,
                body: ["Image": .string(LiveEngine.one), "HostConfig": ["NetworkMode": .string(names.front)]])
            let body = rich(live, like: other)
            let id = try await live.engine.createAndStart(name: web, body: body)
            _ = try await live.engine.api.send(
                .post(
                    "/networks/\(names.back)/connect", [],
                    ["Container": .string(id), "EndpointConfig": ["Aliases": ["backy"]]]))

            let digest = try #require(try await live.engine.imageDigest(LiveEngine.two))
            let created = try await live.done(
                .create(name: next, like: id, image: digest, reference: LiveEngine.two))
            var survey = try await live.survey(web, next, like: id, reference: LiveEngine.two)
            let before = try #require(survey.named(next))
            #expect(before.id == created)
            #expect(before.image == digest)
            #expect(before.reference == LiveEngine.two)
            #expect(survey.tagged == digest)
            #expect(before.differences == [], "before its start")

            // The address and the port are free again only once the first has stopped.
            try await live.done(.stop(id: id, timeout: .seconds(3)))
            try await live.done(.start(id: before.id))
            survey = try await live.survey(web, next, like: id)
            let after = try #require(survey.named(next))
            #expect(after.state == .running)
            #expect(after.differences == [], "after its start")

            let inspection = try #require(try await live.engine.inspection(of: next))
            #expect(inspection["Config"]["Env"].strings.contains("IMAGE_SAYS=two"))
            #expect(inspection["Config"]["Env"].strings.contains("SHARED=user"))
            #expect(inspection["Config"]["Labels"]["stage"] == "two")

            // And a copy of the copy, by digest, back on the first image.
            try await live.engine.removeContainer(web)
            let first = try #require(try await live.engine.imageDigest(LiveEngine.one))
            try await live.done(.create(name: web, like: after.id, image: first, reference: ""))
            let back = try #require(try await live.survey(web, like: after.id).named(web))
            #expect(back.differences == [], "a copy of the copy")
            #expect(back.reference.isEmpty)
        }
        for name in [names.front, names.back] { try await live.engine.removeNetwork(name) }
        try await live.engine.removeVolume("\(live.prefix)-named")
    }

    @Test(arguments: ["bridge", "host", "none", "default"])
    func plain_containers_are_created_anew_without_loss(network: String) async throws {
        let live = try await LiveEngine("plain-\(network)")
        let (web, next) = ("\(live.prefix)-web", "\(live.prefix)-next")
        try await live.cleaning(next, web) {
            let id = try await live.engine.createAndStart(
                name: web,
                body: [
                    "Image": .string(LiveEngine.one), "Cmd": ["sleep"],
                    "HostConfig": ["NetworkMode": .string(network)],
                ])
            let copy = try #require(
                try await live.done(.create(name: next, like: id, image: "", reference: LiveEngine.two)))
            #expect(try await live.survey(next, like: id).named(next)?.differences == [])
            try await live.done(.start(id: copy))
            #expect(try await live.survey(next, like: id).named(next)?.differences == [])
            try await live.done(.stop(id: id, timeout: .seconds(1)))
            #expect(try await live.survey(next, like: id).named(next)?.differences == [])
        }
    }

    @Test func a_container_in_anothers_network_is_created_anew_without_loss() async throws {
        let live = try await LiveEngine("shared")
        let (web, next, owner) = ("\(live.prefix)-web", "\(live.prefix)-next", "\(live.prefix)-owner")
        try await live.cleaning(next, web, owner) {
            let host = try await live.engine.createAndStart(
                name: owner, body: ["Image": .string(LiveEngine.one)])
            let id = try await live.engine.createAndStart(
                name: web,
                body: [
                    "Image": .string(LiveEngine.one), "Cmd": ["sleep"],
                    "HostConfig": ["NetworkMode": .string("container:\(host)")],
                ])
            let copy = try #require(
                try await live.done(.create(name: next, like: id, image: "", reference: LiveEngine.two)))
            try await live.done(.start(id: copy))
            #expect(try await live.survey(next, like: id).named(next)?.differences == [])
        }
    }

    @Test func links_on_the_default_bridge_are_kept() async throws {
        let live = try await LiveEngine("links")
        let (web, next, other) = ("\(live.prefix)-web", "\(live.prefix)-next", "\(live.prefix)-db")
        try await live.cleaning(next, web, other) {
            _ = try await live.engine.createAndStart(name: other, body: ["Image": .string(LiveEngine.one)])
            let id = try await live.engine.createAndStart(
                name: web,
                body: ["Image": .string(LiveEngine.one), "HostConfig": ["Links": [.string("\(other):db")]]])
            try await live.done(.create(name: next, like: id, image: "", reference: LiveEngine.two))
            let copy = try #require(try await live.engine.inspection(of: next))
            #expect(copy["HostConfig"]["Links"].strings == ["/\(other):/\(next)/db"])
            #expect(try await live.survey(next, like: id).named(next)?.differences == [])
        }
    }

    @Test func a_container_that_removes_itself_is_refused() async throws {
        let live = try await LiveEngine("rm")
        let (web, next) = ("\(live.prefix)-web", "\(live.prefix)-next")
        try await live.cleaning(next, web) {
            let id = try await live.engine.createAndStart(
                name: web, body: ["Image": .string(LiveEngine.one), "HostConfig": ["AutoRemove": true]])
            let reply = await live.engine.perform(
                .create(name: next, like: id, image: "", reference: LiveEngine.two))
            guard case .refused(let fault) = reply else {
                Issue.record("\(reply)")
                return
            }
            #expect(fault.message.contains("--rm"))
            #expect(try await live.survey(next).containers.isEmpty)
        }
    }

    @Test func names_are_exact_and_ids_are_no_names() async throws {
        let live = try await LiveEngine("names")
        let web = "\(live.prefix)-web"
        try await live.cleaning(web) {
            let id = try await live.engine.createAndStart(
                name: web, body: ["Image": .string(LiveEngine.one), "Cmd": ["sleep"]])
            let survey = try await live.survey(String(web.dropLast()), String(id.prefix(12)), ".*", web)
            #expect(survey.containers.map(\.name) == [web])
            #expect(try await live.survey("x", reference: "lab-live-test:absent").tagged == nil)
            #expect(try await live.engine.list().contains { $0.id == id && $0.state == .running })
        }
    }

    @Test func a_life_is_told_by_events_and_answers() async throws {
        let live = try await LiveEngine("life")
        let (web, old) = ("\(live.prefix)-web", "\(live.prefix)-old")
        try await live.cleaning(web, old) {
            let events = live.engine.events()
            let id = try await live.engine.createAndStart(
                name: web, body: ["Image": .string(LiveEngine.one), "Cmd": ["serve"]])
            let first = try #require(try await live.survey(web).named(web))
            try await live.done(.restart(id: id, timeout: .seconds(2)))
            let second = try #require(try await live.survey(web).named(web))
            #expect(first.incarnation != second.incarnation)
            try await live.done(.rename(id: id, name: old))
            try await live.engine.signal(id, "KILL")
            try await live.done(.stop(id: id, timeout: .seconds(1)))
            try await live.done(.stop(id: id, timeout: .seconds(1)))
            let ended = try #require(try await live.survey(old).named(old))
            #expect(ended.state == .exited)
            #expect(ended.exitCode == 137)
            try await live.done(.remove(id: id))
            guard case .refused(let fault) = await live.engine.perform(.start(id: id)) else {
                Issue.record("started what is gone")
                return
            }
            #expect(fault.code == .notFound)
            var kinds: [EngineEvent.Kind] = []
            for try await event in events where event.id == id {
                kinds.append(event.kind)
                if event.kind == .removed { break }
            }
            #expect(kinds.prefix(2) == [.created, .started])
            #expect(kinds.contains(.died(exitCode: 137)))
            #expect(kinds.filter { $0 == .started }.count == 2)
            #expect(kinds.suffix(2).last == .removed)
        }
    }

    @Test func what_still_runs_is_not_removed_and_a_taken_name_is_a_conflict() async throws {
        let live = try await LiveEngine("conflict")
        let web = "\(live.prefix)-web"
        try await live.cleaning(web) {
            let id = try await live.engine.createAndStart(name: web, body: ["Image": .string(LiveEngine.one)])
            for call in [
                EngineCall.remove(id: id), .create(name: web, like: id, image: "", reference: LiveEngine.two),
            ] {
                guard case .refused(let fault) = await live.engine.perform(call) else {
                    Issue.record("\(call) was not refused")
                    continue
                }
                #expect(fault.code == .conflict)
            }
            try await live.done(.start(id: id))
        }
    }

    @Test func a_program_that_ignores_the_request_to_stop_is_waited_for_and_killed() async throws {
        let live = try await LiveEngine("stop")
        let web = "\(live.prefix)-web"
        try await live.cleaning(web) {
            let id = try await live.engine.createAndStart(
                name: web,
                body: ["Image": .string(LiveEngine.one), "Cmd": ["ignore-term"], "StopTimeout": 60])
            let clock = ContinuousClock()
            let time = try await clock.measure { try await live.done(.stop(id: id, timeout: .seconds(2))) }
            #expect(time > .seconds(1.9) && time < .seconds(8), "\(time)")
            #expect(try await live.survey(web).named(web)?.stopTimeout == .seconds(60))
        }
    }

    @Test func a_command_is_run_inside_with_its_output_and_its_limit() async throws {
        let live = try await LiveEngine("exec")
        let web = "\(live.prefix)-web"
        try await live.cleaning(web) {
            let id = try await live.engine.createAndStart(name: web, body: ["Image": .string(LiveEngine.one)])
            let said = try await live.engine.execute(["/server", "say"], in: id, limit: .seconds(10))
            #expect(said.exitCode == 7)
            #expect(said.output.contains("said\n") && said.output.contains("complained\n"))
            let flood = try await live.engine.execute(["/server", "flood"], in: id, limit: .seconds(20))
            #expect(flood.output.utf8.count == 64 << 10)
            await #expect {
                try await live.engine.execute(["/server", "sleep"], in: id, limit: .milliseconds(500))
            } throws: {
                ($0 as? EngineFault)?.code == .timedOut
            }
            await #expect(throws: EngineFault.self) {
                try await live.engine.execute(
                    ["/server", "true"], in: "\(live.prefix)-absent", limit: .seconds(5))
            }
        }
    }

    @Test(arguments: [false, true])
    func the_last_lines_of_output_are_told(isTerminal: Bool) async throws {
        let live = try await LiveEngine("logs")
        let web = "\(live.prefix)-web"
        try await live.cleaning(web) {
            let id = try await live.engine.createAndStart(
                name: web,
                body: ["Image": .string(LiveEngine.one), "Cmd": ["flood"], "Tty": .bool(isTerminal)])
            for _ in 0..<200 where try await live.survey(web).named(web)?.state != .exited {
                try await Task.sleep(for: .milliseconds(50))
            }
            guard case .logs(let lines) = await live.engine.perform(.logs(id: id, lines: 3)) else {
                Issue.record("no logs")
                return
            }
            #expect(lines == ["line 199997", "line 199998", "line 199999"])
        }
    }

    @Test func a_reference_is_pointed_to_an_image() async throws {
        let live = try await LiveEngine("tag")
        let digest = try #require(try await live.engine.imageDigest(LiveEngine.two))
        let reference = "\(live.prefix)/app:current"
        try await live.done(.tag(image: digest, reference: reference))
        #expect(try await live.survey("x", reference: reference).tagged == digest)
        try await live.engine.removeImage(reference)
        guard
            case .refused(let fault) = await live.engine.perform(
                .tag(image: "sha256:" + String(repeating: "0", count: 64), reference: reference))
        else {
            Issue.record("not refused")
            return
        }
        #expect(fault.code == .notFound || fault.code == .refused)
    }
}
