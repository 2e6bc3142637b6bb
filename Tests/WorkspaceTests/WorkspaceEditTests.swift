import Foundation
import Incident
import Testing

@testable import Workspace

@Suite struct WorkspaceEditTests {
    private func loaded(_ files: [String: String], in fixture: Fixture) async throws -> Workspace {
        let patient = try fixture.write(files)
        let workspace = try await Workspace.open(at: fixture.workspace)
        try await workspace.load(patient: patient)
        return workspace
    }

    @Test func a_commit_holds_what_was_given_and_nothing_that_a_test_left() async throws {
        let fixture = try Fixture()
        let workspace = try await loaded(["a.swift": "1\n", "b.swift": "1\n"], in: fixture)
        let baseline = try #require(await workspace.head)
        try await workspace.write(files: ["a.swift": "2\n", "new/c.swift": "3\n"])
        try fixture.write(
            ["tree/b.swift": "by a test", "tree/dropping": "d", "tree/a.swift": "too"], in: "workspace")
        let id = try await workspace.commit(message: "edit", step: 1)
        let diff = try await workspace.diff(from: baseline, to: id)
        #expect(diff.contains("-1\n+2\n"))
        #expect(diff.contains("+++ b/new/c.swift\n"))
        #expect(!diff.contains("b.swift\n+") && !diff.contains("dropping"))
        #expect(try await workspace.sourceFiles() == ["a.swift", "b.swift", "new/c.swift"])
    }

    @Test func a_checkout_restores_the_commit_and_cleans_up() async throws {
        let fixture = try Fixture()
        let workspace = try await loaded(["a.swift": "1\n", "keep": "k"], in: fixture)
        let baseline = try #require(await workspace.head)
        let tree = await workspace.tree
        try await workspace.write(files: ["a.swift": "2\n", "c.swift": "3\n"])
        try await workspace.remove(files: ["keep", "absent"])
        let edited = try await workspace.commit(message: "edit", step: 1)
        try fixture.write(["tree/dropping/deep/x": "d", "tree/Package.resolved": "r"], in: "workspace")
        chmod(tree + "/dropping/deep", 0o000)
        try await workspace.checkout(baseline)
        #expect(try Files.names(in: tree) == [".git", "Package.resolved", "a.swift", "keep"])
        #expect(try await workspace.read("a.swift") == "1\n")
        try await workspace.checkout(edited)
        #expect(try Files.names(in: tree) == [".git", "Package.resolved", "a.swift", "c.swift"])
        await #expect(throws: LabError.self) {
            try await workspace.checkout(String(repeating: "0", count: 40))
        }
    }

    @Test(arguments: ["../x", "/x", "a//b", "a/./b", ".git/config", "a/.GIT/x", ""])
    func a_path_out_of_the_package_is_refused(path: String) async throws {
        let fixture = try Fixture()
        let workspace = try await loaded(["a": "1"], in: fixture)
        await #expect(throws: LabError.self) { try await workspace.write(files: [path: "x"]) }
        await #expect(throws: LabError.self) { try await workspace.remove(files: [path]) }
        await #expect(throws: LabError.self) { try await workspace.read(path) }
    }

    @Test func a_file_may_become_a_directory_and_a_directory_a_file() async throws {
        let fixture = try Fixture()
        let workspace = try await loaded(["a": "file\n", "d/e": "e\n"], in: fixture)
        let baseline = try #require(await workspace.head)
        try await workspace.write(files: ["a/b": "below\n"])
        try await workspace.remove(files: ["d/e"])
        try await workspace.write(files: ["d": "file\n"])
        let id = try await workspace.commit(message: "swap", step: 1)
        let tree = await workspace.tree
        try await workspace.checkout(baseline)
        #expect(try await workspace.read("a") == "file\n")
        try await workspace.checkout(id)
        #expect(try await workspace.read("a/b") == "below\n")
        #expect(Files.kind(of: tree + "/d") == .regular)
    }

    @Test(arguments: ["", "Packages/My App"])
    func git_apply_takes_a_diff_of_awkward_files(prefix: String) async throws {
        let git = try #require(
            CleanEnvironment.executable(named: "git", path: ProcessInfo.processInfo.environment["PATH"]))
        let fixture = try Fixture()
        let before = [
            "no newline": "a\nb", "crlf.txt": "a\r\nb\r\n", "tab\tname": "1\n", "ünïcode \"q\".swift": "1\n",
            "gone": "x\n", ".gitattributes": "*.txt text eol=lf\n*.swift -diff\n", "back\\slash": "1\n",
        ]
        let after = [
            "no newline": "a\nc", "crlf.txt": "a\r\nc\r\n", "tab\tname": "2\n", "ünïcode \"q\".swift": "2\n",
            "new/file": "fresh\n", "new/empty": "", "back\\slash": "2\n",
        ]
        let workspace = try await loaded(before, in: fixture)
        let baseline = try #require(await workspace.head)
        try await workspace.write(files: after)
        try await workspace.remove(files: ["gone"])
        let id = try await workspace.commit(message: "edit", step: 1)
        let diff = try await workspace.diff(from: baseline, to: id, pathPrefix: prefix)
        #expect(diff.contains(/index [0-9a-f]{10}\.\.[0-9a-f]{10} 100644/))
        let target = try fixture.write(before, in: prefix.isEmpty ? "target" : "target/" + prefix)
        try fixture.write(["patch": diff], in: "target")
        let result = try await SubprocessRunner().run(
            Command(
                git, ["apply", "patch"],
                environment: ["GIT_CEILING_DIRECTORIES": fixture.path, "GIT_CONFIG_GLOBAL": "/dev/null"],
                workingDirectory: fixture.path + "/target"))
        #expect(result.termination == .exited(0), "\(result.console)\n\(diff)")
        for (name, text) in after {
            #expect(String(decoding: try Files.read(target + "/" + name), as: UTF8.self) == text)
        }
        #expect(Files.kind(of: target + "/gone") == nil)
    }

    @Test func what_was_never_loaded_cannot_be_edited() async throws {
        let fixture = try Fixture()
        let workspace = try await Workspace.open(at: fixture.workspace)
        await #expect(throws: LabError.self) { try await workspace.write(files: ["a": "1"]) }
        await #expect(throws: LabError.self) { try await workspace.commit(message: "m", step: 1) }
    }
}
