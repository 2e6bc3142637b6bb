import Foundation
import Reports
import Testing
import Yams

/// The ready workflow files: what they call is there, as the parser has it.
@Suite struct WorkflowTests {
    private static let files = ["deploy/ci/github.yml", "deploy/ci/gitlab.yml"]

    /// What a key of a workflow holds, wherever it is.
    private func values(of keys: Set<String>, in node: Any, under key: String = "") -> [String] {
        switch node {
        case let map as [String: Any]:
            map.sorted { $0.key < $1.key }.flatMap { values(of: keys, in: $0.value, under: $0.key) }
        case let list as [Any]: list.flatMap { values(of: keys, in: $0, under: key) }
        default: keys.contains(key) ? ["\(node)"] : []
        }
    }

    private func document(_ file: String) throws -> [String: Any] {
        let text = try String(contentsOf: DocsTests.root.appendingPathComponent(file), encoding: .utf8)
        return try #require(try Yams.load(yaml: text) as? [String: Any], "\(file)")
    }

    private func scripts(_ file: String) throws -> [String] {
        try values(of: ["run", "script", "before_script", "after_script"], in: document(file)).flatMap {
            $0.replacing("\\\n", with: " ").split(separator: "\n").map(String.init)
        }
    }

    /// The words of each call of `lab`, up to what the shell does with its end.
    private func calls(_ file: String) throws -> [[String]] {
        try scripts(file).compactMap { line in
            let words = line.split(separator: " ").map { $0.trimmingCharacters(in: ["\"", "'"]) }
            guard words.first == "lab" else { return nil }
            return Array(words.dropFirst().prefix { !["||", "&&", "|", ">", ">>", ";"].contains($0) })
        }
    }

    @Test(arguments: files)
    func every_call_of_lab_is_taken_by_its_parser(_ file: String) throws {
        let commands = Dictionary(
            uniqueKeysWithValues: try CommandTree.read().all().map {
                ($0.path.joined(separator: " "), $0.command)
            })
        let calls = try calls(file)
        #expect(Set(calls.compactMap(\.first)) == ["doctor", "heal", "mutate"])
        for call in calls {
            let command = try #require(commands["lab \(call[0])"], "\(call)")
            for flag in call where flag.hasPrefix("--") {
                #expect(command.flags().contains(flag), "\(call)")
            }
            guard let place = call.firstIndex(of: "--package") else { continue }
            // Taken but for the package, which is not there: 65. A word that is not taken: 64.
            var arguments = call.map { $0.replacing("$", with: "") }
            arguments[place + 1] = "/nowhere"
            let result = try LabProcess.run(arguments)
            #expect(result.code == 65, "\(call): \(result.errors)")
            #expect(result.errors.contains("--package /nowhere"))
            #expect(try LabProcess.run(arguments + ["--not-there"]).code == 64)
        }
    }

    @Test(arguments: files)
    func every_form_that_is_taken_up_is_one_that_is_written(_ file: String) throws {
        let known = Set(HealFormat.allCases.map(\.fileName) + MutationFormat.allCases.map(\.fileName))
        let text = try String(contentsOf: DocsTests.root.appendingPathComponent(file), encoding: .utf8)
        let named = text.matches(of: #/\b(?:heal|mutation)\/([a-z-]+\.[a-z]+)/#).map { String($0.output.1) }
        #expect(named.count >= 4)
        for name in named { #expect(known.contains(name), "\(file): \(name)") }
    }

    @Test(arguments: files)
    func what_make_is_asked_for_is_there(_ file: String) throws {
        let makefile = try String(
            contentsOf: DocsTests.root.appendingPathComponent("Makefile"), encoding: .utf8)
        let calls = try scripts(file).flatMap { $0.split(separator: ";") }.compactMap { part in
            part.range(of: "make -C ").map { part[$0.lowerBound...] }
        }
        #expect(!calls.isEmpty)
        for call in calls {
            let words = call.split(separator: " ").dropFirst(3)
            for word in words {
                let name = word.prefix { $0 != "=" }
                #expect(makefile.contains(word.contains("=") ? "\n\(name) ?=" : "\n\(name):"), "\(call)")
            }
        }
    }

    @Test func actions_are_pinned_to_a_major_version() throws {
        let actions = try values(of: ["uses"], in: document("deploy/ci/github.yml"))
        #expect(actions.count >= 8)
        for action in actions {
            #expect(action.wholeMatch(of: #/[a-z-]+(\/[a-z-]+)+@v[0-9]+/#) != nil, "\(action)")
        }
        // Texts of a pull request must not become words of a script.
        for line in try scripts("deploy/ci/github.yml") where line.contains("${{") {
            #expect(line == "test \"${{ steps.heal.outputs.code }}\" = 2")
        }
    }

    @Test func the_pages_lead_to_them() throws {
        let page = try String(
            contentsOf: DocsTests.root.appendingPathComponent("docs/heal-in-ci.md"), encoding: .utf8)
        for file in Self.files { #expect(page.contains("](../\(file))")) }
    }
}
