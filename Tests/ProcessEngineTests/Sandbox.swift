import Foundation
import Watchdog
import WatchdogEngines

/// A root of its own for one test, with nothing left running after it.
struct Sandbox: Sendable, Codable {
    let path: String

    init() {
        path = NSTemporaryDirectory() + "process-engine-\(UInt64.random(in: 0 ... .max))"
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    var root: String { path + "/root" }
    var engine: ProcessEngine { ProcessEngine(root: root) }

    /// A release whose program is this shell script.
    func release(
        _ script: String, named name: String = "release", environment: [String: String] = [:],
        arguments: [String] = []
    ) throws -> String {
        let directory = "\(path)/\(name)"
        try? FileManager.default.removeItem(atPath: directory)
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(fileURLWithPath: directory + "/program"))
        chmod(directory + "/program", 0o755)
        let manifest = ReleaseManifest(command: "program", arguments: arguments, environment: environment)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        try encoder.encode(manifest).write(to: URL(fileURLWithPath: directory + "/release.json"))
        return directory
    }

    /// Installs a script, tags it, and runs it as `web`.
    func run(
        _ script: String, settings: ProcessSettings = ProcessSettings(stopTimeout: .milliseconds(500))
    ) async throws -> String {
        _ = try await engine.install(release: release(script), reference: "web:current")
        return try await engine.run(name: "web", reference: "web:current", settings: settings)
    }

    func container(_ name: String = "web") async throws -> Container? {
        try await engine.list().first { $0.name == name }
    }

    /// Number of the program's process.
    func program(_ id: String) throws -> pid_t { try field("program", id) }

    func supervisor(_ id: String) throws -> pid_t { try field("supervisor", id) }

    private func field(_ name: String, _ id: String) throws -> pid_t {
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(root)/containers/\(id)/run.json"))
        let values = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        return pid_t(truncatingIfNeeded: values?[name] as? Int ?? 0)
    }

    func read(_ file: String, of id: String) -> String? {
        try? String(contentsOfFile: "\(root)/containers/\(id)/\(file)", encoding: .utf8)
    }

    func remove() async {
        for container in (try? await engine.list()) ?? [] {
            _ = await engine.perform(.stop(id: container.id, timeout: .zero))
        }
        let remover = Process()
        remover.executableURL = URL(fileURLWithPath: "/bin/rm")
        remover.arguments = ["-rf", path]
        try? remover.run()
        remover.waitUntilExit()
    }

    static func with<Value>(_ body: (Sandbox) async throws -> Value) async throws -> Value {
        let sandbox = Sandbox()
        do {
            let value = try await body(sandbox)
            await sandbox.remove()
            return value
        } catch {
            await sandbox.remove()
            throw error
        }
    }
}

/// Whether a condition came true in time; looks every 2 ms.
func eventually(_ limit: Duration = .seconds(10), _ condition: () async throws -> Bool) async throws -> Bool {
    let deadline = ContinuousClock.now.advanced(by: limit)
    while ContinuousClock.now < deadline {
        if try await condition() { return true }
        try await Task.sleep(for: .milliseconds(2))
    }
    return try await condition()
}

/// Whether a process runs; a zombie does not.
func isAlive(_ pid: pid_t) -> Bool {
    guard let text = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
        let end = text.lastIndex(of: ")")
    else { return false }
    return !"ZX".contains(text[text.index(end, offsetBy: 2)])
}

/// Collects events in the background until it is told to stop.
actor EventLog {
    private(set) var events: [(EngineEvent, ContinuousClock.Instant)] = []
    private var task: Task<Void, Never>?

    /// Awaited by nobody: `stop` cancels it.
    func listen(to engine: ProcessEngine) {
        let stream = engine.events()
        task = Task { [weak self] in
            do {
                for try await event in stream { await self?.add(event) }
            } catch {}
        }
    }

    private func add(_ event: EngineEvent) { events.append((event, .now)) }

    func stop() { task?.cancel() }

    var kinds: [EngineEvent.Kind] { events.map(\.0.kind) }

    func time(of kind: EngineEvent.Kind) -> ContinuousClock.Instant? { events.first { $0.0.kind == kind }?.1 }

    func clear() { events = [] }
}
