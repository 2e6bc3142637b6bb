/// How often each thing that the simulator can do was seen: a zero says that it does not do it.
package struct Coverage: Sendable {
    package private(set) var counts = [Int](repeating: 0, count: Coverage.names.count)

    /// Everything that can be counted; what is not in here cannot be hit.
    package static let names: [String] = {
        var names = Fault.names.map { "fault.\($0)" }
        let records = [
            "adopted", "promoted", "opened", "planned", "intent", "outcome", "verifying", "closing",
            "concluded", "closed", "stopped_by_hand", "started_again", "cleared", "noted",
        ]
        let verbs = [
            "survey", "logs", "start", "stop", "restart", "create", "rename", "remove", "tag", "set_image",
        ]
        for moment in ["before", "after"] {
            names += records.map { "kill.\(moment).record.\($0)" }
            names += verbs.map { "kill.\(moment).call.\($0)" }
            names += ["kill.\(moment).report", "kill.\(moment).announce"]
        }
        names += ["restart", "start", "stop", "create", "rename", "tag", "set_image", "remove"].map {
            "step.\($0)"
        }
        names += [
            "phase.restart.restart", "phase.rollback.tag", "phase.rollback.create", "phase.rollback.stop",
            "phase.rollback.rename", "phase.rollback.start", "phase.rollback.remove",
            "phase.rollback.set_image", "phase.undo.tag", "phase.undo.remove", "phase.undo.rename",
            "phase.undo.start", "phase.undo.stop", "phase.clean_up.remove", "phase.clean_up.stop",
        ]
        names += [
            "cause.failing", "cause.flapping", "cause.exited", "cause.oom_killed", "cause.never_healthy",
            "cause.requested",
        ]
        names += [
            "ending.healed.restart", "ending.healed.rollback", "ending.recovered",
            "ending.escalated.budget_exhausted", "ending.escalated.rollback_did_not_help",
            "ending.escalated.rollback_failed", "ending.superseded.deploy", "ending.superseded.manual_stop",
            "ending.superseded.dependency_down", "ending.superseded.absent",
        ]
        names += [
            "trouble.lost_request", "trouble.lost_reply", "trouble.late_effect", "trouble.refused",
            "trouble.slow", "trouble.conflict", "trouble.malformed", "trouble.in_flight_at_engine_end",
            "trouble.half_restart", "event.dropped", "event.delayed", "event.doubled",
        ]
        names += [
            "reply.conflict", "reply.not_found", "reply.unreachable", "reply.timed_out", "reply.late_create",
            "copy.partial", "lock.refused", "lock.taken_over", "memory.reread", "command.declined",
        ]
        names += [
            "end.healthy", "end.escalated", "end.held.manual_stop", "end.held.absent",
            "end.held.dependency_down", "end.held_on_a_guess", "exempt.stop_looked_like_a_crash",
            "exempt.stop_beside_own_call", "twin.crash", "twin.clock", "world.swarm", "world.docker",
        ]
        return names
    }()

    private static let indices = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })

    package init() {}

    mutating func hit(_ name: String) {
        guard let index = Self.indices[name] else {
            preconditionFailure("the coverage point '\(name)' is not listed")
        }
        counts[index] += 1
    }

    package mutating func add(_ other: Coverage) {
        for index in counts.indices { counts[index] += other.counts[index] }
    }

    package subscript(name: String) -> Int { Self.indices[name].map { counts[$0] } ?? 0 }

    package var missing: [String] { zip(Self.names, counts).filter { $1 == 0 }.map(\.0) }
}
