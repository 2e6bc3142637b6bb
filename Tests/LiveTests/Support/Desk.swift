import Foundation

/// A folder with a configuration in it, and no container engine: containers are supervised processes, of which there
/// are none.
struct Desk {
    let folder: String
    let listen: Int

    var config: String { folder + "/watchdog.yaml" }
    var journal: String { folder + "/watchdog.sqlite" }

    static func with(_ work: (Desk) async throws -> Void) async throws {
        let folder = "/tmp/lablive-desk-\(UUID().uuidString.prefix(6).lowercased())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await work(Desk(folder: folder, listen: try Wire.freePorts(1)[0]))
    }

    func write(_ text: String, to name: String = "watchdog.yaml") throws {
        try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }

    /// Services that look at a port where nobody answers; their containers do not exist.
    func configure(
        _ services: [String] = ["web"], engine: String = "{kind: process, root: ./containers}",
        extra: String = ""
    ) throws {
        var text = "version: 1\nengine: \(engine)\nlisten: 127.0.0.1:\(listen)\n\(extra)services:\n"
        for service in services {
            text += "  \(service):\n    interval: 100ms\n    liveness: [{tcp: 127.0.0.1:1}]\n"
        }
        try write(text)
    }

    func watch(_ arguments: String..., wrapper: [String] = [], environment: [String: String] = [:]) throws
        -> LabProcess
    {
        try LabProcess(
            ["watch", "--json", "--config", config] + arguments, in: folder, wrapper: wrapper,
            environment: environment)
    }

    func lab(_ arguments: String..., wrapper: [String] = [], environment: [String: String] = [:]) async throws
        -> LabProcess.Result
    {
        try await LabProcess.run(arguments, in: folder, wrapper: wrapper, environment: environment)
    }

    /// Names and states of what the running watchdog watches.
    var states: [String: JSONValue] {
        guard let answer = try? Wire.ask(.tcp(listen), "GET", "/status", seconds: 5),
            let all = try? JSONValue(answer.body)
        else { return [:] }
        return Dictionary(all.array.map { ($0["service"].text ?? "", $0) }) { $1 }
    }

    func isServing() -> Bool { (try? Wire.ask(.tcp(listen), "GET", "/healthz", seconds: 5).status) == 200 }
}
