import ArgumentParser
import Foundation
import Incident
import RuntimeHealing
import Synchronization
import Watchdog
import WatchdogConfiguration
import WatchdogJournal
import WatchdogProbes

/// `lab watch promote`.
struct WatchPromoteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "promote", abstract: "Declares an image known good, so that a rollback may go to it.")

    @OptionGroup var options: WatchOptions

    @Argument(help: "The service.")
    var service: String

    @Option(help: "The image, by digest or by name; default: the one that runs.")
    var image: String?

    func run() async throws {
        let person = try PersonCommand(options, service)
        try await person.follow("promote", body: image.map { ["image": $0] } ?? [:], .promote(image: image))
    }
}

/// `lab watch rollback`.
struct WatchRollbackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback", abstract: "Rolls a service back to its newest other known-good image, now.")

    @OptionGroup var options: WatchOptions

    @Argument(help: "The service.")
    var service: String

    func run() async throws {
        try await PersonCommand(options, service).follow("rollback", .rollBack)
    }
}

/// `lab watch resume`.
struct WatchResumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Lets the watchdog act on an escalated service again, with a fresh restart budget.")

    @OptionGroup var options: WatchOptions

    @Argument(help: "The service.")
    var service: String

    func run() async throws {
        try await PersonCommand(options, service).follow("resume", .resume)
    }
}

/// A person's word to the watch of a service: to the watchdog that runs, or to one that runs just for it.
struct PersonCommand {
    private let configuration: WatchConfiguration
    private let service: String

    init(_ options: WatchOptions, _ service: String) throws {
        configuration = try WatchConfiguration.load(path: options.config)
        try configuration.require(service)
        self.service = service
    }

    func follow(_ verb: String, body: [String: String] = [:], _ input: WardenInput) async throws {
        if let answer = try await WatchClient(configuration)?.command(service, verb, body: body) {
            return Console.result(answer)
        }
        guard let spec = configuration.services.first(where: { $0.name == service }) else { return }
        let journal = try SQLiteJournal(path: configuration.path(of: configuration.journal))
        let (engine, info) = try await WatchEngine.open(configuration)
        var input = input
        if case .promote(let image?) = input {
            do { input = .promote(image: try await WatchEngine.digest(of: image, in: engine)) } catch let
                error as LabError
            {
                throw LabError(error.code, "\(service): \(error.message).", hint: error.hint)
            }
        }
        let network = ProbeNetwork()
        let factory = ProbeFactory(engine: engine, network: network)
        let ear = PersonEar()
        let station = WatchStation(
            services: [spec],
            tools: .init(
                engine: engine, journal: journal,
                reports: ReportFolderStore(
                    folder: configuration.path(of: configuration.artifacts), engine: info.kind,
                    configuration: configuration.digest),
                observers: [ear],
                probes: { (try? factory.probes(of: $0)) ?? ServiceProbes(liveness: []) }))
        let watch = Task { await station.run() }
        let result: Result<String, any Error>
        do {
            result = .success(try await ear.answer(to: input, from: station, service: spec))
        } catch {
            result = .failure(error)
        }
        watch.cancel()
        await watch.value
        await network.stop()
        Console.result(try result.get())
    }
}

/// Waits for what a watch says to a person's command.
private final class PersonEar: WatchObserver {
    private struct Heard {
        var status: ServiceStatus?
        var answer: String?
        var failure: LabError?
    }

    private let heard = Mutex(Heard())

    func stands(_ status: ServiceStatus) { heard.withLock { $0.status = status } }

    func announced(_ service: String, _ announcement: Announcement, at moment: Moment) {
        heard.withLock { heard in
            switch announcement {
            case .promoted(let image): heard.answer = "\(service): \(image) is known good"
            case .declined(let why): heard.failure = LabError(.badInput, "\(service): \(why).")
            case .closed(_, .healed): heard.answer = "\(service): rolled back, and healthy"
            case .closed(_, .escalated(let reason)):
                heard.failure = LabError(
                    .notHealed, "\(service): \(reason.rawValue.replacing("_", with: " ")).")
            case .closed(_, .superseded(let reason)):
                heard.failure = LabError(
                    .notHealed, "\(service): \(reason.rawValue.replacing("_", with: " ")).")
            case .closed(_, .recovered): heard.answer = "\(service): healthy"
            default: break
            }
        }
    }

    func troubled(_ service: String, _ message: String) {
        heard.withLock { $0.failure = LabError(.software, "\(service): \(message)") }
    }

    func answer(to input: WardenInput, from station: WatchStation, service: ServiceSpec) async throws
        -> String
    {
        // The watch has to know its container first.
        try await wait(.seconds(15), "the engine did not tell of \(service.container)") {
            $0.status?.image != nil || $0.status?.holds.contains(.absent) == true
        }
        heard.withLock {
            $0.answer = nil
            $0.failure = nil
        }
        guard await station.tell(service.name, input) else {
            throw LabError(.software, "the watch of \(service.name) did not begin.")
        }
        if case .resume = input {
            try await Task.sleep(for: .milliseconds(200))
            if let failure = heard.withLock(\.failure) { throw failure }
            return "\(service.name): the watchdog may act again"
        }
        let limit = service.policy.verificationLimit + .seconds(90)
        try await wait(limit, "\(service.name) gave no answer in time") {
            $0.answer != nil || $0.failure != nil
        }
        return try heard.withLock { heard in
            if let failure = heard.failure { throw failure }
            return heard.answer ?? ""
        }
    }

    private func wait(_ limit: Duration, _ message: String, _ holds: @Sendable (Heard) -> Bool) async throws {
        let deadline = ContinuousClock.now + limit
        while !heard.withLock({ holds($0) }) {
            guard ContinuousClock.now < deadline else { throw LabError(.timedOut, message + ".") }
            try await Task.sleep(for: .milliseconds(50))
        }
    }
}
