import Foundation
import Testing

/// `lab watch` over a container that nobody made for it.
@Suite(.liveEngine, .serialized, .timeLimit(.minutes(5)))
struct ForeignContainerTests {
    /// Mounts, environment, limits, labels, two networks; no health check.
    private func rich(_ scene: Scene, _ networks: [String]) -> JSONValue {
        [
            "Image": .string(scene.reference), "Hostname": "web-host", "User": "1000:1000",
            "Env": ["OPEN=yes", "SHARED=mine", "WITH=a=b", "EMPTY="],
            "Labels": ["tier": "web", "from": "me"], "StopTimeout": 3, "StopSignal": "SIGINT",
            "ExposedPorts": ["8080/tcp": [:], "9090/udp": [:]], "Volumes": ["/nameless": [:]],
            "HostConfig": [
                "Binds": [.string("\(scene.name)-named:/named"), .string("\(scene.folder):/host:ro")],
                "Mounts": [["Type": "tmpfs", "Target": "/tm", "TmpfsOptions": ["SizeBytes": 65536]]],
                "Tmpfs": ["/scratch": "size=1m"], "NetworkMode": .string(networks[0]),
                "PortBindings": [
                    "8080/tcp": [["HostIp": "127.0.0.1", "HostPort": .string("\(scene.port)")]]
                ],
                "RestartPolicy": ["Name": "unless-stopped"], "Memory": 67_108_864,
                "MemoryReservation": 33_554_432, "NanoCpus": 500_000_000, "CpuShares": 512, "PidsLimit": 50,
                "CapAdd": ["NET_ADMIN"], "CapDrop": ["MKNOD"], "SecurityOpt": ["no-new-privileges"],
                "Ulimits": [["Name": "nofile", "Soft": 1024, "Hard": 2048]],
                "LogConfig": ["Type": "json-file", "Config": ["max-size": "1m"]],
                "Sysctls": ["net.ipv4.ip_unprivileged_port_start": "1"], "ShmSize": 16_777_216,
                "ExtraHosts": ["extra:10.0.0.9"], "Dns": ["10.0.0.53"], "GroupAdd": ["2000"], "Init": true,
                "OomScoreAdj": 100,
            ],
            "NetworkingConfig": [
                "EndpointsConfig": [networks[0]: ["Aliases": ["www", "shop"]]]
            ],
        ]
    }

    /// What no two containers can share, what a start makes up, and what another image brings along. Nothing else may
    /// differ between the container that failed and the one that replaced it.
    private let volatile = [
        #"^Id$"#, #"^Created$"#, #"^Image$"#, #"^State\."#, #"^(Log|Hosts|Hostname|ResolvConf)Path$"#,
        #"^GraphDriver\.Data\."#, #"^NetworkSettings\.Sandbox(ID|Key)$"#,
        #"^NetworkSettings\.Networks\.[^.]+\.(EndpointID|IPAddress|MacAddress|DNSNames.*)$"#,
        // The engine's own alias: the beginning of the id.
        #"^NetworkSettings\.Networks\.[^.]+\.Aliases\[\d+\]$"#,
    ]

    @Test func a_container_with_mounts_limits_and_two_networks_is_rolled_back_without_loss() async throws {
        try await Scene.play("rich") { scene in
            let networks = ["\(scene.name)-front", "\(scene.name)-back"]
            for network in networks {
                try scene.docker.ask("POST", "/networks/create", ["Name": .string(network)])
            }
            let result: Result<Void, any Error>
            do { result = .success(try await play(scene, networks)) } catch { result = .failure(error) }
            try scene.docker.remove(scene.name)
            for network in networks { try scene.docker.ask("DELETE", "/networks/\(network)") }
            try scene.docker.ask("DELETE", "/volumes/\(scene.name)-named")
            try result.get()
        }
    }

    private func deploy(_ image: String, _ scene: Scene, _ networks: [String]) throws {
        try scene.deploy(image, rich(scene, networks))
        try scene.docker.ask(
            "POST", "/networks/\(networks[1])/connect",
            ["Container": .string(scene.name), "EndpointConfig": ["Aliases": ["backy"]]])
    }

