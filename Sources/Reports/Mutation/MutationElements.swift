import Incident

/// The report schema of mutation-testing-elements, version 2.
///
/// Columns count UTF-16 units there, and the end of a place is the first column behind it. A verdict here is a status
/// there, one to one.
enum MutationElements {
    private struct Report: Encodable {
        var schemaVersion = "2"
        var thresholds = Thresholds()
        var framework: Framework
        var files: [String: File]
        var testFiles: [String: TestFile]
    }
    private struct Thresholds: Encodable {
        var high = 80
        var low = 60
    }
    private struct Framework: Encodable {
        var name = "healing-lab"
        var version: String
    }
    private struct File: Encodable {
        var language = "swift"
        var source: String
        var mutants: [Result]
    }
    private struct TestFile: Encodable {
        var tests: [Test]
    }
    private struct Test: Encodable {
        var id: String
        var name: String
    }
    private struct Place: Encodable {
        var line: Int
        var column: Int
    }
    private struct Location: Encodable {
        var start: Place
        var end: Place
    }
    private struct Result: Encodable {
        var id: String
        var mutatorName: String
        var description: String
        var location: Location
        var replacement: String
        var status: String
        var statusReason: String?
        var killedBy: [String]
        var coveredBy: [String]
        var duration: Int
    }

    static func text(of record: MutationRecord) -> String {
        var files: [String: File] = [:]
        for (file, mutants) in record.byFile {
            let lines = SourceLines(file.source)
            files[file.path] = File(source: file.source, mutants: mutants.map { result($0, lines) })
        }
        let tests = Set(record.mutants.flatMap { $0.killedBy + $0.coveredBy })
        let suites = Dictionary(grouping: tests.sorted()) { test in
            // "Module.Suite/test": the schema takes a class in a file's place.
            test.lastIndex(of: "/").map { String(test[..<$0]) } ?? test
        }
        return JSONText.of(
            Report(
                framework: Framework(version: record.toolVersion), files: files,
                testFiles: suites.mapValues { TestFile(tests: $0.map { Test(id: $0, name: $0) }) }))
    }

    private static func result(_ mutant: Mutant, _ lines: SourceLines) -> Result {
        func place(_ position: Mutant.Position) -> Place {
            Place(
                line: max(1, position.line),
                column: lines.utf16Column(line: position.line, column: position.column))
        }
        return Result(
            id: mutant.id, mutatorName: mutant.operatorID, description: mutant.summary,
            location: Location(start: place(mutant.start), end: place(mutant.end)),
            replacement: mutant.replacement, status: status(mutant.verdict), statusReason: mutant.reason,
            killedBy: mutant.killedBy, coveredBy: mutant.coveredBy, duration: mutant.milliseconds)
    }

    static func status(_ verdict: MutantVerdict) -> String {
        switch verdict {
        case .killed: "Killed"
        case .survived: "Survived"
        case .timedOut: "Timeout"
        case .unviable: "CompileError"
        case .notCovered: "NoCoverage"
        case .skipped: "Ignored"
        case .pending: "Pending"
        }
    }
}
