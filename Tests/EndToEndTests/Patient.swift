import Foundation

/// A small package in a temporary folder, with a work folder beside it that every test of this run shares.
struct Patient {
    let folder: String

    /// Private copies and builds of this test run.
    static let work: String = {
        atexit { try? FileManager.default.removeItem(atPath: Patient.work) }
        return FileManager.default.temporaryDirectory.appendingPathComponent(
            "lab-work-\(ProcessInfo.processInfo.processIdentifier)"
        ).path
    }()

    /// A place for artifacts that goes with this test run.
    static func artifacts() -> String { work + "/artifacts-\(UUID())" }

    /// Processes that name a path in the work folder, and what else is wanted.
    static func strays(naming part: String = "") -> [String] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return all.filter { Int($0) != nil }.compactMap { id in
            let command = FileManager.default.contents(atPath: "/proc/\(id)/cmdline") ?? Data()
            let text = String(decoding: command, as: UTF8.self)
            return text.contains(work) && (part.isEmpty || text.contains(part)) ? "\(id) \(text)" : nil
        }
    }

    static let healthy = """
        public enum Ratio {
            public static func share(of part: Int, in total: Int) -> Int? {
                guard total != 0 else { return nil }
                return part * 100 / total
            }
        }

        """
    static let broken = healthy.replacingOccurrences(
        of: "        guard total != 0 else { return nil }\n", with: "")

    static let test = """
        import Testing
        import Kit

        @Suite struct RatioTests {
            @Test func half() { #expect(Ratio.share(of: 1, in: 2) == 50) }
            @Test func nothing() { #expect(Ratio.share(of: 1, in: 0) == nil) }
        }

        """

    init(source: String = Patient.broken, test: String? = Patient.test, at folder: String? = nil) throws {
        self.folder =
            folder
            ?? FileManager.default.temporaryDirectory.appendingPathComponent("patient-\(UUID())/Kit").path
        let testTarget = test == nil ? "" : ", .testTarget(name: \"KitTests\", dependencies: [\"Kit\"])"
        try write(
            "Package.swift",
            """
            // swift-tools-version: 6.0
            import PackageDescription
            let package = Package(name: "Kit", targets: [.target(name: "Kit")\(testTarget)])

            """)
        try write("Sources/Kit/Ratio.swift", source)
        if let test { try write("Tests/KitTests/RatioTests.swift", test) }
    }

    func write(_ path: String, _ text: String) throws { try write(path, Data(text.utf8)) }

    func write(_ path: String, _ data: Data) throws {
        let url = URL(fileURLWithPath: folder + "/" + path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url)
    }

    func read(_ path: String) throws -> String {
        try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
    }

    /// Every file with its bytes.
    func snapshot() -> [String: Data] {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        var files: [String: Data] = [:]
        for name in names { files[name] = FileManager.default.contents(atPath: folder + "/" + name) }
        return files
    }

    /// `lab heal` on it, in the shared work folder; with the fixers alone unless a search is part of what is tested.
    func heal(_ more: [String] = [], searching: Bool = false) throws -> LabProcess.Result {
        let search = searching ? [] : ["--no-search"]
        return try LabProcess.run(
            ["heal", "--package", folder, "--work-dir", Self.work] + search + more)
    }

    /// Runs a command in the package and returns what it prints; fails when the command does.
    @discardableResult
    static func shell(_ command: String, in folder: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-ec", command]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return String(decoding: data, as: UTF8.self)
    }

    func remove() {
        let parent = (folder as NSString).deletingLastPathComponent
        let isOwn = (parent as NSString).lastPathComponent.hasPrefix("patient-")
        try? FileManager.default.removeItem(atPath: isOwn ? parent : folder)
    }
}
