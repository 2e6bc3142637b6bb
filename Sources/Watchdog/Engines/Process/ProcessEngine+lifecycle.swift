import CSupervise
import Foundation
import Watchdog

extension ProcessEngine {
    /// How often a supervisor's progress is looked at while a call waits for it.
    private static let pause: Duration = .milliseconds(5)

    // MARK: - Start, stop, restart

    func start(_ word: String) async throws -> EngineReply {
        try await change { [self] lock in
            try launch(try root.directory(word), lock)
        }
        return .done(id: nil)
    }

    /// Starts a program, unless it runs. Under the root's lock.
    private func launch(_ directory: ContainerDirectory, _ lock: RootLock) throws {
        let status = try directory.status()
        if status.isUp { return }
        if case .exited(let run, nil) = status.phase { try directory.settle(run) }
        try writeOrder(directory, status)
        var stage: Int32 = 0
        let error = supervise_launch(
            directory.path, lock.descriptor, Int32(Self.startLimit.wholeMilliseconds), &stage)
        guard error != 0 else { return }
        let name = status.record.name
        if error == ETIMEDOUT {
            throw EngineFault(.timedOut, "The program of '\(name)' was not running after \(Self.startLimit).")
        }
        errno = error
        switch UInt32(stage) {
        case SUPERVISE_PROGRAM.rawValue:
            let manifest = try? ReleaseStore.manifest(in: releases.path(of: status.record.image))
            throw EngineFault(.refused, DurableFile.fault("execute", manifest?.command ?? name).message)
        case SUPERVISE_PREPARE.rawValue where error == EBUSY:
            if try directory.status().isUp { return }
            throw EngineFault(.conflict, "Another supervisor runs the program of '\(name)'.")
        default: throw DurableFile.fault("start the supervisor in", directory.path)
        }
    }

    private func writeOrder(_ directory: ContainerDirectory, _ status: ContainerStatus) throws {
        let settings = status.record.settings
        let release = try releases.path(of: status.record.image)
        let manifest = try ReleaseStore.manifest(in: release)
        let program = ReleaseStore.program(manifest, in: release)
        let run = max(LaunchOrder.run(at: directory.orderPath), status.run?.run ?? 0) + 1
        let order = LaunchOrder(
            run: run, memoryLimitBytes: settings.memoryLimitBytes, logLimitBytes: settings.logLimitBytes,
            program: program, directory: directory.files, scratch: directory.scratch,
            arguments: [program] + (settings.arguments ?? manifest.arguments),
            environment: environment(of: status.record, manifest, in: directory, run: run))
        try order.write(to: directory.orderPath)
    }

    /// The machine's own environment is no part of it: a program runs the same whoever starts it.
    func environment(
        of record: ContainerRecord, _ manifest: ReleaseManifest, in directory: ContainerDirectory, run: Int
    ) -> [String: String] {
        var all = [
            "HOME": directory.files,
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "TMPDIR": directory.scratch,
        ]
        all.merge(manifest.environment) { $1 }
        all.merge(record.settings.environment) { $1 }
        all["CONTAINER_DIR"] = directory.files
        all["CONTAINER_TMP"] = directory.scratch
        all["CONTAINER_NAME"] = record.name
        let mark = ContainerDirectory.mark(id: record.id, run: run).split(separator: "=", maxSplits: 1)
        all[String(mark[0])] = String(mark[1])
        return all
    }

    func stop(_ word: String, timeout: Duration) async throws -> EngineReply {
        let (directory, last) = try await change { [self] _ in
            let directory = try root.directory(word)
            let status = try directory.status()
            guard status.isUp, let run = status.run, let link = SupervisorLink(run) else {
                if case .exited(let run, nil) = status.phase { try directory.settle(run) }
                return (directory, Int?.none)
            }
            watcher.request(status)
            directory.ask(forEndOf: run.run)
            try link.stop(timeout: timeout)
            // Between two runs, the word reaches the next one.
            if case .restarting = status.phase { return (directory, run.run + 1) }
            return (directory, run.run)
        }
        guard let last else { return .done(id: nil) }
        let reached = try await wait(timeout + Self.stopMargin) {
            guard let status = try? directory.status() else { return true }
            // A later run is somebody else's doing: the one that was to end has ended.
            return !status.isUp || (status.run?.run ?? 0) > last
        }
        return reached ? .done(id: nil) : .unknown(late("stop", word))
    }

