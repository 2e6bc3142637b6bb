import Testing
import Watchdog

@testable import WatchdogEngines

@Suite struct ContainerEventTests {
    @Test func a_life_is_read_in_order() throws {
        let events = try Fixture.lines("events.jsonl").compactMap { EngineEvent(message: $0) }
        let kinds = events.map(\.kind)
        #expect(kinds.prefix(2) == [.created, .started])
        #expect(kinds.contains(.health(.unhealthy)))
        #expect(kinds.contains(.paused))
        #expect(kinds.contains(.unpaused))
        #expect(kinds.contains(.renamed))
        #expect(kinds.contains(.stopped))
        #expect(kinds.contains(.removed))
        #expect(kinds.contains(.died(exitCode: 3)))
        let signal = try #require(kinds.firstIndex(of: .signalled))
        let death = try #require(kinds.firstIndex { if case .died = $0 { true } else { false } })
        #expect(signal < death)
        #expect(events.first?.name == "ev")
        #expect(events.first?.id.count == 64)
    }

    @Test(arguments: [
        "exec_create: sh", "exec_die", "attach", "restart", "health_status: odd", "top", "resize",
    ])
    func what_says_nothing_about_life_is_no_event(action: String) {
        let message: JSON = ["Type": "container", "Action": .string(action), "Actor": ["ID": "1"]]
        #expect(EngineEvent(message: message) == nil)
    }

    @Test func podmans_words_are_understood() {
        let message: JSON = [
            "Type": "container", "Action": "died",
            "Actor": ["ID": "1", "Attributes": ["containerExitCode": "3", "name": "x"]],
        ]
        #expect(EngineEvent(message: message) == EngineEvent(.died(exitCode: 3), id: "1", name: "x"))
    }

    @Test func events_of_images_are_no_events() {
        #expect(EngineEvent(message: ["Type": "image", "Action": "create", "Actor": ["ID": "1"]]) == nil)
    }

    @Test func a_services_life_is_read_with_its_tasks() throws {
        let events = try Fixture.lines("service-events.jsonl").compactMap { EngineEvent(serviceMessage: $0) }
        #expect(Set(events.map(\.name)) == ["svc"])
        #expect(Set(events.map(\.id)).count == 1)
        #expect(events.contains { $0.kind == .updated })
        #expect(events.contains { $0.kind == .died(exitCode: 3) })
        #expect(events.contains { $0.kind == .removed })
        #expect(!events.contains { $0.kind == .stopped })
    }
}
