import Foundation
import Testing

/// What the pages say is what is there.
@Suite struct DocsTests {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every page there is, so that a new one is held to the same.
    private static let pages: [String] = {
        let docs = (try? FileManager.default.contentsOfDirectory(atPath: root.path + "/docs")) ?? []
        return ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "artifacts/README.md"]
            + docs.filter { $0.hasSuffix(".md") }.sorted().map { "docs/" + $0 }
    }()

    /// The commands of the fenced blocks of a page: lines that call `lab`, with a prompt or without.
    private func calls(in page: String) throws -> [[String]] {
        var isInside = false
        var calls: [[String]] = []
        for line in try text(page).split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isInside.toggle()
                continue
            }
            guard isInside else { continue }
            let code = line.prefix { $0 != "#" }.trimmingPrefix("$ ")
            for part in code.split(separator: "&&").flatMap({ $0.split(separator: "|") }) {
                let words = part.split(separator: " ").map(String.init)
                guard ["lab", ".build/debug/lab"].contains(words.first) else { continue }
                // Up to what a shell would do with the rest; an ellipsis stands for options.
                calls.append(
                    Array(words.dropFirst().prefix { ![">", ">>", "2>&1", "&", "\\", "…"].contains($0) }))
            }
        }
        return calls
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: Self.root.appendingPathComponent(path), encoding: .utf8)
    }

    private func matches(_ pattern: String, in text: String) throws -> [String] {
        let expression = try NSRegularExpression(pattern: pattern)
        let whole = NSRange(text.startIndex..., in: text)
        return expression.matches(in: text, range: whole).compactMap { match in
            Range(match.range(at: 1), in: text).map { String(text[$0]) }
        }
    }

    @Test(arguments: pages)
    func links_lead_to_files(_ page: String) throws {
        let folder = Self.root.appendingPathComponent(page).deletingLastPathComponent()
        for link in try matches("\\]\\(([^)#]+)\\)", in: text(page)) where !link.hasPrefix("http") {
            #expect(
                FileManager.default.fileExists(atPath: folder.appendingPathComponent(link).path), "\(link)")
        }
    }

    @Test(arguments: pages)
    func make_targets_exist(_ page: String) throws {
        let makefile = try text("Makefile")
        for target in try matches("`make ([a-z-]+)[ `]", in: text(page)) {
            #expect(makefile.contains("\n\(target):"), "make \(target)")
        }
    }

    @Test(arguments: pages)
    func commands_and_their_flags_exist(_ page: String) throws {
        for command in try matches("`(?:\\.build/debug/)?lab ([a-z]+)", in: text(page)) {
            #expect(try LabProcess.run([command, "--help"]).code == 0, "lab \(command)")
        }
        for line in try matches("`(?:\\.build/debug/)?lab ([a-z][^`]*)`", in: text(page)) {
            let words = line.split(separator: " ").map(String.init)
            let commands = words.prefix { !$0.hasPrefix("-") && $0 == $0.lowercased() && !$0.contains("/") }
            let help = try LabProcess.run(commands.prefix(2) + ["--help"]).output
            for flag in words where flag.hasPrefix("--") { #expect(help.contains(flag), "lab \(line)") }
        }
    }

    @Test(arguments: pages)
    func calls_in_blocks_of_code_are_taken_by_the_parser(_ page: String) throws {
        let commands = Dictionary(
            uniqueKeysWithValues: try CommandTree.read().all().map {
                ($0.path.joined(separator: " "), $0.command)
            })
        for call in try calls(in: page) where call.first?.allSatisfy(\.isLetter) == true {
            var path = "lab"
            for word in call.prefix(while: { !$0.hasPrefix("-") }) {
                guard commands["\(path) \(word)"] != nil else { break }
                path += " \(word)"
            }
            let command = try #require(commands[path])
            #expect(path != "lab", "\(page): lab \(call.joined(separator: " "))")
            // `lab watch` stands for `lab watch run`.
            let flags = command.flags().union(commands["\(path) run"]?.flags() ?? [])
            for word in call where word.hasPrefix("--") {
                #expect(flags.contains(word), "\(page): lab \(call.joined(separator: " "))")
            }
        }
    }

    @Test func help_names_no_flag_and_no_command_that_is_not_there() throws {
        let commands = try CommandTree.read().all()
        let known = Set(commands.flatMap { $0.command.flags() })
        let names = Set((commands[0].command.subcommands ?? []).map(\.commandName))
        for (path, _) in commands {
            let help = try LabProcess.run(Array(path.dropFirst()) + ["--help"]).output
            for flag in try matches("(--[a-z][a-z-]+)", in: help) {
                #expect(known.contains(flag), "\(path.joined(separator: " ")): \(flag)")
            }
            for name in try matches("`lab ([a-z]+)", in: help) {
                #expect(names.contains(name), "lab \(name)")
            }
        }
    }

    @Test func the_readme_lists_every_command() throws {
        let page = try text("README.md")
        for command in try CommandTree.read().subcommands ?? [] where command.commandName != "help" {
            #expect(page.contains("| `lab \(command.commandName)"), "lab \(command.commandName)")
        }
    }

    @Test func the_man_page_holds_every_command_and_flag_as_they_are() throws {
        // `make man` writes it anew.
        let page = try text("docs/man/lab.1")
        let commands = try CommandTree.read().all()
        var rest = Substring(page)
        for (index, (path, command)) in commands.enumerated() {
            let name = path.joined(separator: " ")
            var section = rest
            if index + 1 < commands.count {
                let next = "\n.It Em \(commands[index + 1].command.commandName)\n"
                let heading = try #require(rest.range(of: next), "\(next) is not in docs/man/lab.1")
                section = rest[..<heading.lowerBound]
                rest = rest[heading.upperBound...]
            }
            if let abstract = command.abstract {
                #expect(section.contains(abstract), "docs/man/lab.1 is old: \(name)")
            }
            for flag in command.flags() {
                let written =
                    " " + (flag.hasPrefix("--") ? "-" + flag.dropFirst(2) : String(flag.dropFirst()))
                let isThere = section.split(separator: "\n").contains { line in
                    line.hasPrefix(".It Fl") && (line + " ").contains(written + " ")
                }
                #expect(isThere, "docs/man/lab.1 is old: \(name) \(flag)")
            }
        }
        // And nothing that is gone.
        let known = try Set(CommandTree.read().all().flatMap { $0.command.flags() })
        for flag in try matches("(?m)^\\.It Fl (?:[a-z] , )?-([a-z-]+)", in: page) {
            #expect(known.contains("--" + flag), "--\(flag) is in docs/man/lab.1 alone")
        }
    }

    @Test func every_make_target_is_listed_by_help() throws {
        let listed = try Patient.shell("make --no-print-directory help", in: Self.root.path)
        for target in try matches("(?m)^([a-z-]+):", in: text("Makefile")) {
            #expect(listed.contains("make \(target) "), "\(target)")
        }
    }

    @Test func a_fault_in_the_catalogue_has_its_artifacts() throws {
        struct Row: Decodable {
            var id: String
            var domain: String
        }
        let json = try LabProcess.run(["faults", "--json"]).output
        for row in try JSONDecoder().decode([Row].self, from: Data(json.utf8)) where row.domain == "code" {
            let report = try text("artifacts/code/\(row.id)/incident_report.json")
            #expect(report.contains("\"verdict\" : \"healed\""), "\(row.id)")
        }
        for row in try JSONDecoder().decode([Row].self, from: Data(json.utf8)) where row.domain == "container"
        {
            #expect(try text("artifacts/runtime/\(row.id)/runtime_incident_report.json").contains(row.id))
        }
    }

    @Test func every_library_room_is_in_the_documentation_of_the_code() throws {
        let listed = Set(
            try #require(matches("rooms=\\(([^)]*)\\)", in: text("scripts/docs")).first).split(
                whereSeparator: \.isWhitespace
            ).map(String.init))
        let landing = try text("docs/HealingLab.docc/HealingLab.md")
        for name in listed { #expect(landing.contains("``/\(name)``"), "\(name)") }
        // In C, or left out with a reason that the script tells.
        let others: Set = [
            "AbortTrace", "ForkServer", "CProcess", "CSupervise", "WatchdogServer", "WatchdogSimulation",
        ]
        let manifest = Set(
            try matches("\\.target\\(\\s*name: \"([A-Za-z-]+)\"", in: text("Package.swift")))
        #expect(manifest.subtracting(others) == listed)
    }

    @Test func every_room_of_the_manifest_is_in_the_architecture() throws {
        let page = try text("ARCHITECTURE.md")
        for name in try matches(
            "\\.(?:target|executableTarget)\\(\\s*name: \"([A-Za-z-]+)\"", in: text("Package.swift"))
        {
            #expect(page.contains(name), "\(name)")
        }
    }
}
