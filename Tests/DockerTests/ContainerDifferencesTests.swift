import Testing

@testable import WatchdogEngines

@Suite struct ContainerDifferencesTests {
    /// What an engine makes of the plan for a copy of `web` with the second image: built by hand, so that a flaw in
    /// the comparison cannot hide behind the same flaw in the plan. The live tests ask a real engine.
    private func copy(_ change: (inout JSON) -> Void = { _ in }) throws -> [String] {
        let web = try Fixture.web()
        let image = try Fixture.json("image-two.json")
        var inspection = try Fixture.json("web-created.json")
        inspection["Id"] = .string(String(repeating: "9", count: 64))
        inspection["Name"] = "/web-next"
        inspection["Image"] = image["Id"]
        inspection["Config"]["Image"] = "labtest:two"
        inspection["Config"]["Env"] = [
            "WITH=a=b", "A=1", "SHARED=user",
            "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "IMAGE_SAYS=two",
        ]
        inspection["Config"]["Labels"]["stage"] = "two"
        inspection["HostConfig"] = web.hostConfig
        inspection["NetworkSettings"]["Networks"]["back"]["Aliases"] = ["backy", "999999999999", "web-host"]
        change(&inspection)
        return ContainerDifferences.between(
            web, and: ContainerBlueprint(inspection: inspection, image: image))
    }

    @Test func a_copy_with_another_image_does_not_differ() throws {
        let differences = try copy()
        #expect(differences == [])
    }

    @Test func a_running_container_does_not_differ_from_itself_before_its_start() throws {
        #expect(ContainerDifferences.between(try Fixture.web(), and: try Fixture.web("created")) == [])
    }

    struct Change: Sendable, CustomTestStringConvertible {
        var path: String
        var apply: @Sendable (inout JSON) -> Void
        var testDescription: String { path }
    }

    @Test(arguments: [
        Change(path: "Config.Env.A") {
            $0["Config"]["Env"] = JSON($0["Config"]["Env"].strings.filter { $0 != "A=1" })
        },
        Change(path: "Config.Env.IMAGE_SAYS") {
            $0["Config"]["Env"] = JSON(
                $0["Config"]["Env"].strings.map { $0 == "IMAGE_SAYS=two" ? "IMAGE_SAYS=one" : $0 })
        },
        Change(path: "Config.Labels.tier") { $0["Config"]["Labels"].remove("tier") },
        Change(path: "Config.Cmd") { $0["Config"]["Cmd"] = ["serve", "again"] },
        Change(path: "Config.User") { $0["Config"]["User"] = "" },
        Change(path: "Config.Hostname") { $0["Config"]["Hostname"] = "999999999999" },
        Change(path: "Config.StopTimeout") { $0["Config"].remove("StopTimeout") },
        Change(path: "Config.Healthcheck.Interval") { $0["Config"]["Healthcheck"].remove("Interval") },
        Change(path: "HostConfig.Memory") { $0["HostConfig"]["Memory"] = 0 },
        Change(path: "HostConfig.Binds") {
            $0["HostConfig"]["Binds"] = JSON(Array($0["HostConfig"]["Binds"].strings.dropFirst()))
        },
        Change(path: "HostConfig.PortBindings.8080/tcp") {
            $0["HostConfig"]["PortBindings"].remove("8080/tcp")
        },
        Change(path: "HostConfig.CapAdd") { $0["HostConfig"]["CapAdd"] = .null },
        Change(path: "HostConfig.SecurityOpt") { $0["HostConfig"]["SecurityOpt"] = .null },
        Change(path: "HostConfig.Devices") { $0["HostConfig"]["Devices"] = [] },
        Change(path: "HostConfig.Ulimits") { $0["HostConfig"]["Ulimits"] = [] },
        Change(path: "HostConfig.Tmpfs./scratch") { $0["HostConfig"]["Tmpfs"]["/scratch"] = "size=2m" },
        Change(path: "HostConfig.LogConfig.Config.max-size") {
            $0["HostConfig"]["LogConfig"]["Config"] = [:]
        },
        Change(path: "HostConfig.RestartPolicy.MaximumRetryCount") {
            $0["HostConfig"]["RestartPolicy"]["MaximumRetryCount"] = 0
        },
        Change(path: "HostConfig.MaskedPaths") { $0["HostConfig"]["MaskedPaths"] = [] },
        Change(path: "HostConfig.Novelty") { $0["HostConfig"]["Novelty"] = 1 },
        Change(path: "Networks.front.IPAMConfig.IPv4Address") {
            $0["NetworkSettings"]["Networks"]["front"]["IPAMConfig"]["IPv4Address"] = "10.77.0.51"
        },
        Change(path: "Networks.front.Links") { $0["NetworkSettings"]["Networks"]["front"]["Links"] = .null },
        Change(path: "Networks.back.Aliases") {
            $0["NetworkSettings"]["Networks"]["back"]["Aliases"] = ["other"]
        },
        Change(path: "Networks.back") { $0["NetworkSettings"]["Networks"].remove("back") },
        Change(path: "Networks.third") { $0["NetworkSettings"]["Networks"]["third"] = ["Aliases": .null] },
        Change(path: "Platform") { $0["Platform"] = "plan9" },
        Change(path: "Novelty") { $0["Novelty"] = ["x": 1] },
    ])
    func a_setting_lost_is_named(change: Change) throws {
        let differences = try copy { change.apply(&$0) }
        #expect(
            differences.contains { $0 == change.path || $0.hasPrefix(change.path + ".") }, "\(differences)")
    }

    @Test func another_nameless_volume_is_a_loss_of_data() throws {
        let differences = try copy { inspection in
            inspection["Mounts"] = .array(
                (inspection["Mounts"].array ?? []).map { mount in
                    guard mount["Destination"] == "/anon" else { return mount }
                    var other = mount
                    other["Name"] = .string(String(repeating: "e", count: 64))
                    other["Source"] = "/elsewhere"
                    return other
                })
        }
        #expect(differences.contains("Mounts./anon.Name"))
    }

    @Test func a_volume_that_only_the_new_image_declares_is_no_difference() throws {
        let web = try Fixture.web()
        var image = try Fixture.json("image-one.json")
        image["Config"]["Volumes"]["/fresh"] = [:]
        var inspection = try Fixture.json("web-created.json")
        inspection["Config"]["Volumes"]["/fresh"] = [:]
        inspection["HostConfig"] = web.hostConfig
        let mount: JSON = ["Type": "volume", "Name": "f", "Destination": "/fresh", "RW": true]
        inspection["Mounts"] = .array((inspection["Mounts"].array ?? []) + [mount])
        var host = web.hostConfig
        host["Binds"] = JSON(web.hostConfig["Binds"].strings)
        inspection["HostConfig"] = host
        let differences = ContainerDifferences.between(
            web, and: ContainerBlueprint(inspection: inspection, image: image))
        #expect(differences == [])
    }

    @Test func values_are_not_told_for_they_may_be_secret() throws {
        let differences = try copy { $0["Config"]["Env"] = ["PASSWORD=hunter2"] }
        #expect(differences.contains("Config.Env.PASSWORD"))
        #expect(!differences.joined().contains("hunter2"))
    }
}
