import Testing
import Watchdog
import WatchdogConfiguration

@Suite struct ChangesTests {
    private static let before = """
        version: 1
        services:
          a: {liveness: [{tcp: h:1}]}
          b: {liveness: [{tcp: h:2}]}
          c: {liveness: [{tcp: h:3}]}
        """

    @Test func added_removed_and_changed_services_are_told_apart() throws {
        let after = """
            version: 1
            listen: off
            services:
              d: {liveness: [{tcp: h:4}]}
              b: {liveness: [{tcp: h:2}], failure_threshold: 4}
              a: {liveness: [{tcp: h:1}]}
            """
        let changes = try parsed(Self.before).changes(to: parsed(after))
        #expect(changes.added.map(\.name) == ["d"])
        #expect(changes.removed.map(\.name) == ["c"])
        #expect(changes.changed.map(\.name) == ["b"])
        #expect(changes.changed.first?.policy.failureThreshold == 4)
        #expect(changes.settings == ["listen"])
    }

    @Test func a_default_changes_the_services_that_take_it() throws {
        let after = Self.before.replacing("services:", with: "defaults: {log_lines: 7}\nservices:")
        #expect(try parsed(Self.before).changes(to: parsed(after)).changed.map(\.name) == ["a", "b", "c"])
    }

    @Test func the_same_file_written_otherwise_changes_nothing() throws {
        let after = "# a comment\n" + Self.before.replacing("tcp: h:1", with: "tcp: \"h:1\", interval: 1s")
        #expect(try parsed(Self.before).changes(to: parsed(after)).isEmpty)
    }
}
