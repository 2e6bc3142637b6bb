import Foundation
import SourceEdit
import Testing

/// A program and changes of it, each by a text that occurs once.
struct Sample: Sendable, CustomTestStringConvertible {
    enum Change: Sendable {
        case replace(String, String)
        case before(String, String)
        case after(String, String)
        case both([Change])
    }

    var name: String
    var isScript = false
    /// Defines `entry()`, which prints; a script prints by itself.
    var text: String
    var changes: [Change]
    /// Mutations by index that compile on their own and that the weaver may leave out.
    var exceptions: Set<Int> = []

    var testDescription: String { name }
    var path: String { isScript ? "main.swift" : "Sample.swift" }

    func edits(_ change: Change) -> [TextEdit] {
        switch change {
        case .replace(let old, let new): [TextEdit(range(old), new)]
        case .before(let place, let new): [.insert(new, at: range(place).lowerBound)]
        case .after(let place, let new): [.insert(new, at: range(place).upperBound)]
        case .both(let changes): changes.flatMap(edits)
        }
    }

    private func range(_ part: String) -> Range<Int> {
        let bytes = Array(text.utf8)
        let wanted = Array(part.utf8)
        var found: [Int] = []
        for start in 0...max(0, bytes.count - wanted.count) where bytes[start...].starts(with: wanted) {
            found.append(start)
        }
        guard found.count == 1 else {
            Issue.record("\(name): “\(part)” occurs \(found.count) times")
            return 0..<0
        }
        return found[0]..<found[0] + wanted.count
    }

    var mutations: [Schema.Numbered] {
        changes.enumerated().map { index, change in
            let edits = edits(change)
            let number = Int32(index + 1)
            return Schema.Numbered(
                number: number,
                mutation: Mutation(
                    operatorID: "test", path: path, edits: edits, line: 1, column: 1, function: "",
                    original: "",
                    replacement: "", summary: "", prior: 1 / Double(number)))
        }
    }

    func schema(_ probes: Schema.Probes = .none) -> Schema {
        Schema(file: SourceFile(path: path, text: text), mutations: mutations, probes: probes)
    }
}

/// Compiles and runs samples in a directory of its own.
struct Loom: ~Copyable {
    struct Outcome: Equatable {
        var output: String
        var failed: Bool
    }

    let root: String

    init() throws {
        root = NSTemporaryDirectory() + "loom-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    func write(_ text: String, _ path: String) throws {
        let url = URL(fileURLWithPath: root + "/" + path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func run(
        _ tool: String, _ arguments: [String], environment: [String: String] = [:]
    ) throws -> (output: String, status: Int32) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [tool] + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: root)
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let log = root + "/" + UUID().uuidString
        try Data().write(to: URL(fileURLWithPath: log))
        let file = try #require(FileHandle(forWritingAtPath: log))
        process.standardOutput = file
        process.standardError = tool.hasPrefix("./") ? FileHandle.nullDevice : file
        try process.run()
        process.waitUntilExit()
        let output = try String(decoding: Data(contentsOf: URL(fileURLWithPath: log)), as: UTF8.self)
        try? FileManager.default.removeItem(atPath: log)
        return (output, process.terminationStatus)
    }

    /// One object per text: each is a module of its own, so that all fit in one program.
    func compile(_ sample: Sample, _ text: String, _ key: String) throws -> (output: String, status: Int32) {
        try run("swiftc", prepare(sample, text, key))
    }

    /// Those of several texts that compile.
    func compiling(_ sample: Sample, _ texts: [(key: String, text: String)]) throws -> Set<String> {
        var compiled: Set<String> = []
        var running: [(String, Process)] = []
        func finish() {
            let (key, process) = running.removeFirst()
            process.waitUntilExit()
            if process.terminationStatus == 0 { compiled.insert(key) }
        }
        for (key, text) in texts {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = try ["swiftc"] + prepare(sample, text, key)
            process.currentDirectoryURL = URL(fileURLWithPath: root)
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            running.append((key, process))
            if running.count >= ProcessInfo.processInfo.activeProcessorCount { finish() }
        }
        while !running.isEmpty { finish() }
        return compiled
    }

