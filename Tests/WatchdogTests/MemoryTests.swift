import Foundation
import Testing
@testable import Watchdog

@Suite struct MemoryTests {
    private func moment(_ boot: Int64, _ wall: Int64) -> Moment {
        Moment(boot: BootInstant(nanoseconds: boot * 1_000_000_000), wall: wall * 1000)
    }

    private var memory: ServiceMemory {
        var memory = ServiceMemory(boot: "first")
        memory.spent = [moment(1000, 50_000), moment(1100, 50_100)]
        memory.lastAction = moment(1200, 50_200)
        return memory
    }

    @Test func the_same_boot_moves_nothing() {
        var moved = memory
        moved.move(to: "first", at: moment(2000, 1))
        #expect(moved == memory)
    }

    @Test func another_boot_moves_by_the_wall_clock() {
        var moved = memory
        moved.move(to: "second", at: moment(10, 50_300))
        #expect(moved.spent.map(\.boot.nanoseconds) == [-290_000_000_000, -190_000_000_000])
        #expect(moved.lastAction?.boot.nanoseconds == -90_000_000_000)
        #expect(moved.boot == "second" && moved.isUnseenSinceBoot)
    }

    @Test func a_wall_clock_that_was_set_back_makes_everything_just_past() {
        var moved = memory
        moved.move(to: "second", at: moment(10, 3))
        #expect(moved.spent.map(\.boot.nanoseconds) == [10_000_000_000, 10_000_000_000])
    }

    @Test func times_of_an_incident_stay_in_order_over_a_reboot() {
        var memory = ServiceMemory(boot: "first")
        let call = EngineCall.start(id: "a")
        memory.incident = OpenIncident(
            id: "1", cause: .failing, firstFailure: moment(100, 500), opened: moment(103, 503),
            phase: .waiting, imageBefore: "", imageAfter: "")
        // The wall clock was set back between the two.
        memory.incident?.actions = [
            .init(step: .restart, attempt: 1, call: call, intended: moment(104, 90), ended: moment(105, 91))
        ]
        memory.move(to: "second", at: moment(7, 600))
        let incident = memory.incident
        let times = [
            incident?.firstFailure, incident?.opened, incident?.actions.first?.intended,
            incident?.actions.first?.ended,
        ].compactMap { $0?.boot }
        #expect(times.count == 4 && times == times.sorted())
    }

    @Test func a_memory_survives_its_encoding() throws {
        var memory = memory
        let plan = RollbackPlan(
            name: "api", old: .init(id: "a", image: "sha256:1"), to: "sha256:2", incident: "0123456789")
        memory.incident = OpenIncident(
            id: "1", cause: .flapping, firstFailure: moment(1, 1), opened: moment(1, 1),
            phase: .closing(.escalated(.rollbackFailed), plan), imageBefore: "x", imageAfter: "y")
        memory.leftovers = [
            .init(incident: "0", plan: plan, ending: .healed(.rollback), until: moment(5, 5))
        ]
        let data = try JSONEncoder().encode(memory)
        #expect(try JSONDecoder().decode(ServiceMemory.self, from: data) == memory)
    }
}
