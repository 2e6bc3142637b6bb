import Doctor
import Foundation
import Incident
import Watchdog
import WatchdogEngines
import Workspace

/// Looks at this machine; what it finds, the checks judge.
struct MachineProbe {
    /// Where private copies would be kept; it need not exist.
    let work: String
    /// The engine's socket; nil takes what the `docker` command would.
    let socket: String?
    var runner: any ProcessRunner = SubprocessRunner()

    func facts() async -> MachineFacts {
        let temporary = FolderProbe.look(at: FileManager.default.temporaryDirectory.path)
        let swift = await version(of: "swift")
        let pkgConfig = await version(of: "pkg-config")
        return MachineFacts(
            swift: swift, trial: await trial(swift, temporary), git: await version(of: "git"),
            libgit2: GitLibrary.version, pkgConfig: pkgConfig,
            libraries: pkgConfig == .missing ? [:] : await libraries(["libgit2", "sqlite3"]),
            curl: await version(of: "curl"), engine: await engine(), work: FolderProbe.look(at: work),
            temporary: temporary, isolation: isolation(temporary), installer: Self.installer)
    }

    private func version(of program: String) async -> MachineFacts.Tool {
        do {
            let result = try await run(program, ["--version"], limit: .seconds(30))
            let line = Self.firstLine(of: result.console) { !$0.isEmpty && !$0.hasPrefix("swift-driver") }
            if result.termination.isSuccess, let line { return .version(line) }
            return .broken(line ?? "it ends without a word")
        } catch let error as LabError where error.code == .unavailable {
            return .missing
        } catch {
            return .broken((error as? LabError)?.message ?? "\(error)")
        }
    }

    /// Compiles, links and runs a program that imports both testing libraries.
    private func trial(_ swift: MachineFacts.Tool, _ temporary: MachineFacts.Folder) async
        -> MachineFacts.Trial
    {
        guard case .version = swift, temporary.problem == nil else { return .untried }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lab-doctor-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appendingPathComponent("main.swift")
        let product = folder.appendingPathComponent("trial")
        let started = ContinuousClock.now
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data("import Testing\nimport XCTest\n\nprint(XCTestCase.self, Issue.self)\n".utf8).write(
                to: source)
            let built = try await run("swiftc", ["-o", product.path, source.path], limit: .seconds(300))
            guard built.termination.isSuccess else { return .failed(Self.complaint(of: built)) }
            let ran = try await run(product.path, [], limit: .seconds(60))
            guard ran.termination.isSuccess else { return .failed(Self.complaint(of: ran)) }
            return .passed(ContinuousClock.now - started)
        } catch {
            return .failed((error as? LabError)?.message ?? "\(error)")
        }
    }

    private func libraries(_ names: [String]) async -> [String: String] {
        var found: [String: String] = [:]
        for name in names {
            guard let result = try? await run("pkg-config", ["--modversion", name], limit: .seconds(30)),
                result.termination.isSuccess
            else { continue }
            found[name] = Self.firstLine(of: result.console)
        }
        return found
    }

    private func engine() async -> MachineFacts.Engine {
        let address: EngineSocket
        do {
            address =
                try socket.map { try EngineSocket(parsing: $0) }
                ?? EngineSocket.resolve(environment: ProcessInfo.processInfo.environment)
        } catch {
            return .badSetting((error as? EngineFault)?.message ?? "\(error)")
        }
        guard FileManager.default.fileExists(atPath: address.path) else { return .noSocket(address.path) }
        do {
            let info = try await DockerEngine(socket: address).hello()
            return .answers(socket: address.path, title: info.title, version: info.api)
        } catch {
            return .silent(
                socket: address.path,
                reason: (EngineOptions.readable(error) as? LabError)?.message ?? "\(error)")
        }
    }

    private func isolation(_ temporary: MachineFacts.Folder) -> MachineFacts.Isolation {
        #if os(Linux)
            guard let library = CodeOptions.forkServer else { return .noLibrary }
            switch ForkIsolation.found(library: library, in: temporary.path) {
            case .full: return .full
            case .partial(let reason): return .partial(reason)
            case nil: return .partial("it could not be tried")
            }
        #else
            return .notLinux
        #endif
    }

    private func run(_ program: String, _ arguments: [String], limit: Duration) async throws -> ProcessResult
    {
        try await runner.run(Command(program, arguments, limits: ProcessLimits(wall: limit)))
    }

    private static var installer: MachineFacts.Installer {
        let path = ProcessInfo.processInfo.environment["PATH"]
        if FileManager.default.fileExists(atPath: "/etc/debian_version") { return .apt }
        return CleanEnvironment.executable(named: "brew", path: path) == nil ? .unknown : .brew
    }

    private static func firstLine(
        of text: String, where isWanted: (Substring) -> Bool = { !$0.isEmpty }
    ) -> String? {
        text.split(separator: "\n").first(where: isWanted).map { String($0.prefix(200)) }
    }

    /// The line that says what is wrong, else the last one.
    private static func complaint(of result: ProcessResult) -> String {
        firstLine(of: result.console) { $0.contains("error:") }
            ?? result.console.split(separator: "\n").last.map { String($0.prefix(200)) }
            ?? "it ends without a word"
    }
}
