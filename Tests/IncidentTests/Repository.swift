import Foundation

/// Files of this checkout.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func data(_ path: String) throws -> Data {
        try Data(contentsOf: root.appendingPathComponent(path))
    }

    static func text(_ path: String) throws -> String { String(decoding: try data(path), as: UTF8.self) }

    /// Paths of the committed reports of code healing.
    static func reports() throws -> [String] { try reports(named: "incident_report.json") }

    /// Paths of the committed reports of runtime healing.
    static func runtimeReports() throws -> [String] { try reports(named: "runtime_incident_report.json") }

    private static func reports(named name: String) throws -> [String] {
        let folder = root.appendingPathComponent("artifacts")
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix("/" + name) }.sorted().map { "artifacts/" + $0 }
    }
}
