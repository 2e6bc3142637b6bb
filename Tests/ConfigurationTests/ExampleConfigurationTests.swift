import Testing
import Watchdog
import WatchdogConfiguration

@Suite struct ExampleConfigurationTests {
    private func container(_ name: String, health: Container.Health? = nil, state: Container.State = .running)
        -> Container
    {
        Container(
            id: "1", name: name, image: "sha256:1", reference: "shop/\(name):2", state: state, health: health)
    }

    @Test func an_example_of_nothing_parses() throws {
        #expect(try parsed(ExampleConfiguration.text(for: [])).services.map(\.name) == ["web"])
    }

    @Test func every_running_container_becomes_a_service() throws {
        let text = ExampleConfiguration.text(for: [
            container("web", health: .healthy), container("db"), container("job", state: .exited),
            container("web-lab-0a1b2c3d-old"),
        ])
        let configuration = try parsed(text)
        #expect(configuration.services.map(\.name) == ["db", "web"])
        #expect(configuration.services.allSatisfy { $0.liveness.map(\.kind) == [.engine] })
        #expect(configuration.services.allSatisfy { $0.policy == LadderPolicy() })
        #expect(text.contains("# Runs shop/web:2."))
    }

    @Test func names_that_yaml_or_the_parser_would_mistake_are_kept() throws {
        let names = [
            "null", "on", "12", "-x", "a\"b", "ä", "ae", "a:b", "a#b", "#", "a b\nc", "~", "x'y", "{}",
        ]
        let expected = names.filter { !$0.contains(" ") }
        let configuration = try parsed(ExampleConfiguration.text(for: expected.map { container($0) }))
        #expect(Set(configuration.services.map(\.container)) == Set(expected))
    }
}
