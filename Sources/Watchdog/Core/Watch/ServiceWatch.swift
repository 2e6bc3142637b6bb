import Dispatch
package import Incident
import Synchronization

/// Carries out what one service's ``Warden`` asks for: the only place where its decisions touch the world.
///
///     probes ─┐                              ┌─ journal (first)
///     events ─┼─► inputs ─► Warden ─► outputs┼─ engine ─► reply ─► inputs
///     timers ─┘                              └─ report, observers
package actor ServiceWatch {
    /// After a journal that could not be written, the watch starts again from what was last durable.
    private static let journalRetry: Duration = .seconds(5)
    /// Where records are written: a disk takes milliseconds for each, and on the few threads that all watches share
    /// those would make everybody's looks late.
    private static let journalDesk = DispatchQueue(label: "dev.healing-lab.journal")

    private var service: ServiceSpec
    private var liveness: [any Probe]
    private var readiness: [any Probe]
    private let engine: any ContainerEngine
    private let journal: any JournalStore
    private let reports: any ReportStore
    private let observers: [any WatchObserver]
    private let clock: BootClock
    private let wall: @Sendable () -> Int64
    private let boot: String

    private var warden: Warden
    private var durable: ServiceMemory?
    private var isReady: Bool?
    private var lastProbe: String?
    private var timerAt: BootInstant?
    private var isTroubled = false
    private var generation = 0
    private var isRunning = false
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private let isOver = Mutex(false)

    private let inputs: AsyncStream<WardenInput>
    private let feed: AsyncStream<WardenInput>.Continuation

    package init(
        service: ServiceSpec, probes: ServiceProbes, engine: any ContainerEngine,
        journal: any JournalStore, memory: ServiceMemory?, reports: any ReportStore,
        observers: [any WatchObserver], clock: BootClock = BootClock(),
        wall: @escaping @Sendable () -> Int64, boot: String = BootClock.boot, seed: UInt64
    ) {
        self.service = service
        self.liveness = probes.liveness
        self.readiness = probes.readiness
        self.engine = engine
        self.journal = journal
        self.reports = reports
        self.observers = observers
        self.clock = clock
        self.wall = wall
        self.boot = boot
        durable = memory
        warden = Warden(
            service: service, engine: engine.kind, memory: memory, boot: boot,
            at: Moment(boot: clock.now, wall: wall()), seed: seed)
        (inputs, feed) = AsyncStream.makeStream()
    }

    /// Tells the watch something from outside: an engine event, a hold, a person's command.
    package nonisolated func tell(_ input: WardenInput) { feed.yield(input) }

    /// Ends the watch, once a change that the engine was asked for is answered; the rest is for the next.
    ///
    /// A next watch that did not know of the answer would take what the engine tells of that change for somebody else's
    /// doing.
    package nonisolated func stop() {
        isOver.withLock { $0 = true }
        // So that it is noticed now.
        feed.yield(.tick)
    }

    /// Returns when ``run()`` has, or when it never began.
    package func ended() async {
        guard isRunning else { return }
        await withCheckedContinuation { waiting.append($0) }
    }

    /// Watches until the task is cancelled or the watch stopped. What is on its way then is finished by the next life,
    /// from the journal.
    package func run() async {
        // Stopped before it began: whoever asked for its end may be watching already.
        guard !isOver.withLock({ $0 }) else { return }
        isRunning = true
        defer {
            isRunning = false
            for continuation in waiting { continuation.resume() }
            waiting = []
        }
        await withDiscardingTaskGroup { group in
            group.addTask { await self.probeLoop() }
            if !readiness.isEmpty { group.addTask { await self.readinessLoop() } }
            await take(.begin, in: &group)
            for await input in inputs {
                if Task.isCancelled { break }
                guard isOver.withLock({ $0 }) else {
                    await take(input, in: &group)
                    continue
                }
                guard !isTroubled, warden.inFlight?.changesSomething == true else { break }
                guard case .reply = input else { continue }
                await carryOut(warden.handle(input, at: moment).filter { !$0.isCall }, in: &group)
                break
            }
            group.cancelAll()
        }
    }

    /// One at a time: only ``run()`` calls it, and waits for it.
    private func take(_ input: WardenInput, in group: inout DiscardingTaskGroup) async {
        if case .tick = input { timerAt = nil }
        if isTroubled {
            // Half-carried outputs are worth nothing: only the durable memory counts.
            guard case .tick = input else { return }
            isTroubled = false
            warden = Warden(
                service: service, engine: engine.kind, memory: durable, boot: boot, at: moment,
                seed: UInt64(bitPattern: moment.wall))
            generation += 1
        }
        let outputs = warden.handle(input, at: moment)
        await carryOut(outputs, in: &group)
        if !outputs.isEmpty { tellStatus() }
        schedule(in: &group)
    }

    private func tellStatus() {
        let status = status
        for observer in observers { observer.stands(status) }
    }

    private var moment: Moment { Moment(boot: clock.now, wall: wall()) }

    private func carryOut(_ outputs: [WardenOutput], in group: inout DiscardingTaskGroup) async {
        for output in outputs {
            do {
                try await carryOut(output, in: &group)
            } catch {
                // Nothing after a record that is not durable may happen.
                isTroubled = true
                let message = (error as? LabError)?.message ?? "\(error)"
                for observer in observers { observer.troubled(service.name, message) }
                return
            }
        }
    }

    private func carryOut(_ output: WardenOutput, in group: inout DiscardingTaskGroup) async throws {
        switch output {
        case .record(let entry, let memory):
            try await record(entry, memory)
            durable = memory
        case .call(let call):
            let generation = generation
            group.addTask {
                let reply = await self.engine.perform(call)
                await self.answer(reply, generation: generation)
            }
        case .report(let incident):
            let report = try reports.write(incident)
            for observer in observers { observer.reported(service.name, report, incident: incident) }
        case .announce(let announcement):
            for observer in observers {
                observer.announced(service.name, announcement, at: moment)
            }
        }
    }

    /// Returns when the record is durable, also in a task that is cancelled meanwhile.
    private func record(_ entry: JournalEntry, _ memory: ServiceMemory) async throws {
        let (journal, service, moment) = (journal, service.name, moment)
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            Self.journalDesk.async {
                done.resume(
                    with: Result { try journal.append(entry, memory: memory, service: service, at: moment) })
            }
        }
    }

    /// An answer to a call of a watch that has started again since says nothing to the new one.
    private func answer(_ reply: EngineReply, generation: Int) {
        if generation == self.generation { feed.yield(.reply(reply)) }
    }

    private func schedule(in group: inout DiscardingTaskGroup) {
        let wake = isTroubled ? clock.now.advanced(by: Self.journalRetry) : warden.wakeAt
        guard let wake, timerAt.map({ wake < $0 }) ?? true else { return }
        timerAt = wake
        group.addTask {
            try? await self.clock.sleep(until: wake, tolerance: nil)
            self.feed.yield(.tick)
        }
    }

    // MARK: - Probes

    private func probeLoop() async {
        let interval = service.liveness.map(\.interval).min() ?? .seconds(1)
        // Services do not look in step: the first look falls anywhere in the first interval.
        var next = clock.now.advanced(by: interval * offset)
        while !Task.isCancelled {
            next = Self.aligned(next)
            do { try await clock.sleep(until: next, tolerance: .zero) } catch { return }
            let lateness = next.duration(to: clock.now)
            let results = await look(liveness)
            if Task.isCancelled { return }
            let (vital, result) = LookResult.merge(results)
            lastProbe = result.detail
            for observer in observers { observer.probed(service.name, result, lateness: lateness) }
            feed.yield(.vital(vital, detail: result.detail))
            next = next.advanced(by: interval)
            // Missed looks are left out, and the others keep their place: watches that a busy machine made late would
            // otherwise go on looking in step, and make each other late for good.
            let missed = next.duration(to: clock.now) / interval
            if missed >= 1 { next = next.advanced(by: interval * missed.rounded(.down)) }
        }
    }

    /// The next point of a 10 ms grid that all watches share: a thousand timers that end together wake a thread once.
    private static func aligned(_ instant: BootInstant) -> BootInstant {
        let grid: Int64 = 10_000_000
        return BootInstant(nanoseconds: (instant.nanoseconds + grid - 1) / grid * grid)
    }

    private func readinessLoop() async {
        let interval = service.readiness.map(\.interval).min() ?? .seconds(1)
        while !Task.isCancelled {
            let before = isReady
            isReady = await look(readiness).allSatisfy { $0.outcome == .passed }
            if isReady != before { tellStatus() }
            do { try await clock.sleep(until: clock.now.advanced(by: interval), tolerance: nil) } catch {
                return
            }
        }
    }

    private nonisolated func look(_ probes: [any Probe]) async -> [ProbeResult] {
        if probes.count == 1 { return [await probes[0].look()] }
        return await withTaskGroup(of: (Int, ProbeResult).self) { group in
            for (index, probe) in probes.enumerated() { group.addTask { (index, await probe.look()) } }
            var results = [ProbeResult?](repeating: nil, count: probes.count)
            for await (index, result) in group { results[index] = result }
            return results.compactMap { $0 }
        }
    }

    /// A fixed part of an interval, by the service's name.
    private var offset: Double {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in service.name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Double(hash % 1000) / 1000
    }

    // MARK: - Status

    package var status: ServiceStatus {
        var budget = warden.ladder.budget
        return ServiceStatus(
            service: service.name, container: service.container, state: warden.ladder.state.name,
            holds: warden.holds.sorted(), escalated: warden.memory.escalated, isReady: isReady,
            image: warden.memory.current?.image, knownGood: warden.memory.knownGood.map(\.image),
            rollbackTarget: warden.rollbackTarget, budgetLeft: budget.left(at: clock.now),
            budgetLimit: service.policy.budget.limit, incident: warden.memory.incident?.id,
            incidents: warden.memory.incidents, lastProbe: lastProbe)
    }
}

extension WardenOutput {
    fileprivate var isCall: Bool { if case .call = self { true } else { false } }
}

/// The probes of one service, made from its specification.
package struct ServiceProbes: Sendable {
    package var liveness: [any Probe]
    package var readiness: [any Probe]

    package init(liveness: [any Probe], readiness: [any Probe] = []) {
        self.liveness = liveness
        self.readiness = readiness
    }
}

/// Where incident reports go.
package protocol ReportStore: Sendable {
    /// Writes the report of an incident that is over; a second time with the same outcome.
    func write(_ incident: ClosedIncident) throws -> IncidentReport
}
