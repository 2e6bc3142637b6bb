import Foundation
import Incident
import Scoreboard

/// Everything in a directory that pages can be made of.
struct FiledRun {
    var incidents: [FiledIncident] = []
    /// With the folder each lies in, empty for the directory itself.
    var mutations: [(folder: String, record: MutationRecord)] = []
    var benches: [(folder: String, record: BenchRun)] = []

    /// The scoreboard of the directory itself.
    var bench: BenchRun? { benches.first { $0.folder.isEmpty }?.record }

    /// - Parameter reports: names of the files that are incident reports.
    /// - Throws: `LabError` with `badInput` when there is nothing to show, or a file cannot be read.
    static func read(_ directory: String, reports: Set<String>) throws -> FiledRun {
        let names = FileManager.default.enumerator(atPath: directory)?.compactMap { $0 as? String } ?? []
        var run = FiledRun()
        for name in names.sorted() {
            let file = directory + "/" + name
            let last = name.split(separator: "/").last.map(String.init) ?? name
            let folder = String(name.dropLast(last.count + 1))
            if reports.contains(last) {
                run.incidents.append(try FiledIncident.read(file, below: directory))
            } else if last == ReportSite.mutationRecord {
                run.mutations.append((folder, try decode(file, "mutation record")))
            } else if last == BenchRun.fileName {
                run.benches.append((folder, try decode(file, "record of lab bench")))
            }
        }
        guard !run.incidents.isEmpty || !run.mutations.isEmpty || !run.benches.isEmpty else {
            throw LabError(.badInput, "\(directory) holds no reports to show.")
        }
        return run
    }

    private static func decode<Record: Decodable>(_ file: String, _ what: String) throws -> Record {
        guard let data = FileManager.default.contents(atPath: file),
            let record = try? CanonicalJSON.decode(Record.self, from: data)
        else { throw LabError(.badInput, "\(file) is no \(what).") }
        return record
    }
}
