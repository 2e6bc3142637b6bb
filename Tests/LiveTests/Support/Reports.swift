import Foundation

/// Incident reports as plain JSON.
enum Reports {
    static func files(in folder: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix("/incident_report.json") }.sorted().map { "\(folder)/\($0)" }
    }

    static func read(_ folder: String) -> [JSONValue] {
        files(in: folder).compactMap { try? JSONValue(Data(contentsOf: URL(fileURLWithPath: $0))) }
    }
}
