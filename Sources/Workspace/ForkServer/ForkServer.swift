import Foundation
package import Incident

/// A test bundle that is started once and copies itself for each job, within milliseconds.
///
///     bundle, linked with libForkServer.so ── starts, stops short of its tests
///       └ child: the job's candidates switched on, its filters as arguments, isolated; runs the tests; ends
///
/// One job at a time; ``ForkPool`` runs several servers. Linux only.
package actor ForkServer {
    package nonisolated let isolation: ForkIsolation
    package nonisolated let setup: ForkSetup
    #if os(Linux)
        private static let protocolVersion: Int64 = 3
        private nonisolated let channel: ForkChannel
        private nonisolated let directory: String
        /// Where children start when they have no file systems of their own; nil when they have.
        private nonisolated let copy: ForkCopy?
        private let startTicks: Int
        /// Blocking calls of this server, one after the other.
        private nonisolated let queue: DispatchQueue
    #endif

    /// Starts a server and waits until it serves.
    ///
    /// Throws `LabError`: `unavailable` where there is no fork server, or when the bundle does not start or is not
    /// linked with it.
    package static func start(_ setup: ForkSetup) async throws -> ForkServer {
        #if os(Linux)
            do {
                return try await launch(setup)
            } catch let error as ForkServerEnded {
                throw LabError(.unavailable, "'\(setup.bundle)' does not serve.", underlying: error)
            }
        #else
            throw LabError(.unavailable, "The fork server needs Linux.")
        #endif
    }

    #if os(Linux)
        private static func launch(_ setup: ForkSetup) async throws -> ForkServer {
            // Any other bundle would run its tests instead, where it stands.
            guard try Files.contains("libForkServer", in: setup.bundle) else {
                throw LabError(
                    .unavailable, "'\(setup.bundle)' is not linked with the library ForkServer.")
            }
            let directory = setup.scratch + "/" + UUID().uuidString
            try Files.makeDirectory(directory)
            let ticks = ProcessTable.ticksNow()
            let queue = DispatchQueue(label: "fork-server")
            do {
                var reason: String?
                if setup.mayUseNamespaces {
                    let (channel, hello) = try await greet(
                        setup, on: queue, directory: directory, environment: setup.environment, copy: nil)
                    if hello.numbers == [Self.protocolVersion, 1] {
                        return ForkServer(
                            .full, setup, channel: channel, directory: directory, copy: nil,
                            startTicks: ticks, queue: queue)
                    }
                    reason = String(decoding: hello.text, as: UTF8.self)
                }
                // Its environment cannot be changed any more, so another one is started.
                let copy = ForkCopy(source: setup.tree, directory: directory)
                try copy.restore()
                let (channel, hello) = try await greet(
                    setup, on: queue, directory: directory,
                    environment: copy.environment.merging(setup.environment) { $1 }, copy: copy)
                guard hello.numbers.first == Self.protocolVersion else {
                    throw LabError(.software, "The bundle is linked with another version of the fork server.")
                }
                return ForkServer(
                    .partial(reason: reason ?? String(decoding: hello.text, as: UTF8.self)), setup,
                    channel: channel, directory: directory, copy: copy, startTicks: ticks, queue: queue)
            } catch {
                try? Files.remove(directory)
                throw error
            }
        }

        private static func greet(
            _ setup: ForkSetup, on queue: DispatchQueue, directory: String, environment: [String: String],
            copy: ForkCopy?
        ) async throws -> (ForkChannel, ForkFrame) {
            let frame = ForkPlaces(setup: setup, directory: directory, copy: copy).frame
            func attempt(bindsEarly: Bool) async throws -> (ForkChannel, ForkFrame) {
                let channel = try ForkChannel(
                    setup: setup, environment: environment, bindsEarly: bindsEarly)
                let hello = try await blocking(on: queue, channel: channel) {
                    try channel.exchange(frame, patience: .seconds(30)) { _ in }
                }
                return (channel, hello)
            }
            do {
                return try await attempt(bindsEarly: true)
            } catch is ForkServerEnded {
                // A bundle may lack a symbol that it never uses.
                return try await attempt(bindsEarly: false)
            }
        }

        private init(
            _ isolation: ForkIsolation, _ setup: ForkSetup, channel: ForkChannel, directory: String,
            copy: ForkCopy?, startTicks: Int, queue: DispatchQueue
        ) {
            self.isolation = isolation
            self.setup = setup
            self.channel = channel
            self.directory = directory
            self.copy = copy
            self.startTicks = startTicks
            self.queue = queue
        }

        /// Runs a blocking body on the queue; cancellation hangs up, which ends the body.
        private static func blocking<Value: Sendable>(
            on queue: DispatchQueue, channel: ForkChannel, _ body: @escaping @Sendable () throws -> Value
        ) async throws -> Value {
            try Task.checkCancellation()
            let result: Result<Value, any Error> = await withTaskCancellationHandler {
                await withCheckedContinuation { continuation in
                    queue.async { continuation.resume(returning: Result(catching: body)) }
                }
            } onCancel: {
                channel.hangUp()
            }
            if case .failure = result { try Task.checkCancellation() }
            return try result.get()
        }
    #else
        private init(_ setup: ForkSetup) {
            self.isolation = .partial(reason: "there is no fork server")
            self.setup = setup
        }
    #endif

    /// Runs a job in a child of its own.
    ///
    /// A child that fails, crashes or is killed for a limit is a result. Throws `CancellationError`, and an error when the
    /// server ended; in both cases the server is of no use any more.
    package func run(_ job: ForkJob) async throws -> ForkResult {
        #if os(Linux)
            guard job.active.count <= ForkJob.mostChoices else {
                throw LabError(.software, "\(job.active.count) candidates cannot be active at once.")
            }
            let channel = channel
            let copy = copy
            let setup = setup
            return try await Self.blocking(on: queue, channel: channel) {
                try Self.run(
                    job, arguments: job.arguments(bundle: setup.bundle, eventPath: channel.eventPath),
                    setup: setup, channel: channel, copy: copy)
            }
        #else
            throw LabError(.unavailable, "The fork server needs Linux.")
        #endif
    }

    /// The tests of one framework in the bundle, in the order they run.
    ///
    /// Throws `LabError` with code `testsFail` when the bundle cannot list them.
    package func listing(of framework: TestEvent.Framework) async throws -> [String] {
        #if os(Linux)
            let isXCTest = framework == .xctest
            let job = ForkJob(
                framework: framework, tests: [], listing: [], wall: .seconds(60), wantsEvents: false)
            let arguments =
                [setup.bundle] + (isXCTest ? [] : ["--testing-library", "swift-testing"]) + ["--list-tests"]
            let channel = channel
            let copy = copy
            let setup = setup
            let result = try await Self.blocking(on: queue, channel: channel) {
                try Self.run(job, arguments: arguments, setup: setup, channel: channel, copy: copy)
            }
            // Swift Testing exits with EX_UNAVAILABLE when it has no test.
            guard result.termination.isSuccess || result.termination == .exited(69) && !isXCTest else {
                let said = result.console.components(separatedBy: "Current stack trace:")[0].suffix(2000)
                throw LabError(.testsFail, "The tests' process ends before the first test: \(said)")
            }
            return isXCTest
                ? TestListings.parseXCTest(result.console) : TestListings.parseSwiftTesting(result.console)
        #else
            throw LabError(.unavailable, "The fork server needs Linux.")
        #endif
    }

    /// It does not take jobs any more.
    package nonisolated var hasEnded: Bool {
        #if os(Linux)
            channel.isClosed
        #else
            true
        #endif
    }

    /// Ends the server and everything it started.
    package func stop() async {
        #if os(Linux)
            channel.hangUp()
            let channel = channel
            await withCheckedContinuation { continuation in
                queue.async { continuation.resume(returning: channel.waitForEnd()) }
            }
            if isolation != .full {
                await ProcessTable.killStrays(markedWith: channel.mark.text, since: startTicks)
            }
            try? Files.remove(directory)
        #endif
    }

    #if os(Linux)
        private static func run(
            _ job: ForkJob, arguments: [String], setup: ForkSetup, channel: ForkChannel, copy: ForkCopy?
        ) throws -> ForkResult {
            channel.clear(hits: job.recordsHits)
            let console = SharedConsole(limitBytes: setup.limits.consoleBytes)
            let monitor = job.framework == .xctest ? TestMonitor(eventPath: nil, reportPath: "") : nil
            var numbers: [Int64] = [
                job.recordsHits ? 1 : 0, job.wall.nanoseconds, job.cpu?.nanoseconds ?? 0,
                Int64(job.active.count),
            ]
            for choice in job.active { numbers += [Int64(choice.unit), Int64(choice.number)] }
            let answer = try channel.exchange(
                ForkFrame(numbers: numbers, strings: arguments), patience: job.wall + .seconds(30)
            ) { bytes in
                console.append(bytes)
                monitor?.received(bytes)
            }
            guard answer.numbers.count == 8 else { throw ForkServerEnded(console: console.text) }
            let numbersOut = answer.numbers
            let code = Int32(truncatingIfNeeded: numbersOut[1])
            let termination: Termination =
                switch numbersOut[0] {
                case 0: .exited(code)
                case 1: .signalled(code)
                case 2: .timedOut
                default: .signalled(SIGKILL)
                }
            let wroteFiles = numbersOut[5] != 0
            if wroteFiles { try copy?.restore() }
            return ForkResult(
                job: job, termination: termination, duration: .nanoseconds(numbersOut[2]),
                waited: .nanoseconds(numbersOut[7]), cpu: .nanoseconds(numbersOut[3]),
                peakMemoryBytes: Int(numbersOut[4]), console: console.text,
                events: job.framework == .swiftTesting && job.wantsEvents ? channel.eventStream : "",
                hits: job.recordsHits ? channel.reached : [], wroteFiles: wroteFiles,
                strays: Int(numbersOut[6]), wasTooLarge: numbersOut[0] == 3,
                xctestLines: monitor?.xctestLines ?? "")
        }
    #endif
}

extension Duration {
    var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
    }
}
