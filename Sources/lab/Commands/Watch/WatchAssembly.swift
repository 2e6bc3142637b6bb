import AsyncHTTPClient
import Foundation
import Incident
import Logging
import RuntimeHealing
import Watchdog
import WatchdogConfiguration
import WatchdogEngines
import WatchdogJournal
import WatchdogProbes
import WatchdogServer
import Workspace

/// Puts a watch together from its configuration: engine, journal, probes, station, pages, notifiers.
struct WatchAssembly: Sendable {
    private let configuration: WatchConfiguration
    private let latest: LatestConfiguration
    private let engine: any ContainerEngine
    private let station: WatchStation
    private let network: ProbeNetwork
    private let registry = PrometheusRegistry()
    private let board: WatchBoard
    private let pulse = WatchPulse()
    private let notifiers: [any WatchdogServer.Notifier]
    private let systemd: SystemdNotifier
    private let log: LogObserver
    private let isJSON: Bool

    init(_ configuration: WatchConfiguration, isDryRun: Bool, isJSON: Bool) async throws {
        self.configuration = configuration
        latest = LatestConfiguration(configuration)
        self.isJSON = isJSON
        let wall: @Sendable () -> Int64 = { Int64(Date().timeIntervalSince1970 * 1000) }
        let (engine, info) = try await WatchEngine.open(configuration)
        let artifacts = configuration.path(of: configuration.artifacts)
        let log = LogObserver(isJSON ? .json : .plain, wall: wall) { _, line in Console.result(line) }
        self.log = log
        let journal: any JournalStore =
            isDryRun
            ? MemoryJournal() : try SQLiteJournal(path: configuration.path(of: configuration.journal))
        let memories = try journal.memories()
        if !isDryRun { try Artifacts.check(artifacts) }
        let watched: any ContainerEngine =
            isDryRun
            ? DryRunEngine(engine) { call in
                Console.result("would \(call.order)")
            }
            : engine
        let network = ProbeNetwork()
        self.network = network
        self.engine = watched
        board = WatchBoard(reports: isDryRun ? nil : artifacts, factory: registry, wall: wall())
        let metrics = MetricsObserver(factory: registry, version: Lab.version)
        let escalated = memories.compactMapValues { $0.escalated == nil ? nil : "" }
        notifiers =
            try isDryRun
            ? [] : Self.notifiers(configuration, registry: registry, escalated: escalated, wall: wall)
        let factory = ProbeFactory(engine: watched, network: network)
        station = WatchStation(
            services: configuration.services,
            tools: .init(
                engine: watched, journal: journal,
                reports: isDryRun
                    ? NoReports(engine: info.kind)
                    : ReportFolderStore(
                        folder: artifacts, engine: info.kind, configuration: configuration.digest),
                observers: [log, board, metrics] + notifiers,
                probes: { service in
                    // A parsed configuration holds no address that is none.
                    (try? factory.probes(of: service)) ?? ServiceProbes(liveness: [])
                },
                isInMaintenance: { service, date in
                    service.maintenance.contains { $0.contains(date) }
                }, wall: wall,
                settled: { [board] services in
                    board.keep(services: services)
                    metrics.keep(services: services)
                }))
        let pulse = pulse
        let names = configuration.services.count
        systemd = SystemdNotifier(
            environment: ProcessInfo.processInfo.environment, health: { pulse.health },
            status: { "Watches \(names) services" })
        let dry = isDryRun ? ", dry run" : ""
        say("watching \(names) service\(names == 1 ? "" : "s") on \(info.title)\(dry)")
    }

    func say(_ line: String) { Console.note(line) }

    /// Takes up a changed configuration; tells what changed.
    func reload(_ new: WatchConfiguration) -> String {
        // Services changed since the last reading; settings since the start, since they have not been taken up.
        let settings = configuration.changes(to: new).settings
        let changes = latest.replace(with: new)
        station.reload(new.services)
        var text =
            "configuration read again: \(changes.added.count) added, \(changes.removed.count) removed, "
            + "\(changes.changed.count) changed"
        if !settings.isEmpty {
            text += "; \(settings.joined(separator: ", ")) need a restart of the watchdog"
        }
        return text
    }

    func reloading(_ reload: @Sendable () -> String) async -> String { await systemd.reloading(reload) }

    /// Runs until the task is cancelled, or until a part of it cannot go on.
    func run(reload: @escaping @Sendable () -> String) async throws {
        let failure: (any Error)? = await withTaskGroup(of: (any Error)?.self) { group in
            group.addTask {
                await station.run()
                return nil
            }
            group.addTask { await Self.attempt { try await serve(reload) } }
            group.addTask { await Self.attempt { try await systemd.run() } }
            for notifier in notifiers { group.addTask { await Self.attempt { try await notifier.run() } } }
            group.addTask {
                // The beat goes through the station: one that hangs is a watch that hangs.
                while !Task.isCancelled {
                    await station.answer()
                    pulse.beat()
                    try? await Task.sleep(for: .seconds(1))
                }
                return nil
            }
            for await error in group {
                if let error {
                    group.cancelAll()
                    return error
                }
                if Task.isCancelled { group.cancelAll() }
            }
            return nil
        }
        await network.stop()
        if let failure { throw failure }
        say("the watch has ended")
    }

