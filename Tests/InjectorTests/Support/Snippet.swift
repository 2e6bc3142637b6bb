import SourceEdit
import SwiftSyntax
import Testing

@testable import Injector

/// Source before and after a fault, with the lines where the broken code fails.
struct Snippet: Sendable, CustomTestStringConvertible {
    let before: String
    let after: String
    let symptom: ClosedRange<Int>

    init(_ before: String, becomes after: String, fails symptom: ClosedRange<Int>) {
        self.before = before
        self.after = after
        self.symptom = symptom
    }

    init(_ before: String, becomes after: String, fails line: Int) {
        self.init(before, becomes: after, fails: line...line)
    }

    var testDescription: String {
        before.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Expects the most natural site of `fault` to be the edit shown.
    func check(_ fault: any Fault, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
        let file = SourceFile(path: "Sources/A.swift", text: before)
        let site = try #require(fault.sites(in: file).first, sourceLocation: sourceLocation)
        let text = try #require(site.edit.edits.applied(to: before), sourceLocation: sourceLocation)
        #expect(text == after, sourceLocation: sourceLocation)
        #expect(site.symptom == symptom, sourceLocation: sourceLocation)
        #expect(
            !SourceFile(path: "Sources/A.swift", text: text).tree.hasError, sourceLocation: sourceLocation)
    }
}
