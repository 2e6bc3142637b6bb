import Foundation
package import Incident

/// Fork servers of one bundle that share its jobs.
///
/// A server that ends is replaced; a job that ends its server twice counts as killed.
package actor ForkPool {
    /// One server more than there are processors: XCTest waits for its own run loop up to 0.1 s at a time, and tests wait
    /// for what they started, while the processor has nothing else to do.
    package static var usualSize: Int { ProcessInfo.processInfo.activeProcessorCount + 1 }

    package nonisolated let isolation: ForkIsolation
    package nonisolated let setup: ForkSetup
    package nonisolated let size: Int
    private var idle: [ForkServer]
    /// Servers that run or are being started; the rest of ``size`` is started when a job needs it.
    private var count: Int
    private var isStopped = false
    private var waiting: [(id: Int, continuation: CheckedContinuation<Place, any Error>)] = []
    private var lastID = 0

    /// What a job gets that had to wait.
    private enum Place {
        case server(ForkServer)
        case room
    }

    /// Starts the servers; throws what ``ForkServer/start(_:)`` throws.
    package static func start(_ setup: ForkSetup, servers: Int) async throws -> ForkPool {
        let first = try await ForkServer.start(setup)
        return ForkPool(first, size: max(1, servers))
    }

    private init(_ first: ForkServer, size: Int) {
        isolation = first.isolation
        setup = first.setup
        self.size = size
        idle = [first]
        count = 1
    }

    /// Runs a job on the next server that is free.
    ///
    /// Throws `CancellationError` after ending the child, and `LabError` when no server can be started.
    package func run(_ job: ForkJob) async throws -> ForkResult {
        var server = try await acquire()
        var console = ""
        for isLast in [false, true] {
            do {
                let result = try await server.run(job)
                await release(server)
                return result
            } catch let end as ForkServerEnded {
                console = end.console
                await server.stop()
                if isLast { leaveRoom() } else { server = try await startAnother() }
            } catch {
                await server.stop()
                leaveRoom()
                throw error
            }
        }
        return ForkResult(
            job: job, termination: .signalled(9), duration: .zero, waited: .zero, cpu: .zero,
            peakMemoryBytes: 0, console: console, events: "", hits: [], wroteFiles: false, strays: 0,
            wasTooLarge: false, hadNoChild: true, xctestLines: "")
    }

    /// Runs jobs and hands over results as they come, with their positions; ending the stream ends the children.
    package nonisolated func results(
        of jobs: [ForkJob]
    ) -> AsyncThrowingStream<(index: Int, result: ForkResult), any Error> {
        AsyncThrowingStream { stream in
            // Ended by the stream's termination, which comes at the latest when the reader lets go of it.
            let task = Task {
                do {
                    try await forEach(jobs) { stream.yield(($0, $1)) }
                    stream.finish()
                } catch {
                    stream.finish(throwing: error)
                }
            }
            stream.onTermination = { _ in task.cancel() }
        }
    }

    /// Runs jobs and returns their results in the same order.
    package nonisolated func run(_ jobs: [ForkJob]) async throws -> [ForkResult] {
        var results: [Int: ForkResult] = [:]
        try await forEach(jobs) { results[$0] = $1 }
        return jobs.indices.compactMap { results[$0] }
    }

    /// The tests of one framework in the bundle, in the order they run.
    package func listing(of framework: TestEvent.Framework) async throws -> [String] {
        let server = try await acquire()
        do {
            let listing = try await server.listing(of: framework)
            await release(server)
            return listing
        } catch {
            await server.stop()
            leaveRoom()
            throw error
        }
    }

    /// Ends all servers; jobs that wait throw `CancellationError`.
    package func stop() async {
        isStopped = true
        let servers = idle
        idle = []
        count -= servers.count
        for waiter in waiting { waiter.continuation.resume(throwing: CancellationError()) }
        waiting = []
        for server in servers { await server.stop() }
    }

    private nonisolated func forEach(
        _ jobs: [ForkJob], _ body: (Int, ForkResult) -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: (Int, ForkResult).self) { group in
            var next = 0
            func add() {
                guard next < jobs.count else { return }
                let index = next
                next += 1
                group.addTask { (index, try await self.run(jobs[index])) }
            }
            // One more than there are servers, so that none waits for a result to be looked at.
            for _ in 0...size { add() }
            while let (index, result) = try await group.next() {
                add()
                body(index, result)
            }
        }
    }

    // MARK: Servers

    private func acquire() async throws -> ForkServer {
        try Task.checkCancellation()
        if isStopped { throw CancellationError() }
        if let server = idle.popLast() { return server }
        if count < size {
            count += 1
            return try await startAnother()
        }
        lastID += 1
        let id = lastID
        let place = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation {
                (continuation: CheckedContinuation<Place, any Error>) in
                // Cancelled before it began to wait: nobody would wake it.
                if Task.isCancelled {
                    continuation.resume(throwing: CancellationError())
                } else {
                    waiting.append((id, continuation))
                }
            }
        } onCancel: {
            // Not awaited: it only wakes the waiter above, which is.
            Task { await self.giveUp(id) }
        }
        return switch place {
        case .server(let server): server
        case .room: try await startAnother()
        }
    }

    private func giveUp(_ id: Int) {
        guard let index = waiting.firstIndex(where: { $0.id == id }) else { return }
        waiting.remove(at: index).continuation.resume(throwing: CancellationError())
    }

    /// Starts a server in a place that is counted already.
    private func startAnother() async throws -> ForkServer {
        do {
            return try await ForkServer.start(setup)
        } catch {
            leaveRoom()
            throw error
        }
    }

    private func release(_ server: ForkServer) async {
        if isStopped || server.hasEnded {
            await server.stop()
            leaveRoom()
        } else if waiting.isEmpty {
            idle.append(server)
        } else {
            waiting.removeFirst().continuation.resume(returning: .server(server))
        }
    }

    private func leaveRoom() {
        if waiting.isEmpty {
            count -= 1
        } else {
            waiting.removeFirst().continuation.resume(returning: .room)
        }
    }
}
