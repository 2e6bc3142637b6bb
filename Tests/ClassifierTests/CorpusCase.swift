import Classifier
import Foundation
import Incident
import Testing

/// A recorded output and what it must be diagnosed as.
///
/// The file is bare text, or begins with `=== run: stage=… termination=… root=…` and holds the parts a runner keeps
/// apart: `=== console`, `=== events` (the event stream) and `=== crash` (the JSON report).
struct CorpusCase: CustomTestStringConvertible, Sendable {
    struct Expectation: Decodable, Sendable {
        var `class`: FailureClass
        var file: String?
        var line: Int?
        var function: String?
    }

    var name: String
    var text: String
    var expected: [Expectation]

    var testDescription: String { name }

    static let all: [CorpusCase] = {
        do {
            let folder = try #require(Bundle.module.url(forResource: "Corpus", withExtension: nil))
            let table = try Data(contentsOf: folder.appending(path: "expected.json"))
            let expected = try JSONDecoder().decode([String: [Expectation]].self, from: table)
            return try expected.sorted { $0.key < $1.key }.map { name, expected in
                let text = try String(contentsOf: folder.appending(path: name + ".txt"), encoding: .utf8)
                return CorpusCase(name: name, text: text, expected: expected)
            }
        } catch {
            preconditionFailure("the corpus cannot be read: \(error)")
        }
    }()

    var evidence: Evidence {
        guard text.hasPrefix("=== run: ") else { return Evidence(rawText: text) }
        var header: [String: String] = [:]
        var parts: [String: String] = [:]
        var part = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("=== run: ") {
                for word in line.split(separator: " ") {
                    let pair = word.split(separator: "=", maxSplits: 1)
                    if pair.count == 2 { header[String(pair[0])] = String(pair[1]) }
                }
            } else if line == "=== console" || line == "=== events" || line == "=== crash" {
                part = String(line.dropFirst(4))
            } else {
                parts[part, default: ""] += line + "\n"
            }
        }
        let console = parts["console"] ?? ""
        return Evidence(
            stage: header["stage"].flatMap(Evidence.Stage.init) ?? .unknown, console: console,
            termination: header["termination"].flatMap(Self.termination),
            events: XCTestConsoleDecoder().decode(console)
                + EventStreamDecoder().decode(parts["events"] ?? ""),
            crash: parts["crash"].flatMap { CrashReport(json: Data($0.utf8)) }, root: header["root"])
    }

    private static func termination(_ text: String) -> Termination? {
        let pair = text.split(separator: ":")
        switch (pair.first, pair.last.flatMap { Int32($0) }) {
        case ("exited", let code?): return .exited(code)
        case ("signalled", let signal?): return .signalled(signal)
        case ("timedOut", _): return .timedOut
        default: return nil
        }
    }
}