    private func play(_ scene: Scene, _ networks: [String]) async throws {
        // Slow enough for a deploy not to be taken for a failure.
        try scene.configure(interval: "500ms", failures: 3, soak: 6)
        try deploy("one", scene, networks)
        try await eventually("the first container answers") { scene.health == 200 }
        let watch = try scene.watch()
        try await watch.line("the first image is known good") { $0.isPromotion }
        try deploy("two", scene, networks)
        try await watch.line("the deploy is seen") { $0.isDeploy }
        try await eventually("the second container answers") { scene.health == 200 }
        let before = try scene.docker.inspect(scene.name)
        _ = try Wire.ask(.tcp(scene.port), "POST", "/break")
        try await watch.line("the incident ends") { $0.isEnd }
        try await eventually("the report is written") { scene.reports.count == 1 }
        let after = try scene.docker.inspect(scene.name)
        #expect(scene.health == 200)
        try expectEqual(before, after)
        try await expectProof(of: scene, before: before, after: after)
        try await scene.end(watch)
    }

    private func expectEqual(_ before: JSONValue, _ after: JSONValue) throws {
        let patterns = try volatile.map { try NSRegularExpression(pattern: $0) }
        let leaves = (before.leaves, after.leaves)
        var differing: [String: (JSONValue?, JSONValue?)] = [:]
        for path in Set(leaves.0.keys).union(leaves.1.keys) where leaves.0[path] != leaves.1[path] {
            let range = NSRange(path.startIndex..., in: path)
            if patterns.contains(where: { $0.firstMatch(in: path, range: range) != nil }) { continue }
            differing[path] = (leaves.0[path], leaves.1[path])
        }
        // The image's own words are the other image's now.
        let stage = differing.removeValue(forKey: "Config.Labels.stage")
        #expect(stage?.0 == "two" && stage?.1 == "one")
        // Order of the environment is the engine's; each variable is compared.
        differing = differing.filter { !$0.key.hasPrefix("Config.Env") }
        let environment = [before, after].map { Set($0["Config"]["Env"].array.compactMap(\.text)) }
        #expect(
            environment[0].symmetricDifference(environment[1]) == ["IMAGE_SAYS=one", "IMAGE_SAYS=two"])
        // Volumes without a name are the same ones, now held on to by name; their order means nothing.
        differing = differing.filter { !$0.key.hasPrefix("HostConfig.Binds") && !$0.key.hasPrefix("Mounts[") }
        let binds = [before, after].map { Set($0["HostConfig"]["Binds"].array.compactMap(\.text)) }
        let nameless = before["Mounts"].array.filter { $0["Type"] == "volume" }.filter {
            ["/nameless", "/imagevol"].contains($0["Destination"].text)
        }
        #expect(nameless.count == 2)
        let pinned = nameless.map { "\($0["Name"].text ?? ""):\($0["Destination"].text ?? "")" }
        #expect(binds[1] == binds[0].union(pinned))
        let mounts = [before, after].map { inspection in
            Set(
                inspection["Mounts"].array.map { mount in
                    ["Type", "Name", "Source", "Destination", "Driver", "RW", "Propagation"].map {
                        "\(mount[$0])"
                    }.joined(separator: " ")
                })
        }
        #expect(mounts[0] == mounts[1])
        let aliases = [before, after].map { inspection in
            inspection["NetworkSettings"]["Networks"].members.mapValues { network in
                Set(network["Aliases"].array.compactMap(\.text)).subtracting([
                    String((inspection["Id"].text ?? "").prefix(12))
                ])
            }
        }
        #expect(aliases[0] == aliases[1])
        #expect(aliases[1].count == 2)
        #expect(
            aliases[1].values.contains(["www", "shop", "web-host"])
                || aliases[1].values.contains(["www", "shop"]))
        #expect(differing.isEmpty, "\(differing)")
    }

    private func expectProof(of scene: Scene, before: JSONValue, after: JSONValue) async throws {
        let (one, two) = try (scene.digest("one"), scene.digest("two"))
        #expect(before["Image"] == .string(two) && after["Image"] == .string(one))
        #expect(after["Config"]["Image"] == .string(scene.reference))
        #expect(try scene.docker.digest(scene.reference) == one, "the tag is rolled back")
        #expect(try scene.docker.inspect(before["Id"].text ?? "") == .null, "the old container is removed")
        #expect(try scene.docker.names(beginning: scene.name) == [scene.name])

        let report = try #require(scene.reports.first)
        let data = report["data"]
        #expect(data["verdict"] == "healed" && data["domain"] == "container")
        #expect(data["remedy"]["kind"] == "rollback")
        let steps = data["timeline"].array
        #expect(steps.last?["step"] == "verify" && steps.last?["outcome"] == "passed")
        let runtime = data["runtime"]
        #expect(runtime["image_before"]["digest"] == .string(two))
        #expect(runtime["image_after"]["digest"] == .string(one))
        let actions = runtime["actions"].array
        #expect(actions.allSatisfy { $0["result"] == "done" }, "\(actions)")
        #expect(
            actions.compactMap { $0["request"].text?.split(separator: " ").first } == [
                "restart", "tag", "create", "stop", "rename", "rename", "start", "remove",
            ])
        let told = try await scene.lab("report", scene.incidents)
        #expect(told.code == 0, "\(told.errors)")
        #expect(told.output.contains("healed"))
    }

    /// The report's own gate: one that says too much does not hold up.
    @Test func a_report_that_claims_a_heal_nobody_verified_is_refused_by_lab_report() async throws {
        try await Scene.play("report") { scene in
            try scene.configure()
            try await scene.promoteOneAndDeployBad()
            let watch = try scene.watch()
            try await watch.line("the incident ends") { $0.isEnd }
            try await eventually("the report is written") { scene.reports.count == 1 }
            try await scene.end(watch)
            let names =
                FileManager.default.enumerator(atPath: scene.incidents)?.compactMap { $0 as? String } ?? []
            let file = scene.incidents + "/" + (try #require(names.first { $0.hasSuffix(".json") }))
            #expect(try await scene.lab("report", file).code == 0)
            let text = try String(contentsOfFile: file, encoding: .utf8)
            let forged = text.replacing(#""step" : "verify""#, with: #""step" : "hope""#).replacing(
                #""step":"verify""#, with: #""step":"hope""#)
            #expect(forged != text)
            try forged.write(toFile: file, atomically: true, encoding: .utf8)
            let told = try await scene.lab("report", scene.incidents)
            #expect(told.code == 65, "\(told.output)")
        }
    }

    @Test func what_init_writes_is_right_and_watches_what_runs() async throws {
        try await Scene.play("init") { scene in
            try scene.deploy("one")
            let written = try await scene.lab("watch", "init", "--socket", scene.docker.socket)
            #expect(written.code == 0, "\(written.errors)")
            let text = try String(contentsOfFile: scene.config, encoding: .utf8)
            #expect(text.contains("  \(scene.name):\n"), "\(text)")
            let again = try await scene.lab("watch", "init", "--socket", scene.docker.socket)
            #expect(again.code == 65 && again.errors.contains("--force"), "\(again)")
            let check = try await LabProcess.run(
                ["watch", "check"], in: scene.folder,
                environment: ["DOCKER_HOST": "unix://" + scene.docker.socket])
            #expect(check.code == 0, "\(check.errors)")
            let row = check.output.split(separator: "\n").first { $0.contains(scene.name) } ?? ""
            #expect(row.hasSuffix("running"), "\(check.output)")
        }
    }

    @Test func a_container_that_is_not_there_is_told_by_check() async throws {
        try await Scene.play("absent") { scene in
            try scene.configure()
            let check = try await scene.lab("watch", "check")
            #expect(check.code == 0 && check.output.contains("there is no such container"), "\(check)")
        }
    }

    /// `docker stop` of a program that finishes its work first: it answers nobody meanwhile, and is not to be started
    /// again.
    @Test func a_stop_by_a_person_that_takes_long_is_not_undone() async throws {
        try await Scene.play("linger") { scene in
            try scene.configure()
            var body = scene.plain
            body["Env"] = [.string("PORT=\(scene.port)"), "LINGER=4"]
            body["StopTimeout"] = 10
            try scene.deploy("one", body)
            let watch = try scene.watch()
            try await watch.line("it is healthy") { $0.isState("healthy") }
            try scene.docker.ask("POST", "/containers/\(scene.name)/stop?t=10")
            try await eventually("it is held", within: .seconds(10), context: { watch.output }) {
                scene.status["holds"] == ["manual_stop"]
            }
            try await Task.sleep(for: .seconds(1))
            #expect(try scene.docker.inspect(scene.name)["State"]["Running"] == false)
            #expect(!watch.lines.contains { $0["event"] == "action" }, "\(watch.output)")
            #expect(scene.reports.isEmpty)
            try await scene.end(watch)
        }
    }
}
