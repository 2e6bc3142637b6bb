import Foundation
import Testing
@testable import WatchdogConfiguration

@Suite struct DocumentationTests {
    private struct Row {
        var section: String
        var key: String
        var standard: String
    }

    private static let text: String = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appendingPathComponent("docs/watch-configuration.md")
        return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }()

    private static let rows: [Row] = {
        var section = ""
        var rows: [Row] = []
        for line in text.split(separator: "\n") {
            if line.hasPrefix("## ") {
                section = line == "## The file" ? "" : line.dropFirst(3).trimmingCharacters(in: ["`"])
            }
            guard line.hasPrefix("| `") else { continue }
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            rows.append(
                Row(
                    section: section, key: cells[0].trimmingCharacters(in: ["`"]),
                    standard: cells.count > 2 ? cells[2] : ""))
        }
        return rows
    }()

    private static func name(_ section: String, _ key: String) -> String {
        section.isEmpty ? key : "\(section).\(key)"
    }

    @Test func every_key_of_the_parser_is_in_the_reference_and_no_other() {
        let documented = Self.rows.map { Self.name($0.section, $0.key) }
        let known = Section.all.flatMap { section in section.keys.map { Self.name(section.path, $0) } }
        #expect(documented.count == Set(documented).count)
        #expect(Set(known).subtracting(documented) == [], "missing in docs/watch-configuration.md")
        #expect(
            Set(documented).subtracting(known) == [], "in docs/watch-configuration.md, but not in the parser")
    }

    @Test func every_key_of_the_parser_is_read() {
        // A value that is never right: whoever reads the key complains, in its line.
        for section in Section.all {
            for key in section.keys where !["services", "defaults"].contains(Self.name(section.path, key)) {
                let text = Self.file(section.path, key, "[[[]]]")
                let line =
                    text.split(separator: "\n").firstIndex { $0.hasSuffix("[[[]]]") }.map { $0 + 1 } ?? 0
                let said = problems(text).filter { $0.hasPrefix("\(line):") && !$0.contains("unknown key") }
                #expect(!said.isEmpty, "\(Self.name(section.path, key)) is never read:\n\(text)")
            }
        }
    }

    @Test func every_default_of_the_reference_is_the_parsers() throws {
        var checked = 0
        for row in Self.rows where row.standard.hasPrefix("`") && row.standard.hasSuffix("`") {
            guard Self.name(row.section, row.key) != "version" else { continue }
            let value = row.standard.trimmingCharacters(in: ["`"])
            let with = try parsed(Self.file(row.section, row.key, value))
            let without = try parsed(Self.file(row.section, row.key, nil))
            #expect(with == without, "\(row.section) \(row.key) \(value)")
            checked += 1
        }
        #expect(checked >= 25)
    }

    @Test func the_examples_of_the_reference_are_read() throws {
        let parts = Self.text.components(separatedBy: "```")
        let examples = parts.filter { $0.hasPrefix("yaml\n") }.map { String($0.dropFirst(5)) }
        #expect(!examples.isEmpty)
        for example in examples { #expect(problems(example) == []) }
        #expect(
            Self.text.contains("watchdog.yaml:15:26: 'failure_threshold' must be from 1 to 1000, not '0'"))
    }

    /// A file that is right, with one key of one section and what that key needs beside it.
    ///
    /// - Parameter value: nil leaves the key out.
    private static func file(_ section: String, _ key: String, _ value: String?) -> String {
        let entry = value.map { ["\(key): \($0)"] } ?? []
        var top = ["version: 1"]
        var keys: [String] = []
        var liveness = ["- tcp: 127.0.0.1:1"]
        switch section {
        case "": top = (key == "version" ? [] : top) + entry
        case "engine":
            let kind = key == "kind" ? [] : ["kind: \(key == "root" ? "process" : "docker")"]
            top += (kind + entry).isEmpty ? [] : mapping("engine:", kind + entry)
        case "notify[]":
            top += ["notify:"] + element(key == "timeout" ? ["command: [a]"] + entry : entry)
        case "notify[].webhook":
            let url = key.hasPrefix("url") ? [] : ["url: http://a/"]
            top += ["notify:"] + element(mapping("webhook:", url + entry))
        case "notify[].pagerduty":
            let routing = key.hasPrefix("routing_key") ? [] : ["routing_key_env: A"]
            top += ["notify:"] + element(mapping("pagerduty:", routing + entry))
        case "services.*":
            if key == "liveness" { liveness = [] }
            keys = entry
        case "services.*.liveness[]":
            let isKind = ["http", "tcp", "exec", "engine"].contains(key)
            liveness = element((isKind ? [] : ["http: http://a/"]) + entry)
        case "services.*.maintenance[]":
            let needed = ["start: 02:00", "for: 2h"].filter { !$0.hasPrefix(key + ":") }
            keys = ["maintenance:"] + element(needed + entry)
        default:
            // From the innermost mapping outwards; a mapping without its only key would have no value.
            keys = section.split(separator: ".").dropFirst(2).reversed().reduce(entry) { inner, name in
                inner.isEmpty ? [] : mapping("\(name):", inner)
            }
        }
        let service = mapping("web:", (liveness.isEmpty ? [] : mapping("liveness:", liveness)) + keys)
        return (top + mapping("services:", service)).joined(separator: "\n") + "\n"
    }

    private static func mapping(_ name: String, _ lines: [String]) -> [String] {
        [name] + lines.map { "  " + $0 }
    }

    private static func element(_ lines: [String]) -> [String] {
        lines.enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
    }
}
