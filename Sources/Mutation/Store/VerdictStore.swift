import Foundation
import Incident

/// Verdicts of earlier runs over the same sources, one line each, written as they come.
///
///     {"tests":["A.a","A.b"]}                      once a run
///     {"id":"…","verdict":"killed","killed_by":[0],…}
///
/// One file a state of the package, in a directory that the workspace's lock guards. A line that a kill tore is passed over.
struct VerdictStore {
    /// States of the package that are kept, the latest used last.
    private static let keptStates = 5

    private let handle: FileHandle
    private(set) var known: [String: Mutant] = [:]
    /// Tests of the run that wrote the last verdict.
    private(set) var testCount = 0
    private var tests: [String: Int] = [:]
    private let encoder = JSONEncoder()

    private struct Line: Codable {
        var tests: [String]? = nil
        var verdict: StoredVerdict? = nil
    }

    /// - Parameter key: names the state: sources, tests, toolchain and whatever else verdicts depend on.
    /// - Throws: `LabError` with `.cannotWrite`.
    init(directory: String, key: String, reads: Bool) throws {
        let path = "\(directory)/\(key).jsonl"
        do {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            let data = FileManager.default.contents(atPath: path) ?? Data()
            if !FileManager.default.fileExists(atPath: path) || !reads {
                try Data().write(to: URL(fileURLWithPath: path))
            }
            handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            try handle.seekToEnd()
            if reads {
                load(data)
                // What a kill tore must not swallow the next line.
                if let last = data.last, last != 0x0A { try handle.write(contentsOf: Data("\n".utf8)) }
            }
        } catch {
            throw LabError(.cannotWrite, "'\(path)' cannot be written.", underlying: error)
        }
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        Self.prune(directory, keeping: key)
    }

    private mutating func load(_ data: Data) {
        let decoder = JSONDecoder()
        var names: [String] = []
        for row in data.split(separator: 0x0A) {
            guard let line = try? decoder.decode(Line.self, from: row) else { continue }
            if let tests = line.tests {
                names = tests
                testCount = tests.count
            }
            guard let verdict = line.verdict else { continue }
            func name(_ index: Int) -> String? { names.indices.contains(index) ? names[index] : nil }
            var mutant = Mutant(
                id: verdict.id, path: "", operatorID: "", function: "", start: .init(line: 0, column: 0),
                end: .init(line: 0, column: 0), original: "", replacement: "", summary: "", diff: "")
            mutant.verdict = verdict.verdict
            mutant.reason = verdict.reason
            mutant.killedBy = verdict.killedBy.compactMap(name)
            mutant.coveredBy = verdict.coveredBy.compactMap(name)
            mutant.nearestTest = verdict.nearestTest.flatMap(name)
            mutant.milliseconds = verdict.milliseconds
            known[verdict.id] = mutant
        }
    }

    /// The names that the verdicts from now on mean by number.
    mutating func begin(tests names: [String]) throws {
        tests = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        try write(Line(tests: names))
    }

    /// Tests that do not take part are left out of the lists.
    func append(_ mutant: Mutant) throws {
        try write(
            Line(
                verdict: StoredVerdict(
                    id: mutant.id, verdict: mutant.verdict, reason: mutant.reason,
                    killedBy: mutant.killedBy.compactMap { tests[$0] },
                    coveredBy: mutant.coveredBy.compactMap { tests[$0] },
                    nearestTest: mutant.nearestTest.flatMap { tests[$0] },
                    milliseconds: mutant.milliseconds)))
    }

    private func write(_ line: Line) throws {
        do {
            try handle.write(contentsOf: encoder.encode(line) + Data("\n".utf8))
        } catch {
            throw LabError(.cannotWrite, "A verdict cannot be written.", underlying: error)
        }
    }

    private static func prune(_ directory: String, keeping key: String) {
        let manager = FileManager.default
        let files = (try? manager.contentsOfDirectory(atPath: directory)) ?? []
        let dated = files.filter { $0.hasSuffix(".jsonl") && $0 != key + ".jsonl" }.map { name in
            let path = directory + "/" + name
            let date = (try? manager.attributesOfItem(atPath: path))?[.modificationDate] as? Date
            return (date ?? .distantPast, path)
        }
        for (_, path) in dated.sorted(by: { ($0.0, $0.1) > ($1.0, $1.1) }).dropFirst(keptStates - 1) {
            try? manager.removeItem(atPath: path)
        }
    }
}
