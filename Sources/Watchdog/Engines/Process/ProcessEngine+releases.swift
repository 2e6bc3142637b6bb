import Foundation
import Watchdog

/// What a container engine has other tools for: bringing images in, running them, sending signals.
extension ProcessEngine {
    /// Copies a directory with a `release.json` into the store: its digest, and a tag for it where one is given.
    package func install(release directory: String, reference: String? = nil) async throws -> String {
        try await change { [releases] _ in
            let digest = try releases.install(directory)
            if let reference { try releases.tag(digest, as: reference) }
            return digest
        }
    }

    /// Creates and starts a container: its id. A container whose program cannot be started is not left behind.
    package func run(
        name: String, reference: String, settings: ProcessSettings = ProcessSettings()
    ) async throws -> String {
        let id = try await change { [self] _ in
            try make(
                name: name, image: reference, reference: reference.hasPrefix("sha256:") ? "" : reference,
                settings: settings)
        }
        do {
            _ = try await start(id)
        } catch {
            _ = try? await remove(id)
            throw error
        }
        return id
    }

    /// Sends a signal to the program's group; one that ends programs counts as asked for by whoever listens.
    package func signal(_ word: String, _ number: Int32) async throws {
        try await change { [self] _ in
            let directory = try root.directory(word)
            let status = try directory.status()
            guard status.isUp, let run = status.run, let link = SupervisorLink(run) else {
                throw EngineFault(.conflict, "'\(status.record.name)' is not running.")
            }
            if [SIGTERM, SIGKILL, SIGINT, SIGQUIT].contains(number) {
                watcher.request(status)
                directory.ask(forEndOf: run.run)
            }
            try link.signal(number)
        }
    }
}
