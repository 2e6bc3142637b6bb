import ArgumentParser
import Foundation
import Healing
import Incident
import Workspace

/// Options that commands working on a package share.
struct CodeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where private copies and their builds are kept.",
            discussion: "Default: $LAB_WORK_DIR, else healing-lab in the user's cache directory."),
        completion: .directory)
    var workDir: String?

    @Option(
        help: ArgumentHelp(
            "Seconds without any test starting or ending; after this the running test counts as hung.",
            discussion: "Default: 60, or 20 of computing without a pause.", valueName: "seconds"))
    var testTimeLimit: Double?

    @OptionGroup var scope: ScopeOptions

    func validate() throws {
        guard testTimeLimit ?? 1 > 0 else {
            throw ValidationError("--test-time-limit must be greater than 0.")
        }
    }

    var testLimits: TestLimits {
        if let testTimeLimit { return Self.limits(perTest: testTimeLimit) }
        var limits = Self.limits(perTest: 60)
        // Tests of units that compute for so long hardly ever end; those that wait for something may.
        limits.perBusyTest = .seconds(20)
        return limits
    }

    static func limits(perTest seconds: Double) -> TestLimits {
        TestLimits(perTest: .milliseconds(Int(seconds * 1000)), addressSpaceBytes: 4 << 30)
    }

    /// Opens the workspace of a patient: one folder a patient, so that its build is warm the next time.
    func workspace(for patient: String) async throws -> Workspace {
        try await Self.workspace(for: patient, in: workDir, scope: scope.scope())
    }

    static func workspace(
        for patient: String, in workDir: String?, scope: TestScope
    ) async throws -> Workspace {
        let path = URL(fileURLWithPath: patient).standardizedFileURL.resolvingSymlinksInPath().path
        let name = URL(fileURLWithPath: path).lastPathComponent
        let folder = "\(name)-\(Digest.sha256(path).prefix(8))"
        let base = base(workDir)
        return try await Workspace.open(
            at: base + "/" + folder, abortTrace: abortTrace, modules: base + "/modules",
            scope: scope)
    }

    /// Where all private copies are kept.
    static func base(_ workDir: String?) -> String {
        let environment = ProcessInfo.processInfo.environment
        if let workDir { return URL(fileURLWithPath: workDir).path }
        if let variable = environment["LAB_WORK_DIR"], !variable.isEmpty {
            return URL(fileURLWithPath: variable).path
        }
        let cache =
            environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
            ?? NSHomeDirectory() + "/.cache"
        return cache + "/healing-lab"
    }

    static var abortTrace: String? { library("libAbortTrace.so") }

    /// What the repair search and the mutation tester serve tests with; nil where there is none.
    static var forkServer: String? { library("libForkServer.so") }

    /// Beside the executable, where SwiftPM and `make install` put it.
    private static func library(_ name: String) -> String? {
        guard let executable = Bundle.main.executableURL else { return nil }
        let library = executable.resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent(name).path
        return FileManager.default.fileExists(atPath: library) ? library : nil
    }
}

/// The directory of a package, checked.
enum PackagePath {
    /// - Throws: `LabError` with `.badInput` when it is no package.
    static func check(_ path: String) throws -> String {
        let url = URL(fileURLWithPath: path).standardizedFileURL
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory),
            isDirectory.boolValue
        else {
            throw LabError(.badInput, "--package \(path): there is no such directory.")
        }
        guard FileManager.default.fileExists(atPath: url.appendingPathComponent("Package.swift").path) else {
            throw LabError(
                .badInput, "--package \(path): there is no Package.swift in it, so it is no Swift package.")
        }
        return url.path
    }

    /// The package's place in the git repository around it, with a slash at the end; empty at its root.
    ///
    /// `git apply` reads paths relative to the repository, wherever it is called from.
    static func prefix(of package: String) -> String {
        let package = URL(fileURLWithPath: package).resolvingSymlinksInPath()
        var folder = package
        while folder.path != "/" {
            if FileManager.default.fileExists(atPath: folder.appendingPathComponent(".git").path) {
                let rest = package.path.dropFirst(folder.path.count).drop { $0 == "/" }
                return rest.isEmpty ? "" : rest + "/"
            }
            folder.deleteLastPathComponent()
        }
        return ""
    }
}
