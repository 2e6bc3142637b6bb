import Bench
import Foundation
import Incident
import Scoreboard
import Workspace

/// Where a run of the scoreboard happens, worked out and checked before it starts.
struct BenchGround {
    /// The checkout; nil outside of one.
    let root: String?
    let package: String
    let name: String
    let output: String
    let healer: Healer
    private let work: String
    private let budget: Duration
    private let seed: UInt64
    private let limits: TestLimits
    private let heldOut: String?

    init(_ command: BenchCommand) throws {
        let own = command.selection.package
        root = own == nil ? try Repository.root() : try? Repository.root()
        package = try PackagePath.check(own ?? (root ?? "") + "/Sources/LabApp")
        name = URL(fileURLWithPath: package).resolvingSymlinksInPath().lastPathComponent
        let key = own == nil ? name : "\(name)-\(Digest.sha256(package).prefix(8))"
        let base = Self.base(command.workDir, root: root)
        work = base + "/bench-work/" + key
        output =
            command.output.map { URL(fileURLWithPath: $0).path } ?? base + "/bench"
            + (own == nil ? "" : "-" + key)
        // What a run writes inside of the package would look like a healer that strays.
        for (flag, path) in [("--output", output), ("--work-dir", work)] where path.hasPrefix(package + "/") {
            throw LabError(
                .badInput, "\(flag) \(path): it lies inside of the package.",
                hint: "Give --output and --work-dir directories elsewhere.")
        }
        let folder = FileManager.default.currentDirectoryPath
        healer = try command.healer.map { .command(try HealerCommand($0, in: folder)) } ?? .lab
        budget = .milliseconds(Int(command.budget * 1000))
        seed = command.selection.seed
        let seconds = command.testTimeLimit ?? (own == nil ? 5 : 60)
        limits = TestLimits(perTest: .milliseconds(Int(seconds * 1000)), addressSpaceBytes: 4 << 30)
        heldOut = try command.heldOut.map { path in
            var isDirectory: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory),
                isDirectory.boolValue
            else { throw LabError(.badInput, "--held-out \(path): there is no such directory.") }
            return URL(fileURLWithPath: path).path
        }
    }

    /// Where everything is kept, unless `--output` says otherwise.
    ///
    /// - Parameter root: of the checkout; nil outside of one.
    static func base(_ workDir: String?, root: String?) -> String {
        workDir.map { URL(fileURLWithPath: $0).path } ?? root.map { $0 + "/.lab" } ?? CodeOptions.base(nil)
    }

    /// Tells one build of the lab from another, without reading all of it.
    static var build: String {
        let path = Bundle.main.executableURL?.resolvingSymlinksInPath().path ?? ""
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let size = (attributes?[.size] as? Int) ?? 0
        let date = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return String(Digest.sha256("\(size) \(date)").prefix(12))
    }

    func players(_ jobs: Int) -> [any TrialPlayer] {
        (1...jobs).map { job in
            CodePlayer(
                folder: "\(work)/job-\(job)",
                options: .init(
                    package: package, name: name, healer: healer, budget: budget, seed: seed,
                    testLimits: limits, heldOut: heldOut, searchLibrary: CodeOptions.forkServer,
                    abortTrace: CodeOptions.abortTrace))
        }
    }

    /// A folder of the service trials.
    var serviceFolder: String { work + "/service" }
    var serviceBudget: Duration { budget }
}
