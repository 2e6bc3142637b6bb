import ArgumentParser
import Foundation
import Incident
import SourceEdit
import Workspace

/// `lab-bench operators`: which reference repairs the operators propose, without building anything.
///
/// Whether a search finds a patch is a matter of minutes for each package; whether its operators can write the one that
/// the author of the case wrote takes milliseconds. A case that is not reached may still be healed in another way.
struct OperatorsBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "operators",
        abstract: "Which reference repairs of the repair cases the operators propose.")

    @Option(help: "The folder of the cases.")
    var cases = "Benchmarks/Repair/Cases"

    @Option(help: "Only cases whose id contains this text.")
    var only: String?

    @Flag(help: "List what is proposed near the lines that the reference repair changes.")
    var list = false

    func run() async throws {
        var reached = 0
        var all = 0
        for (folder, item) in try RepairCase.all(in: cases) where item.kind == .repairable {
            if let only, !item.id.contains(only) { continue }
            let (before, after) = try await Self.texts(folder)
            let files = before.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, text: $0.value) }
            let module = Ingredients(module: files)
            let changed = files.filter { after[$0.path] != $0.text }
            all += 1
            guard changed.count == 1, let file = changed.first, let fixed = after[file.path] else {
                print("several files  \(item.id)")
                continue
            }
            let wanted = SourceFile(path: file.path, text: fixed)
            let mutations = files.flatMap {
                OperatorCatalogue.mutations(in: $0, module: module, lines: Self.places($0), purpose: .repair)
            }
            .sorted { $0.prior > $1.prior }
            let found = Self.first(of: mutations, thatTurns: file, into: wanted)
            if let found {
                reached += 1
                let mutation = mutations[found]
                print(
                    "reached        \(item.id)  \(found + 1) of \(mutations.count) by prior  \(mutation.operatorID)  \(mutation.summary)"
                )
            } else {
                print("not reached    \(item.id)  \(mutations.count) proposed")
            }
            if list, found == nil {
                let lines = Set(Self.changedLines(file.text, fixed).flatMap { ($0 - 3)...($0 + 3) })
                for mutation in mutations where mutation.path == file.path && lines.contains(mutation.line) {
                    print(
                        "    \(mutation.line) \(mutation.operatorID) \(text(mutation.prior)) \(mutation.summary)"
                    )
                }
            }
        }
        print("\(reached) of \(all) reached")
    }

    /// The first change that gives a text the same code as another; how both are laid out does not count.
    static func first(of mutations: [Mutation], thatTurns file: SourceFile, into wanted: SourceFile) -> Int? {
        // Parsing each of them takes a hundred times as long.
        let letters = wanted.text.utf8.count { !isBlank($0) }
        return mutations.firstIndex { mutation in
            mutation.path == file.path
                && mutation.edits.applied(to: file.text).map {
                    $0.utf8.count { !isBlank($0) } == letters
                        && wanted.isSameCode(as: SourceFile(path: file.path, text: $0))
                } == true
        }
    }

    /// The lines that a search can suspect.
    private static func places(_ file: SourceFile) -> Set<Int> {
        let probes = Schema(file: file, mutations: [], probes: .statements).rendered().probes
        return Set(probes.flatMap(\.lines))
    }

    /// Sources before and after the reference repair, by path.
    private static func texts(_ folder: String) async throws -> ([String: String], [String: String]) {
        let copy =
            FileManager.default.currentDirectoryPath + "/.lab/operators/"
            + (folder.split(separator: "/").last.map(String.init) ?? "case")
        try? FileManager.default.removeItem(atPath: copy)
        try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: folder + "/Sources", toPath: copy + "/Sources")
        let before = try sources(copy)
        let patch = URL(fileURLWithPath: folder + "/Fixed.diff").path
        let result = try await SubprocessRunner().run(
            Command("patch", ["-s", "-p1", "-i", patch], workingDirectory: copy, owner: copy))
        guard result.termination.isSuccess else {
            throw LabError(.badInput, "'\(patch)' does not apply: \(result.console)")
        }
        return (before, try sources(copy))
    }

    private static func sources(_ root: String) throws -> [String: String] {
        var found: [String: String] = [:]
        for path in FileManager.default.enumerator(atPath: root)?.compactMap({ $0 as? String }) ?? []
        where path.hasSuffix(".swift") {
            found[path] = try String(contentsOfFile: root + "/" + path, encoding: .utf8)
        }
        return found
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }

    /// One-based lines of the first text that are not as they are in the second, and the one after each.
    private static func changedLines(_ old: String, _ new: String) -> Set<Int> {
        let lines = old.split(separator: "\n", omittingEmptySubsequences: false)
        var found: Set<Int> = []
        for change in new.split(separator: "\n", omittingEmptySubsequences: false).difference(from: lines) {
            if case .remove(let offset, _, _) = change { found.insert(offset + 1) }
        }
        if found.isEmpty {
            for change in new.split(separator: "\n", omittingEmptySubsequences: false)
                .difference(from: lines)
            {
                if case .insert(let offset, _, _) = change { found.formUnion([offset, offset + 1]) }
            }
        }
        return found
    }
}
