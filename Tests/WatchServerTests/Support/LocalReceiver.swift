import Foundation
import Hummingbird
import HTTPTypes
import ServiceLifecycle
import Synchronization

/// The other end of a webhook: answers by a script, and keeps what it got.
struct LocalReceiver: Sendable {
    struct Received: Sendable {
        var path: String
        var headers: [String: String]
        var body: Data
    }

    let url: String
    let received: Recorder<Received>

    /// - Parameter statuses: for the first requests; later ones get 202.
    static func run(
        statuses: [Int] = [], headers: HTTPFields = [:], _ body: (LocalReceiver) async throws -> Void
    ) async throws {
        let received = Recorder<Received>()
        let script = Mutex(statuses)
        let router = Router()
        router.post("**") { request, _ in
            let bytes = try await request.body.collect(upTo: 1024 * 1024)
            var all: [String: String] = [:]
            for field in request.headers { all[field.name.canonicalName] = field.value }
            received.add(Received(path: request.uri.path, headers: all, body: Data(bytes.readableBytesView)))
            let status = script.withLock { $0.isEmpty ? 202 : $0.removeFirst() }
            return Response(status: .init(code: status), headers: headers)
        }
        let (ports, port) = AsyncStream<Int>.makeStream()
        let app = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { port.yield($0.localAddress?.port ?? 0) }, logger: LiveServer.quiet)
        let services = ServiceGroup(configuration: .init(services: [app], logger: LiveServer.quiet))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            for await number in ports {
                do {
                    try await body(LocalReceiver(url: "http://127.0.0.1:\(number)/hook", received: received))
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
}
