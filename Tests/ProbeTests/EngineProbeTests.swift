import Testing
import Watchdog
import WatchdogProbes

@Suite struct EngineProbeTests {
    private static let gone = EngineFault(.unreachable, "dial unix /run/x.sock: no such file")

    @Test(arguments: [
        (0, "passed: exit code 0"), (1, "failed: exit code 1"), (137, "failed: exit code 137"),
        (126, "unknown: exit code 126, command not executable"),
        (127, "unknown: exit code 127, command not found"),
    ])
    func an_exit_code_is_judged(_ code: Int, _ said: String) async {
        let engine = StubEngine(onExecute: { command, id, limit in
            guard command == ["check", "it"], id == "web", limit == .seconds(2) else { throw Self.gone }
            return Execution(exitCode: code, output: "varies")
        })
        let probe = ExecProbe(["check", "it"], container: "web", timeout: .seconds(2), engine: engine)
        #expect(await probe.look().said == said)
    }

    @Test(arguments: [
        (EngineFault.Code.unreachable, "unknown: the engine cannot be reached"),
        (.timedOut, "failed: no end within 2s"), (.conflict, "failed: container is not running"),
        (.notFound, "unknown: no such container"), (.denied, "unknown: the engine denied access"),
        (.malformed, "unknown: the engine's answer was not understood"),
    ])
    func what_the_engine_could_not_do_is_judged(_ code: EngineFault.Code, _ said: String) async {
        let engine = StubEngine(onExecute: { _, _, _ in throw EngineFault(code, "varies") })
        let probe = ExecProbe(["true"], container: "web", timeout: .seconds(2), engine: engine)
        #expect(await probe.look().said == said)
    }

    @Test func an_engine_that_hangs_is_given_up() async {
        let engine = StubEngine(
            onPerform: { _ in
                try? await Task.sleep(for: .seconds(60))
                return .done(id: nil)
            },
            onExecute: { _, _, _ in
                try await Task.sleep(for: .seconds(60))
                return Execution(exitCode: 0, output: "")
            })
        let exec = ExecProbe(["true"], container: "web", timeout: .milliseconds(50), engine: engine)
        #expect(await exec.look().said == "unknown: the engine did not answer within 50ms")
        let health = EngineHealthProbe(container: "web", timeout: .milliseconds(50), engine: engine)
        #expect(await health.look().said == "unknown: the engine did not answer within 50ms")
    }

    @Test(
        arguments: [
            (Container.State.running, Container.Health.healthy, "passed: healthy"),
            (.running, .unhealthy, "failed: unhealthy"),
            (.running, .starting, "unknown: health check is starting"),
            (.running, nil, "unknown: no health check declared"),
            (.exited, .healthy, "failed: container is exited"),
            (.restarting, nil, "failed: container is restarting"),
            (.paused, .healthy, "unknown: container is paused"),
            (.created, nil, "unknown: container is created"),
        ] as [(Container.State, Container.Health?, String)])
    func the_engines_health_is_judged(_ state: Container.State, _ health: Container.Health?, _ said: String)
        async
    {
        let container = Container(id: "1", name: "web", image: "i", state: state, health: health)
        let engine = StubEngine(onPerform: { call in
            call == .survey(names: ["web"], like: nil, reference: nil)
                ? .survey(Survey(containers: [container])) : .unknown(Self.gone)
        })
        let probe = EngineHealthProbe(container: "web", timeout: .seconds(2), engine: engine)
        #expect(await probe.look().said == said)
    }

    @Test(arguments: [
        (EngineReply.survey(Survey(containers: [])), "unknown: no such container"),
        (.unknown(gone), "unknown: the engine cannot be reached"),
        (.refused(EngineFault(.denied, "varies")), "unknown: the engine denied access"),
        (.logs([]), "unknown: the engine's answer was not understood"),
    ])
    func an_engine_without_an_answer_says_nothing_of_the_service(_ reply: EngineReply, _ said: String) async {
        let engine = StubEngine(onPerform: { _ in reply })
        let probe = EngineHealthProbe(container: "web", timeout: .seconds(2), engine: engine)
        #expect(await probe.look().said == said)
    }
}
