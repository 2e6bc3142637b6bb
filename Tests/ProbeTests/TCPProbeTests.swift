import Testing
import Watchdog
import WatchdogProbes

@Suite struct TCPProbeTests {
    private func probe(_ host: String, _ port: Int, network: ProbeNetwork = testNetwork) -> TCPProbe {
        TCPProbe(host: host, port: port, timeout: .seconds(5), network: network)
    }

    @Test func an_accepted_connection_passes_and_is_closed() async throws {
        try await ScriptedServer.with(script: { _ in [] }) { server in
            for _ in 0..<3 {
                #expect(await probe("127.0.0.1", server.port).look().said == "passed: connected")
            }
            try await Task.sleep(for: .milliseconds(200))
            #expect(server.connections == 3)
            #expect(server.openConnections == 0)
        }
    }

    @Test func a_closed_port_is_connection_refused() async throws {
        let server = try await ScriptedServer { _ in [] }
        await server.stop()
        #expect(await probe("127.0.0.1", server.port).look().said == "failed: connection refused")
        #expect(await probe("::1", server.port).look().said == "failed: connection refused")
    }

    @Test func the_systems_resolver_knows_localhost() async throws {
        try await ScriptedServer.with(script: { _ in [] }) { server in
            #expect(await probe("localhost", server.port).look().said == "passed: connected")
        }
    }

    @Test func a_host_that_is_not_there_fails() async {
        let network = ProbeNetwork { _ in .unknownHost }
        #expect(
            await probe("db.test", 1, network: network).look().said == "failed: cannot resolve host db.test")
        await network.stop()
    }
}
