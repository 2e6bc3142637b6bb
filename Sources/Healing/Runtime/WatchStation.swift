package import Foundation
import Incident
package import Watchdog

/// Watches over several services of one engine: hands out events, holds back dependents, keeps maintenance windows.
///
///     engine events ──►┐
///     dependencies ───►│ station ──► ServiceWatch (one a service) ──► engine, journal, reports
///     maintenance ────►┘
package actor WatchStation {
    /// What a station needs from outside to watch a service.
    package struct Tools: Sendable {
        package var engine: any ContainerEngine
        package var journal: any JournalStore
        package var reports: any ReportStore
        package var observers: [any WatchObserver]
        package var probes: @Sendable (ServiceSpec) -> ServiceProbes
        package var isInMaintenance: @Sendable (ServiceSpec, Date) -> Bool
        package var wall: @Sendable () -> Int64
        package var seed: UInt64
        /// Told the names of all services after a change, once the watches of those that are gone have ended.
        package var settled: @Sendable (Set<String>) -> Void

        package init(
            engine: any ContainerEngine, journal: any JournalStore, reports: any ReportStore,
            observers: [any WatchObserver], probes: @escaping @Sendable (ServiceSpec) -> ServiceProbes,
            isInMaintenance: @escaping @Sendable (ServiceSpec, Date) -> Bool = { _, _ in false },
            wall: @escaping @Sendable () -> Int64 = { Int64(Date().timeIntervalSince1970 * 1000) },
            seed: UInt64 = .random(in: .min ... .max),
            settled: @escaping @Sendable (Set<String>) -> Void = { _ in }
        ) {
            self.engine = engine
            self.journal = journal
            self.reports = reports
            self.observers = observers
            self.probes = probes
            self.isInMaintenance = isInMaintenance
            self.wall = wall
            self.seed = seed
            self.settled = settled
        }
    }

    private static let maintenanceInterval: Duration = .seconds(15)
    /// From a lost stream of events to the next try.
    private static let eventsRetry: Duration = .milliseconds(500)

    private let tools: Tools
    private let dependencies: DependencyBoard
    private var specs: [String: ServiceSpec] = [:]
    private var watches: [String: ServiceWatch] = [:]
    /// The last watch of each name, those of services that are gone included: the next one waits for its end.
    private var last: [String: ServiceWatch] = [:]
    private let changes: AsyncStream<[ServiceSpec]>
    private let change: AsyncStream<[ServiceSpec]>.Continuation

    package init(services: [ServiceSpec], tools: Tools) {
        self.tools = tools
        dependencies = DependencyBoard()
        (changes, change) = AsyncStream.makeStream()
        change.yield(services)
    }

    /// Watches until the task is cancelled.
    package func run() async {
        await withDiscardingTaskGroup { group in
            group.addTask { await self.listen() }
            group.addTask { await self.keepMaintenance() }
            group.addTask { await self.keepDependencies() }
            for await services in changes {
                if Task.isCancelled { break }
                apply(services, in: &group)
            }
            group.cancelAll()
        }
    }

    /// Takes up a changed set of services: those that did not change are not disturbed.
    package nonisolated func reload(_ services: [ServiceSpec]) { change.yield(services) }

    /// - Returns: false when there is no such service.
    package func tell(_ service: String, _ input: WardenInput) -> Bool {
        guard let watch = watches[service] else { return false }
        watch.tell(input)
        return true
    }

    /// Returns when the station gets to it: a sign of life.
    package func answer() {}

    package func statuses() async -> [ServiceStatus] {
        var found: [ServiceStatus] = []
        for name in watches.keys.sorted() {
            if let watch = watches[name] { found.append(await watch.status) }
        }
        return found
    }

    private func apply(_ services: [ServiceSpec], in group: inout DiscardingTaskGroup) {
        let wanted = Dictionary(services.map { ($0.name, $0) }) { first, _ in first }
        dependencies.declare(wanted.mapValues(\.dependsOn))
        for (name, spec) in specs where wanted[name] != spec { watches[name]?.stop() }
        // Once for all: the journal reads the memories of every service, however few are asked for.
        let memories = (try? tools.journal.memories()) ?? [:]
        for service in services where specs[service.name] != service {
            if let former = last[service.name] {
                group.addTask {
                    // Two watches of one service must not act at once, and what the former did at the very last is
                    // where the next begins.
                    await former.ended()
                    await self.succeed(service)
                }
            } else {
                let watch = watch(service, memories[service.name])
                group.addTask { await watch.run() }
            }
        }
        let gone = specs.keys.filter { wanted[$0] == nil }.compactMap { watches.removeValue(forKey: $0) }
        specs = wanted
        group.addTask { [settled = tools.settled] in
            for watch in gone { await watch.ended() }
            settled(Set(wanted.keys))
        }
    }

    private func succeed(_ service: ServiceSpec) async {
        // Meanwhile it may have been changed again.
        guard specs[service.name] == service else { return }
        await watch(service, (try? tools.journal.memories())?[service.name]).run()
    }

    private func watch(_ service: ServiceSpec, _ memory: ServiceMemory?) -> ServiceWatch {
        let watch = ServiceWatch(
            service: service, probes: tools.probes(service), engine: tools.engine, journal: tools.journal,
            memory: memory, reports: tools.reports, observers: [dependencies] + tools.observers,
            wall: tools.wall,
            seed: tools.seed
                ^ UInt64(truncatingIfNeeded: service.name.utf8.reduce(5381) { $0 &* 33 &+ Int($1) }))
        watches[service.name] = watch
        last[service.name] = watch
        // It knows nothing of what its former was told to wait for.
        dependencies.renew(service.name)
        keepMaintenance(service)
        return watch
    }

    // MARK: - Events

    private func listen() async {
        while !Task.isCancelled {
            let events = tools.engine.events()
            // Whatever happened before this subscription stood was missed.
            tellAll(.eventsLost)
            do {
                for try await event in events { dispatch(event) }
            } catch {}
            if Task.isCancelled { return }
            tellAll(.eventsLost)
            try? await Task.sleep(for: Self.eventsRetry)
        }
    }

    private func dispatch(_ event: EngineEvent) {
        for (name, spec) in specs where spec.container == event.name { watches[name]?.tell(.event(event)) }
    }

    private func tellAll(_ input: WardenInput) {
        for watch in watches.values { watch.tell(input) }
    }

    // MARK: - Holds

    private func keepMaintenance() async {
        while !Task.isCancelled {
            for spec in specs.values { keepMaintenance(spec) }
            try? await Task.sleep(for: Self.maintenanceInterval)
        }
    }

    private func keepMaintenance(_ service: ServiceSpec) {
        guard !service.maintenance.isEmpty else { return }
        let now = Date(timeIntervalSince1970: Double(tools.wall()) / 1000)
        watches[service.name]?.tell(.hold(.maintenance, isOn: tools.isInMaintenance(service, now)))
    }

    private func keepDependencies() async {
        for await (service, isDown) in dependencies.changes {
            watches[service]?.tell(.hold(.dependencyDown, isOn: isDown))
        }
    }
}
