import Testing
import Watchdog

@testable import WatchdogEngines

@Suite struct EngineSocketTests {
    @Test func DOCKER_HOST_names_the_socket() throws {
        #expect(
            try EngineSocket.resolve(environment: ["DOCKER_HOST": "unix:///run/x.sock"]).path == "/run/x.sock"
        )
        #expect(try EngineSocket.resolve(environment: [:]) == .standard)
        #expect(try EngineSocket.resolve(environment: ["DOCKER_HOST": ""]) == .standard)
    }

    @Test(arguments: ["tcp://10.0.0.1:2375", "ssh://host", "relative.sock"])
    func an_engine_elsewhere_is_refused_by_name(host: String) {
        #expect {
            try EngineSocket.resolve(environment: ["DOCKER_HOST": host])
        } throws: {
            "\($0)".contains(host)
        }
    }
}
