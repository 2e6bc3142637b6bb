import AsyncHTTPClient
import Foundation
import Hummingbird
import Incident
import Logging
import NIOCore
import NIOHTTP1
import ServiceLifecycle
import Synchronization
import Watchdog
import WatchdogServer

/// The watch's pages on a free port of this machine.
struct LiveServer: Sendable {
    struct Answer {
        var status: Int
        var headers: [String: String]
        var body: String
    }

    let port: Int
    let board: WatchBoard
    let registry: PrometheusRegistry
    let observer: MetricsObserver
    let commands: Recorder<String>

    static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    static func run(
        reports: String? = nil, events: Int = 10_000, heartbeat: Duration = .seconds(15),
        stallLimit: Duration = .seconds(10), health: @escaping @Sendable () -> WatchHealth = { .ok },
        outcome: CommandOutcome = .accepted("on its way"), _ body: (LiveServer) async throws -> Void
    ) async throws {
        let registry = PrometheusRegistry()
        let board = WatchBoard(reports: reports, events: events, factory: registry, wall: Samples.wall)
        let observer = MetricsObserver(factory: registry, version: "1.0.0")
        let commands = Recorder<String>()
        let (ports, port) = AsyncStream<Int>.makeStream()
        let server = WatchServer(
            address: ListenAddress(port: 0), board: board, metrics: registry, pages: PlainPages(),
            health: health,
            command: { service, command in
                commands.add("\(service) \(command)")
                return outcome
            },
            reload: {
                commands.add("reload")
                return outcome
            },
            heartbeat: heartbeat, stallLimit: stallLimit, logger: quiet, onListening: { port.yield($0) })
        let services = ServiceGroup(configuration: .init(services: [server], logger: quiet))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { port.finish() }
                try await services.run()
            }
            for await number in ports {
                let live = LiveServer(
                    port: number, board: board, registry: registry, observer: observer, commands: commands)
                do {
                    try await body(live)
                } catch {
                    await services.triggerGracefulShutdown()
                    throw error
                }
                await services.triggerGracefulShutdown()
                break
            }
            try await group.waitForAll()
        }
    }

    func request(
        _ path: String, method: String = "GET", headers: [(String, String)] = [], body: String? = nil
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
        request.method = .init(rawValue: method)
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        if let body { request.body = .bytes(Data(body.utf8)) }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(10))
        let bytes = try await response.body.collect(upTo: 64 * 1024 * 1024)
        var all: [String: String] = [:]
        for header in response.headers { all[header.name.lowercased()] = header.value }
        return Answer(status: Int(response.status.code), headers: all, body: String(buffer: bytes))
    }

    func command(_ path: String, body: String? = nil, headers: [(String, String)] = []) async throws -> Answer
    {
        try await request(path, method: "POST", headers: [("X-Lab-Watch", "1")] + headers, body: body)
    }

    func scrape() async throws -> ScrapeReader { try ScrapeReader(try await request("/metrics").body) }
}

/// Keeps what it is told, in order.
final class Recorder<Element: Sendable>: Sendable {
    private let list = Mutex<[Element]>([])
    private let stream: AsyncStream<Element>
    private let feed: AsyncStream<Element>.Continuation

    init() { (stream, feed) = AsyncStream.makeStream() }

    func add(_ element: Element) {
        list.withLock { $0.append(element) }
        feed.yield(element)
    }

    var all: [Element] { list.withLock { $0 } }

    /// Waits for so many more.
    func next(_ count: Int = 1) async -> [Element] {
        var result: [Element] = []
        for await element in stream {
            result.append(element)
            if result.count == count { break }
        }
        return result
    }
}
