import Incident
import RuntimeFaults
import Watchdog

extension RuntimeDemo {
    /// Whether a fault can be played to a healer that is not the lab's: nobody can cut a command's line to the engine.
    package var canHandOver: Bool { !options.fault.provocations.contains(.cutEngine) }

    /// Breaks the service as ``run()`` does, and hands it to somebody else instead of the watchdog.
    ///
    ///     install good, current ─► run good ─► deploy current ─► provoke ─► heal ─► end
    ///
    /// - Throws: what `heal` throws, and `LabError` when the service does not run before anything is done to it.
    package func handOver(to heal: (DemoHandover) async throws -> Void) async throws {
        let stage = options.stage
        do {
            try await handOverInPlace(to: heal)
            await stage.tearDown()
        } catch {
            // Whatever ended the play, its containers must not stay behind.
            await Task { await stage.tearDown() }.value
            throw error
        }
    }

    private func handOverInPlace(to heal: (DemoHandover) async throws -> Void) async throws {
        let fault = options.fault
        let stage = options.stage
        let (good, new) = try await install()
        if fault.setup.hasDependency { try await stage.deploy(dependencyService(), image: good) }
        try await stage.deploy(service(), image: good)
        try await waitUntilWell()
        try await stage.deploy(service(), image: new)
        await options.reached(.deployed)
        // What is waited for after the last provocation is the watchdog's time, and now the healer's.
        let last = fault.provocations.lastIndex {
            if case .wait = $0 { false } else { true }
        }
        if let last {
            try await waitUntilWell()
            var story = DemoStory(tell: options.tell)
            _ = try await provoke(
                Array(fault.provocations[...last]), line: CuttableEngine(stage.engine), story: &story)
        }
        try await heal(
            DemoHandover(
                service: Self.service, healthURL: base + "/healthz", reference: Self.reference,
                goodReference: Self.goodReference, goodDigest: good))
        await options.reached(.ended)
    }

    private func waitUntilWell() async throws {
        for _ in 0..<100 {
            if await options.send("GET", base + "/healthz")?.status == 200 { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw LabError(
            .software, "the sample service did not run well within 10 s before anything was done to it.")
    }
}
