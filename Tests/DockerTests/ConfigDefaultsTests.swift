import Testing

@testable import WatchdogEngines

@Suite struct ConfigDefaultsTests {
    @Test func only_what_a_person_set_remains() throws {
        let overrides = try Fixture.web().overrides
        #expect(overrides["Env"] == ["WITH=a=b", "A=1", "SHARED=user"])
        #expect(overrides["Labels"] == ["from": "user", "tier": "web", "x.y/z": "q"])
        #expect(overrides["ExposedPorts"] == ["8081/udp": [:], "9090/tcp": [:]])
        #expect(overrides["Volumes"] == ["/anon": [:]])
        #expect(overrides["Cmd"] == ["run", "fast"])
        #expect(overrides["Entrypoint"] == .null)
        #expect(overrides["WorkingDir"] == "/custom")
        #expect(overrides["StopSignal"] == "SIGINT")
        #expect(overrides["Hostname"] == "web-host")
        #expect(overrides["Image"] == .null)
    }

    @Test func merging_what_remains_with_the_same_image_gives_the_container_back() throws {
        let web = try Fixture.web()
        let merged = ConfigDefaults.merge(web.overrides, image: web.image)
        #expect(merged["Env"].strings.sorted() == web.config["Env"].strings.sorted())
        for key in [
            "Labels", "ExposedPorts", "Volumes", "Cmd", "Entrypoint", "WorkingDir", "StopSignal", "User",
        ] {
            #expect(merged[key] == web.config[key], "\(key)")
        }
    }

    struct CommandCase: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var container: JSON
        var overrides: JSON
        var onNewImage: JSON
    }

    /// The old image says `old`, `serve`; the new one `new`, `listen`.
    @Test(arguments: [
        CommandCase(
            testDescription: "nothing overridden",
            container: ["Entrypoint": ["old"], "Cmd": ["serve"]],
            overrides: [:], onNewImage: ["Entrypoint": ["new"], "Cmd": ["listen"]]),
        CommandCase(
            testDescription: "the command overridden",
            container: ["Entrypoint": ["old"], "Cmd": ["mine"]],
            overrides: ["Cmd": ["mine"]], onNewImage: ["Entrypoint": ["new"], "Cmd": ["mine"]]),
        CommandCase(
            testDescription: "the entry point overridden, which drops the image's command",
            container: ["Entrypoint": ["mine"], "Cmd": .null],
            overrides: ["Entrypoint": ["mine"]], onNewImage: ["Entrypoint": ["mine"]]),
        CommandCase(
            testDescription: "the entry point overridden, the command happens to be the image's",
            container: ["Entrypoint": ["mine"], "Cmd": ["serve"]],
            overrides: ["Entrypoint": ["mine"], "Cmd": ["serve"]],
            onNewImage: ["Entrypoint": ["mine"], "Cmd": ["serve"]]),
        CommandCase(
            testDescription: "the entry point taken away",
            container: ["Entrypoint": .null, "Cmd": ["mine"]],
            overrides: ["Entrypoint": [""], "Cmd": ["mine"]], onNewImage: ["Cmd": ["mine"]]),
        CommandCase(
            testDescription: "the image's entry point given by hand, which drops its command",
            container: ["Entrypoint": ["old"], "Cmd": .null],
            overrides: ["Entrypoint": ["old"]], onNewImage: ["Entrypoint": ["old"]]),
    ])
    func entry_point_and_command_go_together(_ example: CommandCase) {
        let old: JSON = ["Entrypoint": ["old"], "Cmd": ["serve"]]
        let new: JSON = ["Entrypoint": ["new"], "Cmd": ["listen"]]
        let overrides = ConfigDefaults.subtract(image: old, from: example.container)
        let merged = ConfigDefaults.merge(overrides, image: new)
        for key in ["Entrypoint", "Cmd"] {
            #expect(overrides[key] == example.overrides[key])
            #expect(merged[key] == example.onNewImage[key])
        }
    }

    @Test func a_health_check_is_compared_field_by_field() {
        let image: JSON = ["Healthcheck": ["Test": ["CMD", "/check"], "Interval": 5]]
        let same = ConfigDefaults.subtract(image: image, from: image)
        #expect(same["Healthcheck"] == .null)
        let slower: JSON = ["Healthcheck": ["Test": ["CMD", "/check"], "Interval": 9]]
        let overrides = ConfigDefaults.subtract(image: image, from: slower)
        #expect(overrides["Healthcheck"] == ["Interval": 9])
        let next: JSON = ["Healthcheck": ["Test": ["CMD", "/other"], "Interval": 1]]
        #expect(
            ConfigDefaults.merge(overrides, image: next)["Healthcheck"] == [
                "Test": ["CMD", "/other"], "Interval": 9,
            ])
    }

    @Test func a_member_of_a_later_engine_stays() {
        #expect(ConfigDefaults.subtract(image: ["Novelty": 1], from: ["Novelty": 1])["Novelty"] == 1)
    }
}