    func restart(_ word: String, timeout: Duration) async throws -> EngineReply {
        let (directory, run) = try await change { [self] lock in
            let directory = try root.directory(word)
            let status = try directory.status()
            guard status.isUp, let run = status.run, let link = SupervisorLink(run) else {
                try launch(directory, lock)
                return (directory, RunRecord?.none)
            }
            // The supervisor reads the order when the program has ended: nothing of the restart is left to be done
            // here, should this process end now.
            try writeOrder(directory, status)
            watcher.request(status)
            directory.ask(forEndOf: run.run)
            try link.restart(timeout: timeout)
            return (directory, run)
        }
        guard let run else { return .done(id: nil) }
        let reached = try await wait(timeout + Self.stopMargin) { [watcher] in
            guard let status = try? directory.status() else { return true }
            if case .restarting = status.phase { watcher.nudge() }
            return (status.run?.run ?? 0) > run.run || !status.isUp
        }
        guard reached else { return .unknown(late("restart", word)) }
        return try await change { [self] lock in
            let status = try directory.status()
            // It ended by itself in the moment it was asked, and the word was lost with its supervisor.
            if !status.isUp, status.run?.run == run.run, status.exit?.asked != .stop {
                try launch(directory, lock)
            } else if let failure = status.exit?.failure, status.run?.run != run.run {
                errno = failure
                return .refused(
                    EngineFault(.refused, DurableFile.fault("execute", status.record.name).message))
            } else if status.exit?.asked == .stop {
                return .refused(
                    EngineFault(.conflict, "'\(status.record.name)' was stopped while it was restarted."))
            }
            return .done(id: nil)
        }
    }

    private func late(_ verb: String, _ word: String) -> EngineFault {
        EngineFault(.timedOut, "The \(verb) of '\(word)' is not over.")
    }

    /// False when the limit passed. What the supervisor was asked goes on in either case, also when the task is
    /// cancelled.
    private func wait(
        _ limit: Duration, until isReached: @escaping @Sendable () -> Bool
    ) async throws -> Bool {
        let deadline = ContinuousClock.now.advanced(by: limit)
        while true {
            if try await blocking(isReached) {
                watcher.nudge()
                return true
            }
            guard ContinuousClock.now < deadline, (try? await Task.sleep(for: Self.pause)) != nil else {
                return false
            }
        }
    }

    // MARK: - Create, rename, remove

    func create(name: String, like: String, image: String, reference: String) async throws -> EngineReply {
        let id = try await change { [self] _ in
            let model = try root.directory(like).record()
            return try make(name: name, image: image, reference: reference, settings: model.settings)
        }
        return .done(id: id)
    }

    /// Under the root's lock. The directory gets its name when everything is in it.
    func make(name: String, image: String, reference: String, settings: ProcessSettings) throws -> String {
        try check(name: name, for: nil)
        let digest = try releases.digest(for: image)
        // An image that rotted on disk must not be what a service is rolled back to.
        try releases.verify(digest)
        let id = (0..<2).map { _ in String(UInt64.random(in: 0 ... .max) | 1 << 63, radix: 16) }.joined()
        let draft = ContainerDirectory(path: "\(root.containers)/.\(id)")
        let record = ContainerRecord(
            id: id, name: name, image: digest, reference: reference,
            createdAt: Date().timeIntervalSince1970, settings: settings)
        do {
            for (path, mode) in [(draft.path, mode_t(0o755)), (draft.files, 0o755), (draft.scratch, 0o700)] {
                guard mkdir(path, mode) == 0 else { throw DurableFile.fault("create", path) }
            }
            try DurableFile.encode(record, to: draft.recordPath)
            let path = "\(root.containers)/\(id)"
            guard Foundation.rename(draft.path, path) == 0 else { throw DurableFile.fault("create", path) }
            DurableFile.synchronise(directoryOf: path)
        } catch {
            ProcessRoot.remove(draft.path)
            throw error
        }
        return id
    }

    private func check(name: String, for id: String?) throws {
        guard !name.isEmpty, name.count <= 128, name.first?.isLetter == true || name.first?.isNumber == true,
            name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) })
        else {
            throw EngineFault(
                .refused, "'\(name)' is no name: letters, digits, '.', '_' and '-', at most 128 characters.")
        }
        for directory in root.directories() where directory.id != id {
            guard (try? directory.record())?.name != name else {
                throw EngineFault(.conflict, "There is a container '\(name)' already.")
            }
        }
    }

    func rename(_ word: String, to name: String) async throws -> EngineReply {
        try await change { [self] _ in
            let directory = try root.directory(word)
            var record = try directory.record()
            guard record.name != name else { return }
            try check(name: name, for: record.id)
            record.name = name
            try DurableFile.encode(record, to: directory.recordPath)
        }
        return .done(id: nil)
    }

    func remove(_ word: String) async throws -> EngineReply {
        try await change { [self] _ in
            let directory = try root.directory(word)
            let status = try directory.status()
            guard !status.isUp else {
                throw EngineFault(
                    .conflict, "'\(status.record.name)' is running; stop it before it is removed.")
            }
            if case .exited(let run, nil) = status.phase { try directory.settle(run) }
            let trash = "\(root.containers)/.\(status.record.id)"
            guard Foundation.rename(directory.path, trash) == 0 else {
                throw DurableFile.fault("remove", directory.path)
            }
            DurableFile.synchronise(directoryOf: trash)
            ProcessRoot.remove(trash)
        }
        return .done(id: nil)
    }
}
