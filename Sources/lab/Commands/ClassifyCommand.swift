import ArgumentParser
import Classifier
import Foundation
import Incident

/// `lab classify`.
struct ClassifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classify", abstract: "Names the failure in build or test output.",
        discussion: """
            Reads what `swift build`, `swift test`, a test bundle or a program printed, an event stream of Swift \
            Testing, or a backtrace. Output of a run that passed gives no diagnosis.
            """)

    @Argument(
        help: ArgumentHelp("The output to read; standard input when absent or `-`.", valueName: "file"),
        completion: .file())
    var file: String?

    @Flag(help: "Print JSON.")
    var json = false

    private struct Row: Encodable {
        var failureClass: String
        var signature: String
        var confidence: String
        @Nullable var file: String?
        @Nullable var line: Int?
        @Nullable var function: String?
        @Nullable var test: String?
        @Nullable var expected: String?
        @Nullable var actual: String?
        var evidence: [String]

        enum CodingKeys: String, CodingKey {
            case failureClass = "class"
            case signature, confidence, file, line, function, test, expected, actual, evidence
        }
    }

    func run() throws {
        let text = try read()
        let diagnoses = Classifier().classify(Evidence(rawText: text))
        if json {
            return Console.result(
                try CanonicalJSON.encode(
                    diagnoses.map {
                        Row(
                            failureClass: $0.failureClass.rawValue, signature: $0.signature,
                            confidence: $0.confidence.rawValue, file: $0.location?.file,
                            line: $0.location?.line,
                            function: $0.location?.function, test: $0.test, expected: $0.expected,
                            actual: $0.actual,
                            evidence: $0.evidence)
                    }))
        }
        guard !diagnoses.isEmpty else { return Console.result("no failure found") }
        for diagnosis in diagnoses {
            var text = diagnosis.failureClass.rawValue.painted(.bad, bold: true)
            if let place = diagnosis.location {
                text += " at \(place.file):\(place.line)" + (place.function.map { " in \($0)" } ?? "")
            }
            Console.result("\(text) (\(diagnosis.signature), \(diagnosis.confidence.rawValue) confidence)")
            if let test = diagnosis.test { Console.result("  test      \(test)") }
            if let expected = diagnosis.expected { Console.result("  expected  \(expected)") }
            if let actual = diagnosis.actual { Console.result("  actual    \(actual)") }
            for line in diagnosis.evidence { Console.result("  evidence  \(line)") }
        }
    }

    private func read() throws -> String {
        guard let file, file != "-" else {
            return String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
        }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw LabError(.badInput, "\(file): there is no such file, or it cannot be read.")
        }
        return String(decoding: data, as: UTF8.self)
    }
}
