import SourceEdit
import SwiftSyntax
import Testing

@Suite struct OperatorRepairTests {
    @Test(arguments: RepairCase.all) func the_repair_is_among_the_candidates(_ row: RepairCase) throws {
        let parts = row.source.components(of: row.wrong)
        try #require(parts.count == 2, "the wrong part occurs \(parts.count - 1) times")
        let file = SourceFile(path: "Sources/Kit/Kit.swift", text: row.source)
        try #require(!file.tree.hasError)
        // What a search can suspect: no probe stands behind the last block of a statement.
        let probes = Schema(file: file, mutations: [], probes: .statements).rendered().probes
        let found = OperatorCatalogue.mutations(
            in: file, module: Ingredients(module: [file]), lines: Set(probes.flatMap(\.lines)),
            purpose: .repair)
        let wanted = Set(row.right.map { parts[0] + $0 + parts[1] })
        let texts = found.map { $0.edits.applied(to: row.source) }
        #expect(texts.contains { $0.map(wanted.contains) ?? false })
        let lines = row.source.split(separator: "\n").count
        #expect(found.count <= max(180, lines * 65), "\(found.count) candidates for \(lines) lines")
    }
}

extension String {
    /// The text between the places where `separator` occurs.
    func components(of separator: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}