    private static func attempt(_ work: () async throws -> Void) async -> (any Error)? {
        do { try await work() } catch is CancellationError { return nil } catch { return error }
        return nil
    }

    private func serve(_ reload: @escaping @Sendable () -> String) async throws {
        guard let listen = configuration.listen else {
            while !Task.isCancelled { try await Task.sleep(for: .seconds(3600)) }
            return
        }
        let station = station
        let pulse = pulse
        let systemd = systemd
        let engine = engine
        let board = board
        let server = WatchServer(
            address: WatchdogServer.ListenAddress(host: listen.host, port: listen.port), board: board,
            metrics: registry, pages: ReportPages(), health: { pulse.health },
            command: { service, command in
                guard let status = board.status(of: service) else { return .unknownService }
                let input: WardenInput
                switch command {
                case .promote(let image?):
                    do { input = .promote(image: try await WatchEngine.digest(of: image, in: engine)) } catch
                    {
                        return .declined((error as? LabError)?.message ?? "\(error)")
                    }
                case .promote(nil): input = .promote(image: nil)
                case .rollBack:
                    if let obstacle = status.rollbackObstacle { return .declined(obstacle) }
                    input = .rollBack
                case .resume: input = .resume
                }
                return await station.tell(service, input)
                    ? .accepted("the watchdog was told; `lab watch status` shows what comes of it")
                    : .unknownService
            },
            reload: { .accepted(await systemd.reloading(reload)) },
            logger: Logger(label: "lab.watch") { _ in SwiftLogNoOpLogHandler() },
            onListening: { port in
                Console.note("status on http://\(listen.host):\(port)/, metrics on /metrics")
            })
        try await server.run()
    }

    // MARK: - Notifiers

    private static func notifiers(
        _ configuration: WatchConfiguration, registry: PrometheusRegistry, escalated: [String: String],
        wall: @escaping @Sendable () -> Int64
    ) throws -> [any WatchdogServer.Notifier] {
        let read: (SecretSource) throws -> String = { source in
            try source.read(path: { configuration.path(of: $0) })
        }
        let poster = HTTPPoster(client: .shared)
        return try configuration.notify.enumerated().map { index, notifier in
            func setting(_ kind: String, _ timeout: Duration) -> NotifierSetting {
                var policy = CourierPolicy()
                policy.timeout = timeout
                return NotifierSetting(
                    name: "\(kind)-\(index + 1)", policy: policy, factory: registry,
                    seed: .random(in: .min ... .max), environment: ProcessInfo.processInfo.hostName,
                    escalated: escalated, wall: wall,
                    troubled: { Console.note("notify: \($0)") })
            }
            switch notifier {
            case .webhook(let webhook):
                let url: String =
                    switch webhook.address {
                    case .url(let url): url
                    case .secret(let source): try read(source)
                    }
                return try WebhookNotifier(
                    url: url, secret: webhook.secret.map(read), poster: poster,
                    setting: setting("webhook", webhook.timeout))
            case .command(let command):
                return CommandNotifier(
                    command: command.words, setting: setting("command", command.timeout),
                    launch: NotifyCommand.launch)
            case .pagerDuty(let pager):
                return try PagerDutyNotifier(
                    routingKey: read(pager.routingKey), url: pager.url, poster: poster,
                    setting: setting("pagerduty", pager.timeout))
            }
        }
    }
}

extension ServiceStatus {
    /// Why a person cannot have it rolled back now; nil when it can be tried.
    fileprivate var rollbackObstacle: String? {
        if let incident { return "an incident is open: \(incident)" }
        if !holds.isEmpty {
            return "the service is held: "
                + holds.map { $0.rawValue.replacing("_", with: " ") }.joined(separator: ", ")
        }
        return knownGood.contains { $0 != image } ? nil : "there is no other known-good image"
    }
}

extension EngineCall {
    /// For people: `restart 385b85de9e6d`.
    fileprivate var order: String {
        switch self {
        case .survey, .logs: verb
        case .start(let id), .remove(let id): "\(verb) \(id.prefix(12))"
        case .stop(let id, let timeout), .restart(let id, let timeout):
            "\(verb) \(id.prefix(12)), with \(timeout.components.seconds) s to stop"
        case .create(let name, let like, let image, _):
            "create \(name) like \(like.prefix(12)), from \(image.prefix(19))"
        case .rename(let id, let name): "rename \(id.prefix(12)) to \(name)"
        case .tag(let image, let reference): "tag \(image.prefix(19)) as \(reference)"
        case .setImage(let id, let image): "give \(id.prefix(12)) the image \(image.prefix(19))"
        }
    }
}
