import Foundation
import Incident
import Watchdog
import WatchdogEngines

/// monit over the same service and the same faults, run by hand with files of its own.
///
/// It knows no containers: it is given the service's process id, and start and stop commands that ask the engine.
struct MonitDrill: Sendable {
    private static let timeLimit: Duration = .seconds(45)
    private static let pollInterval: Duration = .milliseconds(5)

    private let program: String
    private let drill: Drill
    private let folder: String
    private var clock: BootClock { BootClock() }

    init(program: String, drill: Drill) throws {
        self.program = program
        self.drill = drill
        folder = drill.folder + "/monit"
    }

    func version() throws -> String {
        let monit = try Child(program, ["-V"], prints: true)
        let text = String(decoding: monit.output?.readDataToEndOfFile() ?? Data(), as: UTF8.self)
        monit.end()
        let word = text.split(whereSeparator: \.isWhitespace).first { $0.first?.isNumber == true }
        return "monit \(word ?? "")"
    }

    /// All runs under one monit, as one would have it.
    func runs(
        _ kind: Drill.Kind, count: Int, delay: @Sendable (Int) -> Duration, tell: (Int, DrillRun) -> Void
    ) async throws -> DrillFigures {
        try await drill.deploy(kind)
        try await prepare()
        let monit = try Child(program, ["-I", "-c", folder + "/monitrc"])
        defer { monit.end() }
        var runs: [DrillRun] = []
        for number in 1...max(count, 1) {
            let pause = delay(number)
            // Any restart before is over for monit as well.
            try await Task.sleep(for: .seconds(4) + pause)
            guard monit.isRunning else {
                throw LabError(.software, "monit ended.", hint: read("monit.log"))
            }
            let run = try await withTimeLimit { try await play(kind, delay: pause) }
            tell(number, run)
            runs.append(run)
        }
        return DrillFigures(runs: runs)
    }

    private func play(_ kind: Drill.Kind, delay: Duration) async throws -> DrillRun {
        let acts = read("acts").count
        let logged = read("monit.log").count
        let fault = try await drill.fail(kind)
        async let answered = drill.answersAgain()
        let detected = try await wait { read("acts").count > acts }
        let word = kind == .crash ? "process is running with pid" : "connection succeeded"
        let verified = try await wait { read("monit.log").dropFirst(logged).contains(word) }
        func seconds(_ moment: BootInstant) -> Double { fault.duration(to: moment).inSeconds }
        return DrillRun(
            offset: delay.inSeconds, event: nil, detected: seconds(detected), acted: nil,
            answered: seconds(try await answered), verified: seconds(verified), floor: nil)
    }

    private func wait(until holds: () -> Bool) async throws -> BootInstant {
        while !holds() { try await Task.sleep(for: Self.pollInterval) }
        return clock.now
    }

    private func withTimeLimit(
        _ work: @escaping @Sendable () async throws -> DrillRun
    ) async throws -> DrillRun {
        try await withThrowingTaskGroup(of: DrillRun.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: Self.timeLimit)
                throw LabError(
                    .timedOut, "monit did not heal the service in time.",
                    hint: String(read("monit.log").suffix(2000)))
            }
            defer { group.cancelAll() }
            guard let run = try await group.next() else { throw CancellationError() }
            return run
        }
    }

    // MARK: - Files

    private func prepare() async throws {
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try write("labapp.pid", "\(try await drill.processID())\n")
        try write("monit.log", "")
        try write("acts", "")
        let socket = drill.docker.socket.path
        let engine = "curl -s --unix-socket '\(socket)' http://engine/containers/\(Drill.service)"
        try write(
            "act",
            """
            #!/bin/sh
            echo "$1" >>'\(folder)/acts'
            \(engine)/"$1"?t=10 -X POST
            [ "$1" = start ] && \(engine)/json | sed -n 's/.*"Pid":\\([0-9]*\\).*/\\1/p' >'\(folder)/labapp.pid'
            exit 0

            """)
        try write(
            "monitrc",
            """
            set daemon 1
            set log \(folder)/monit.log
            set pidfile \(folder)/monit.pid
            set idfile \(folder)/monit.id
            set statefile \(folder)/monit.state
            check process labapp with pidfile \(folder)/labapp.pid
              start program = "/bin/sh \(folder)/act start" with timeout 1 seconds
              stop program = "/bin/sh \(folder)/act stop" with timeout 15 seconds
              if failed host 127.0.0.1 port \(drill.port) protocol http request "/healthz" with timeout 1 seconds
                for \(drill.policy.failureThreshold) cycles then restart

            """)
        // It refuses a control file that others may read.
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: folder + "/monitrc")
    }

    private func write(_ name: String, _ text: String) throws {
        try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }

    private func read(_ name: String) -> String {
        (try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)) ?? ""
    }
}
