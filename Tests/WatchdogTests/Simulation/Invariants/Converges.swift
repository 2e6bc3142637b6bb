import Watchdog

/// When nothing new goes wrong, every service ends healthy, escalated or in a person's hands, and nothing is left over.
///
/// Exempt: services that ended in a way that a person's stop leaves, while the watchdog could not hear the events.
/// They are held on a guess, since a service that a person stopped must stay stopped; that is counted. And programs
/// that end so seldom that their policy's thresholds are never met, and that their engine starts again by itself.
final class Converges: Invariant {
    static let name = "Converges"
    let watches: Sight.Kinds = [.end]

    func see(_ sight: Sight, _ world: World) -> String? {
        guard world.referee.violations.isEmpty else { return nil }
        let open = Self.open(world)
        if open.isEmpty {
            for service in world.plan.services.indices {
                world.coverage.hit("end.\(Self.ending(service, world))")
            }
            return nil
        }
        return open.joined(separator: "; ")
    }

    static func ending(_ service: Int, _ world: World) -> String {
        let warden = world.watchdogs[world.holder].wardens[service]
        if case .escalated = warden.ladder.state { return "escalated" }
        if warden.holds.contains(.absent) { return "held.absent" }
        if warden.holds.contains(.manualStop) {
            return world.patients[service].word == .up ? "held_on_a_guess" : "held.manual_stop"
        }
        if warden.holds.contains(.dependencyDown) { return "held.dependency_down" }
        return "healthy"
    }

    static func open(_ world: World) -> [String] {
        let life = world.watchdogs[world.holder]
        guard life.isAlive else { return ["no watchdog lives"] }
        return world.plan.services.indices.compactMap { service in
            state(service, life, world).map { "\(world.plan.services[service].spec.name) \($0)" }
        }
    }

    private static func state(_ service: Int, _ life: Life, _ world: World) -> String? {
        let warden = life.wardens[service]
        if let incident = warden.memory.incident { return "still has the incident \(incident.id)" }
        let own = world.programs.filter { $0.service == service }
        if own.count(where: \.isUp) > 1 { return "runs twice" }
        // A watchdog that went away for ever, in the middle of a rollback, is not made good by another.
        let gone = world.watchdogs.filter(\.isGone).map { Program.Maker.watchdog($0.index) }
        if let left = own.first(where: { $0.name.hasSuffix("-next") && !gone.contains($0.maker) }) {
            return "left \(left.name) behind"
        }
        let program = world.named(world.plan.services[service].spec.container)
        switch warden.ladder.state {
        case .escalated: return nil
        case .healthy, .suspect, .starting:
            if let program, program.restartsItself, world.endsNowAndThen(program) { return nil }
            guard warden.ladder.state == .healthy else { return "is \(warden.ladder.state.name)" }
            guard let program, world.answers(program) else { return "counts as healthy and is not" }
            return nil
        case .held:
            if warden.holds.contains(.absent) {
                return program == nil ? nil : "counts as absent and is not"
            }
            if warden.holds.contains(.manualStop) {
                guard let program, program.isUp else { return nil }
                return "counts as stopped by hand and runs"
            }
            if warden.holds.contains(.dependencyDown) { return nil }
            return "is held: \(warden.holds.sorted().map(\.rawValue))"
        default: return "is \(warden.ladder.state.name)"
        }
    }
}

extension World {
    /// Whether every run of this program ends by itself after a time.
    func endsNowAndThen(_ program: Program) -> Bool {
        switch patients[program.service].plan.images[program.image].quality {
        case .crashesAfter, .outOfMemoryAfter: true
        case .good, .neverHealthy, .exitsAtOnce, .hangsAfter: false
        }
    }
}
