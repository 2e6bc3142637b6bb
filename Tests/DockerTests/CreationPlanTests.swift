import Testing

@testable import WatchdogEngines

@Suite struct CreationPlanTests {
    let old = EngineVersion(1, 41)

    @Test func before_engine_25_the_second_network_is_joined_after_creation() throws {
        let plan = CreationPlan(like: try Fixture.web(), image: "labtest:two", version: old)
        #expect(plan.body["Image"] == "labtest:two")
        #expect(
            plan.body["NetworkingConfig"]["EndpointsConfig"] == [
                "front": [
                    "Aliases": ["www"], "IPAMConfig": ["IPv4Address": "10.77.0.50"], "Links": ["db:database"],
                ]
            ])
        #expect(
            plan.joins == [
                .init(
                    network: "back",
                    settings: ["Aliases": ["backy"], "IPAMConfig": ["IPv4Address": "10.78.0.50"]])
            ])
        #expect(plan.leaves == nil)
    }

    @Test func since_engine_25_all_networks_are_joined_at_creation() throws {
        let plan = CreationPlan(like: try Fixture.web(), image: "i", version: EngineVersion(1, 44))
        #expect(plan.body["NetworkingConfig"]["EndpointsConfig"].object?.keys.sorted() == ["back", "front"])
        #expect(plan.joins.isEmpty)
    }

    @Test func nameless_volumes_are_carried_over_by_name() throws {
        let host = CreationPlan(like: try Fixture.web(), image: "i", version: old).body["HostConfig"]
        let binds = host["Binds"].strings
        #expect(binds.contains("/tmp/wdimg:/bind:ro"))
        #expect(binds.contains("named:/named:ro"))
        #expect(binds.contains { $0.hasSuffix(":/anon") && $0.utf8.count == 64 + ":/anon".utf8.count })
        #expect(binds.contains { $0.hasSuffix(":/imagevol") })
        #expect(!binds.contains { $0.contains("/anon2") })
        #expect(host["Mounts"].array?.first?["Source"].string?.utf8.count == 64)
    }

    @Test func every_other_host_setting_passes_through() throws {
        let web = try Fixture.web()
        let host = CreationPlan(like: web, image: "i", version: old).body["HostConfig"]
        let pinned: Set<String> = ["Binds", "Mounts", "Links"]
        #expect(host.without(pinned) == web.inspection["HostConfig"].without(pinned))
    }

    @Test func a_setting_nobody_has_heard_of_passes_through() throws {
        var inspection = try Fixture.json("web-running.json")
        inspection["HostConfig"]["Novelty"] = ["a": [1, 2]]
        inspection["Config"]["Novelty"] = true
        inspection["NetworkSettings"]["Networks"]["front"]["GwPriority"] = 7
        let web = ContainerBlueprint(inspection: inspection, image: try Fixture.json("image-one.json"))
        let body = CreationPlan(like: web, image: "i", version: old).body
        #expect(body["HostConfig"]["Novelty"] == ["a": [1, 2]])
        #expect(body["Novelty"] == true)
        #expect(body["NetworkingConfig"]["EndpointsConfig"]["front"]["GwPriority"] == 7)
    }

    @Test func a_made_up_host_name_is_dropped() throws {
        var inspection = try Fixture.json("web-running.json")
        inspection["Config"]["Hostname"] = .string(String(inspection["Id"].string?.prefix(12) ?? ""))
        let web = ContainerBlueprint(inspection: inspection, image: try Fixture.json("image-one.json"))
        #expect(web.overrides["Hostname"] == .null)
    }

    @Test func in_another_containers_network_there_is_no_name_and_no_endpoint() throws {
        var inspection = try Fixture.json("web-running.json")
        inspection["HostConfig"]["NetworkMode"] = "container:abc"
        let web = ContainerBlueprint(inspection: inspection, image: try Fixture.json("image-one.json"))
        let plan = CreationPlan(like: web, image: "i", version: old)
        #expect(plan.body["HostConfig"]["NetworkMode"] == "container:abc")
        #expect(plan.body["Hostname"] == .null)
        #expect(plan.body["Domainname"] == .null)
        #expect(plan.body["NetworkingConfig"]["EndpointsConfig"] == [:])
        #expect(plan.joins.isEmpty)
    }

    @Test func a_network_that_the_container_had_left_is_left_again() throws {
        var inspection = try Fixture.json("web-running.json")
        inspection["NetworkSettings"]["Networks"].remove("front")
        let web = ContainerBlueprint(inspection: inspection, image: try Fixture.json("image-one.json"))
        let plan = CreationPlan(like: web, image: "i", version: old)
        #expect(plan.leaves == "front")
        #expect(plan.joins.map(\.network) == ["back"])
    }

    @Test func links_of_the_default_bridge_are_written_as_creation_wants_them() throws {
        var inspection = try Fixture.json("web-running.json")
        inspection["HostConfig"]["Links"] = ["/db:/web/database"]
        let web = ContainerBlueprint(inspection: inspection, image: try Fixture.json("image-one.json"))
        #expect(web.hostConfig["Links"] == ["db:database"])
    }

    @Test(arguments: [
        ("02:42:0a:4d:00:32", false), ("02:42:0a:4d:00:99", true), ("aa:bb:cc:dd:ee:ff", true),
    ])
    func a_hardware_address_is_kept_only_when_set_by_hand(address: String, isKept: Bool) throws {
        var inspection = try Fixture.json("web-running.json")
        inspection["NetworkSettings"]["Networks"]["front"]["MacAddress"] = .string(address)
        inspection["NetworkSettings"]["Networks"]["front"]["DNSNames"] = ["web"]
        let web = ContainerBlueprint(inspection: inspection, image: try Fixture.json("image-one.json"))
        #expect((web.endpoints["front"]?["MacAddress"] == .string(address)) == isKept)
    }

    @Test func a_container_that_removes_itself_is_refused() throws {
        var inspection = try Fixture.json("web-running.json")
        inspection["HostConfig"]["AutoRemove"] = true
        let web = ContainerBlueprint(inspection: inspection, image: .null)
        #expect(web.obstacle?.contains("--rm") == true)
        #expect(try Fixture.web().obstacle == nil)
    }
}
