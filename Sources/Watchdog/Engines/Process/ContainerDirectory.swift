import CSupervise
import Foundation
import Watchdog

/// The directory of one container:
///
///     container.json    what it is
///     launch            the order its supervisor starts the program by
///     run.json          the latest run, alive or not
///     exit-<run>.json   how that run ended; the one before is kept too
///     asked             the run that somebody asked to end last
///     log, log.1        what the program printed
///     fs/               the program's own file system and working directory: kept while the container exists
///     tmp/              emptied at each start
struct ContainerDirectory: Sendable {
    let path: String

    var id: String { String(path[path.index(after: path.lastIndex(of: "/") ?? path.startIndex)...]) }
    var recordPath: String { path + "/container.json" }
    var orderPath: String { path + "/launch" }
    var runPath: String { path + "/run.json" }
    var askedPath: String { path + "/asked" }
    var files: String { path + "/fs" }
    var scratch: String { path + "/tmp" }

    func exitPath(_ run: Int) -> String { "\(path)/exit-\(run).json" }

    /// Leaves word for watchers in other processes that somebody asks for this run's end, which may take its time.
    func ask(forEndOf run: Int) {
        try? Data(String(run).utf8).write(to: URL(fileURLWithPath: askedPath), options: .atomic)
    }

    func isAsked(forEndOf run: Int) -> Bool {
        FileManager.default.contents(atPath: askedPath) == Data(String(run).utf8)
    }

    func record() throws -> ContainerRecord {
        try DurableFile.decode(ContainerRecord.self, from: recordPath)
    }

    /// Throws when the container is gone or its record cannot be read.
    func status() throws -> ContainerStatus {
        let record = try record()
        // Looked at again if a new run began meanwhile; a program that starts that often has no true state anyway.
        for _ in 0..<8 {
            let before = try? DurableFile.decode(RunRecord.self, from: runPath)
            guard let run = before else { return ContainerStatus(record: record, phase: .created) }
            // The supervisor writes the exit before it ends: first life, then the exit, or an exit could be missed.
            let isAlive = Self.isAlive(run)
            let exit = try? DurableFile.decode(ExitRecord.self, from: exitPath(run.run))
            let after = try? DurableFile.decode(RunRecord.self, from: runPath)
            guard after == run else { continue }
            let phase: ContainerStatus.Phase =
                switch (isAlive, exit) {
                case (true, nil): .running(run)
                case (true, let exit?) where exit.asked == .restart && exit.failure == nil:
                    .restarting(run, exit)
                case (_, let exit): .exited(run, exit)
                }
            return ContainerStatus(record: record, phase: phase)
        }
        throw EngineFault(.conflict, "The container '\(record.name)' is being restarted all the time.")
    }

    /// Whether the very supervisor of this run is alive: its number, its start time and the boot are the same.
    static func isAlive(_ run: RunRecord) -> Bool {
        run.boot == BootClock.boot && run.supervisorStart != 0
            && supervise_start_time(run.supervisor) == run.supervisorStart
    }

    /// Puts the end of a run on record whose supervisor is gone, and ends what the program left behind.
    ///
    /// Only under the root's lock. The program itself died with its supervisor; its children may not have.
    func settle(_ run: RunRecord) throws {
        if run.boot == BootClock.boot { supervise_sweep(Self.mark(id: id, run: run.run)) }
        let exit = ExitRecord(
            asked: nil, endedAt: Date().timeIntervalSince1970, exitCode: nil, failure: nil,
            isOutOfMemory: false, run: run.run)
        try DurableFile.encode(exit, to: exitPath(run.run))
    }

    /// In the environment of every process of a run: tells them from all others, whatever their numbers.
    static func mark(id: String, run: Int) -> String { "CONTAINER_RUN=\(id)/\(run)" }
}