    private func prepare(_ sample: Sample, _ text: String, _ key: String) throws -> [String] {
        let path = "\(key)/\(sample.path)"
        try write(text, path)
        var arguments = [
            "-frontend", "-c", "-swift-version", "6", "-diagnostic-style", "llvm", "-module-name", "M_\(key)",
            "-o", "\(key).o",
            "\(root)/\(path)",
        ]
        if !sample.isScript {
            let bridge = "@_cdecl(\"entry_\(key)\") public func __entry() { entry() }\n"
            try write(bridge, "\(key)/Bridge.swift")
            arguments = [
                "-emit-object", "-wmo", "-swift-version", "6", "-diagnostic-style=llvm", "-module-name",
                "M_\(key)",
                "-parse-as-library", "-o",
                "\(key).o", "\(root)/\(path)", "\(key)/Bridge.swift",
            ]
        }
        return arguments
    }

    /// Weaves, compiles and leaves out until it compiles.
    func settle(
        _ sample: Sample, _ key: String, probes: Schema.Probes = .none
    ) throws -> (woven: Woven, rounds: Int) {
        let schema = sample.schema(probes)
        var dropped: Set<Int32> = []
        var escalated: Set<Int32> = []
        for round in 1...12 {
            let woven = schema.rendered(dropping: dropped, escalating: escalated)
            let (output, status) = try compile(sample, woven.text, key)
            if status == 0 { return (woven, round) }
            let notes = CompilerNotes(output, root: root + "/" + key)
            let blame = schema.blame(notes.problems, in: woven)
            if blame.isEmpty || !blame.unexplained.isEmpty {
                Issue.record("\(sample.name): not explained\n\(output.prefix(4_000))\n\(woven.text)")
                throw CancellationError()
            }
            if ProcessInfo.processInfo.environment["LOOM_LOG"] != nil {
                print(sample.name, round, blame, output.prefix(3_000))
            }
            dropped.formUnion(blame.drop)
            escalated.formUnion(blame.escalate)
        }
        Issue.record("\(sample.name): does not settle")
        throw CancellationError()
    }

    /// Links objects with a switch that reads the environment once.
    func link(_ keys: [String], _ woven: [Woven], script: Bool, _ program: String) throws {
        var units: [String] = []
        for file in woven {
            for unit in file.units { units += unit.numbers.map { "\"\(unit.id):\($0)\"" } }
        }
        var text = """
            #if canImport(Glibc)
            import Glibc
            #else
            import Darwin
            #endif
            let chosen: Int32 = getenv("CHOSEN").flatMap { Int32(String(cString: $0)) } ?? 0
            let table: Set<String> = [\(units.joined(separator: ", "))]
            nonisolated(unsafe) var hits: [Int32] = []
            let noted = getenv("NOTED") != nil
            @_cdecl("healing_lab_pick") public func pick(_ unit: Int32) -> Int32 {
                table.contains("\\(unit):\\(chosen)") ? chosen : 0
            }
            @_cdecl("healing_lab_hit") public func hit(_ unit: Int32) {
                if noted, !hits.contains(unit) { hits.append(unit); print("hit", unit) }
            }

            """
        if !script {
            text += "setvbuf(stdout, nil, _IOLBF, 0)\nlet key = CommandLine.arguments[1]\n"
            for (index, key) in keys.enumerated() {
                text += "@_silgen_name(\"entry_\(key)\") func entry\(index)()\n"
                text += "if key == \"\(key)\" { entry\(index)() }\n"
            }
        }
        let name = script ? "Stub.swift" : "main.swift"
        try write(text, "driver-\(program)/\(name)")
        var arguments = ["-frontend", "-c", "-swift-version", "5", "-module-name", "Driver"]
        if script { arguments.append("-parse-as-library") }
        let object = try run(
            "swiftc", arguments + ["-o", "driver-\(program).o", "driver-\(program)/\(name)"])
        #expect(object.status == 0, "\(object.output)")
        let linked = try run("swiftc", ["-o", program, "driver-\(program).o"] + keys.map { $0 + ".o" })
        #expect(linked.status == 0, "\(linked.output)")
    }

    func outcome(_ program: String, _ key: String, chosen: Int32 = 0) throws -> Outcome {
        let result = try run(
            "./" + program, [key], environment: ["CHOSEN": String(chosen), "SWIFT_BACKTRACE": "enable=no"])
        // Full names of types have their module in front.
        let module = key.isEmpty ? "M_" + program.dropFirst("program-".count) : "M_" + key
        return Outcome(
            output: result.output.replacingOccurrences(of: module + ".", with: ""), failed: result.status != 0
        )
    }
}

/// A text of so many bytes that says nothing, to make code large.
func padding(_ bytes: Int) -> String {
    String(repeating: "// " + String(repeating: "-", count: 96) + "\n", count: bytes / 100)
}
