import Testing
import Watchdog

@testable import WatchdogEngines

@Suite struct EngineVersionTests {
    @Test(arguments: [
        ("1.12", "1.41", "1.41"),  // Debian's 20.10
        ("1.24", "1.44", "1.44"),
        ("1.24", "1.50", "1.47"),  // newer than the lab
        ("1.44", "1.52", "1.47"),  // 29 refuses what is older than 1.44
        ("1.60", "1.70", "1.60"),  // all newer than the lab: its oldest
    ])
    func the_version_spoken_is_the_newest_both_know(minimum: String, maximum: String, spoken: String) throws {
        let low = try #require(EngineVersion(minimum))
        let high = try #require(EngineVersion(maximum))
        #expect(try EngineVersion.negotiate(minimum: low, maximum: high).description == spoken)
    }

    @Test func an_engine_older_than_17_03_is_too_old() {
        #expect {
            try EngineVersion.negotiate(minimum: EngineVersion(1, 12), maximum: EngineVersion(1, 24))
        } throws: {
            EngineFailure.from($0).fault.code == .tooOld
                && "\(EngineFailure.from($0).fault)".contains("1.25 or later")
        }
    }

    @Test func versions_compare_as_numbers() {
        #expect(EngineVersion(1, 9) < EngineVersion(1, 41))
        #expect(EngineVersion("1.x") == nil)
    }

    @Test func debians_engine_is_recognised() throws {
        let identity = try EngineIdentity(version: try Fixture.json("version.json"))
        #expect(identity.title == "Docker Engine 20.10.24+dfsg1")
        #expect(identity.version == EngineVersion(1, 41))
    }

    @Test func podman_is_called_by_its_name() throws {
        let answer: JSON = [
            "ApiVersion": "1.41", "MinAPIVersion": "1.24", "Version": "4.3.1",
            "Components": [["Name": "Podman Engine", "Version": "4.3.1"]],
        ]
        #expect(try EngineIdentity(version: answer).title == "Podman 4.3.1")
    }

    @Test func what_names_no_version_is_no_engine() {
        #expect(throws: EngineFailure.self) { try EngineIdentity(version: ["hello": "world"]) }
    }
}
