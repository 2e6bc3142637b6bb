package import Incident
import SourceEdit
import SwiftSyntax

/// Writes regression tests from the test that failed: its own input, then inputs next to it.
///
/// What they assert comes from the failing test, never from the healed code. Whether a draft is worth anything
/// is for the caller to find out: it must be red on the broken commit and green on the healed one.
package struct RegressionAuthor {
    package static let fileName = "HealingRegressionTests.swift"

    private let patient: PatientSource
    private let incident: String
    private let module: @Sendable (String) -> String?

    /// - Parameters:
    ///   - patient: sources and tests as they are.
    ///   - incident: short id that names the suite.
    ///   - module: the test target that a path belongs to.
    package init(
        patient: PatientSource, incident: String, module: @escaping @Sendable (_ path: String) -> String?
    ) {
        self.patient = patient
        self.incident = incident
        self.module = module
    }

    /// Drafts from a failing test and, as further inputs, from others that failed with it.
    ///
    /// - Parameter tests: names of failing tests as `TestEvent.test` spells them, the culprit first.
    /// - Returns: nil when the source of no test is found.
    package func draft(for diagnosis: Diagnosis, failing tests: [String]) -> RegressionDraft? {
        var culprit: (file: SourceFile, function: FunctionDeclSyntax)?
        var rest = tests
        while culprit == nil, !rest.isEmpty {
            culprit = TestFunction.find(rest.removeFirst(), diagnosis, in: patient)
        }
        if culprit == nil { culprit = testMentioning(diagnosis) }
        guard let (file, function) = culprit, let module = module(file.path) else { return nil }
        let slice = TestSlice(file: file, function: function)
        let line = diagnosis.testLocation.flatMap { file.path.hasSuffix($0.file) ? $0.line : nil }
        let suite = "HealingRegression" + incident.prefix(8).uppercased()
        let framework: TestEvent.Framework = slice.isXCTest ? .xctest : .swiftTesting
        let path = (file.path.lastIndex(of: "/").map { String(file.path[...$0]) } ?? "") + Self.fileName

        func test(_ name: String, _ input: RegressionDraft.Test.Input, _ text: String) -> RegressionDraft.Test
        {
            let call =
                framework == .xctest
                ? name
                : name + "("
                    + function.signature.parameterClause.parameters.map { $0.firstName.text + ":" }.joined()
                    + ")"
            return RegressionDraft.Test(
                name: name, input: input, id: "\(module).\(suite)/\(call)", text: text)
        }
        var found: [RegressionDraft.Test] = []
        var bodies: Set<String> = []
        func add(_ stem: String, _ input: RegressionDraft.Test.Input, _ body: String, isCopy: Bool = false) {
            guard bodies.insert(body).inserted else { return }
            let number = found.count { $0.input == input }
            let name = "test_\(stem)" + (number == 0 ? "" : "_\(number + 1)")
            var draft = test(name, input, slice.declaration(named: name, body: body))
            draft.isCopy = isCopy
            found.append(draft)
        }
        let slim = slice.body(around: line)
        add("the_failing_input", .failing, slim.text)
        add("the_failing_input", .failing, slice.wholeBody)
        for body in slim.neighbours { add("a_neighbouring_input", .neighbour, body) }
        for body in slim.completions { add("a_neighbouring_input_completes", .completion, body) }
        for other in rest.prefix(3) {
            guard let (otherFile, otherFunction) = TestFunction.find(other, diagnosis, in: patient),
                otherFile.path == file.path,
                TestFunction.owner(of: otherFunction) == TestFunction.owner(of: function),
                otherFunction.signature.trimmedDescription == function.signature.trimmedDescription
            else { continue }
            let other = TestSlice(file: file, function: otherFunction)
            add("another_failing_input", .neighbour, other.wholeBody, isCopy: true)
        }

        let about = Self.about(diagnosis, incident)
        let existing = patient.file(path)
        let name = function.name.text
        let original = test(name, .failing, slice.declaration(named: name, body: slice.wholeBody))
        return RegressionDraft(
            framework: framework, path: path, tests: found, original: name.hasPrefix("`") ? nil : original
        ) { tests in
            slice.file(suite: suite, about: about, tests: tests.map(\.text), appendingTo: existing)
        }
    }

    private static func about(_ diagnosis: Diagnosis, _ incident: String) -> String {
        var text = "Incident \(incident): \(diagnosis.failureClass.rawValue)"
        if let location = diagnosis.location {
            if let function = location.function { text += " in `\(function)`" }
            text += ", \(location.file)"
        }
        return text + "."
    }

    /// When nothing ran (the package did not build): a test that mentions the function at fault.
    private func testMentioning(_ diagnosis: Diagnosis) -> (SourceFile, FunctionDeclSyntax)? {
        let point = FaultPoint(diagnosis.location, in: patient)
        let name = point?.function.map { String(FaultPoint.baseName($0.name).prefix { $0 != "(" }) }
        let owner = point?.function?.name.split(separator: ".").first.map(String.init)
        var best: (score: Int, file: SourceFile, function: FunctionDeclSyntax)?
        for file in patient.tests where !file.path.hasSuffix(Self.fileName) {
            for function in file.tree.descendants(FunctionDeclSyntax.self) where TestSlice.isTest(function) {
                let words = Set(function.descendants(TokenSyntax.self).map(\.text))
                var score = 1
                if let name, name != "init", words.contains(name) { score += 4 }
                if let owner, words.contains(owner) { score += 3 }
                if function.signature.parameterClause.parameters.isEmpty { score += 1 }
                if score > best?.score ?? 0 { best = (score, file, function) }
            }
        }
        return best.map { ($0.file, $0.function) }
    }
}
