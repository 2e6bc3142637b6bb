import CGit2
import Foundation
import Incident
import Testing

@testable import Workspace

@Suite struct WorkspaceLoadTests {
    /// What is in a directory, by relative path, without `.git`.
    private func contents(_ directory: String) throws -> Set<String> {
        let all = FileManager.default.enumerator(atPath: directory)?.compactMap { $0 as? String } ?? []
        return Set(
            all.filter { path in
                !path.hasPrefix(".git/") && path != ".git"
                    && Files.kind(of: directory + "/" + path) != .directory
            })
    }

    /// Makes a repository, and adds some files to its index.
    private func makeRepository(at directory: String, tracking files: [String]) throws {
        #expect(Git.isReady)
        var repository: OpaquePointer?
        try Git.check(git_repository_init(&repository, directory, 0), "init")
        defer { git_repository_free(repository) }
        var index: OpaquePointer?
        try Git.check(git_repository_index(&index, repository), "index")
        defer { git_index_free(index) }
        for file in files { try Git.check(git_index_add_bypath(index, file), "add \(file)") }
        try Git.check(git_index_write(index), "write")
    }

    @Test func a_second_opener_is_told_who_holds_the_lock() async throws {
        let fixture = try Fixture()
        let first = try await Workspace.open(at: fixture.workspace)
        let error = await #expect(throws: LabError.self) { try await Workspace.open(at: fixture.workspace) }
        #expect(error?.code == .locked)
        #expect(error?.message == "The workspace '\(fixture.workspace)' is in use by process \(getpid()).")
        withExtendedLifetime(first) {}
    }

    #if os(Linux)
        /// A child between fork and exec has what was open, too; a copy of the descriptor is the same to the kernel.
        @Test func a_lock_is_given_up_whoever_else_has_its_descriptor() throws {
            let fixture = try Fixture()
            try FileManager.default.createDirectory(
                atPath: fixture.workspace, withIntermediateDirectories: true)
            var lock: WorkspaceLock? = try WorkspaceLock(directory: fixture.workspace)
            let path = fixture.workspace + "/lock"
            let descriptors = (0..<1024).filter {
                (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")) == path
            }
            let copy = dup(Int32(try #require(descriptors.first)))
            defer { close(copy) }
            #expect(throws: LabError.self) { try WorkspaceLock(directory: fixture.workspace) }
            lock = nil
            _ = lock
            _ = try WorkspaceLock(directory: fixture.workspace)
        }
    #endif

    @Test func the_lock_goes_with_its_holder() async throws {
        let fixture = try Fixture()
        do { _ = try await Workspace.open(at: fixture.workspace) }
        _ = try await Workspace.open(at: fixture.workspace)
    }

    @Test func opening_kills_what_an_earlier_run_of_this_workspace_left() async throws {
        let fixture = try Fixture()
        // A mark of another run, given by hand, hides the process from the runner that starts it.
        let result = try await SubprocessRunner().run(
            Command(
                "/bin/sh", ["-c", "setsid sleep 1000 >/dev/null 2>&1 & echo $!; sleep 0.2"],
                environment: ["HEALING_LAB_RUN": "/elsewhere:1|\(fixture.workspace):2"]))
        let stray = try #require(Int32(result.console.trimmingCharacters(in: .whitespacesAndNewlines)))
        #expect(ProcessTable.isAlive(stray))
        _ = try await Workspace.open(at: fixture.workspace)
        #expect(!ProcessTable.isAlive(stray))
    }

    @Test func outside_of_git_the_ignore_files_decide() async throws {
        let fixture = try Fixture()
        let patient = try fixture.write([
            "a.swift": "a", ".gitignore": "*.log\n/skipped/\n", "b.log": "b", "skipped/c": "c",
            "d/skipped/e": "e",
            "d/.gitignore": "f\n", "d/f": "f", "f": "f", ".build/x": "x", "d/.swiftpm/y": "y",
            "Package.resolved": "{}",
        ])
        let workspace = try await Workspace.open(at: fixture.workspace)
        try await workspace.load(patient: patient)
        #expect(
            try await contents(workspace.tree) == [
                "a.swift", ".gitignore", "d/skipped/e", "d/.gitignore", "f", "Package.resolved",
            ])
    }

    @Test func in_a_repository_the_working_tree_counts() async throws {
        let fixture = try Fixture()
        let repository = try fixture.write([
            "pkg/tracked": "old", "pkg/deleted": "x", "pkg/kept.log": "tracked although ignored",
            ".gitignore": "*.log\n",
            "other/file": "not part of it",
        ])
        try makeRepository(at: repository, tracking: ["pkg/tracked", "pkg/deleted", ".gitignore"])
        try fixture.write(["pkg/tracked": "new", "pkg/untracked": "u", "pkg/ignored.log": "i"])
        try Files.remove(repository + "/pkg/deleted")
        let workspace = try await Workspace.open(at: fixture.workspace)
        try await workspace.load(patient: repository + "/pkg")
        #expect(try await contents(workspace.tree) == ["tracked", "untracked"])
        #expect(try await workspace.read("tracked") == "new")
    }

    @Test func nested_repositories_are_copied_by_their_own_rules() async throws {
        let fixture = try Fixture()
        let patient = try fixture.write([
            "a": "a", "sub/b": "b", "sub/c.tmp": "c", "sub/.gitignore": "*.tmp\n",
        ])
        try makeRepository(at: patient + "/sub", tracking: ["b"])
        try makeRepository(at: patient, tracking: ["a"])
        let workspace = try await Workspace.open(at: fixture.workspace)
        try await workspace.load(patient: patient)
        #expect(try await contents(workspace.tree) == ["a", "sub/b", "sub/.gitignore"])
    }

    @Test func a_patient_that_its_repository_ignores_as_a_whole_is_still_read() async throws {
        let fixture = try Fixture()
        let repository = try fixture.write([".gitignore": "/out/\n", "out/pkg/a": "a"])
        try makeRepository(at: repository, tracking: [".gitignore"])
        let workspace = try await Workspace.open(at: fixture.workspace)
        try await workspace.load(patient: repository + "/out/pkg")
        #expect(try await contents(workspace.tree) == ["a"])
    }

    @Test func the_same_files_give_the_same_commit_wherever_they_lie() async throws {
        var ids: Set<String> = []
        for directory in ["one", "two/three"] {
            let fixture = try Fixture()
            let patient = try fixture.write(
                ["a.txt": "line\r\n", ".gitattributes": "*.txt text eol=lf\n", "run.sh": "#!"], in: directory)
            chmod(patient + "/run.sh", directory == "one" ? 0o700 : 0o775)
            let workspace = try await Workspace.open(at: fixture.workspace)
            let baseline = try await workspace.load(patient: patient)
            try await workspace.write(files: ["b.txt": "b"])
            let next = try await workspace.commit(message: "edit", step: 1)
            #expect(try await workspace.read("a.txt") == "line\r\n")
            ids.insert(baseline + " " + next)
        }
        #expect(ids.count == 1)
    }

    @Test func a_load_rewrites_only_what_differs_and_repairs_leftovers() async throws {
        let fixture = try Fixture()
        let patient = try fixture.write(["same": "s", "changed": "old", "d/e": "e"])
        let outside = try fixture.write(["precious": "p"], in: "outside")
        let workspace = try await Workspace.open(at: fixture.workspace)
        let first = try await workspace.load(patient: patient)
        let tree = await workspace.tree
        let before = try #require(Files.status(of: tree + "/same"))
        try fixture.write(["tree/half": "x", "tree/changed": "torn"], in: "workspace")
        try Files.remove(tree + "/d")
        try Files.link(tree + "/d", to: outside)
        try Data("broken".utf8).write(to: URL(fileURLWithPath: tree + "/.git/HEAD"))
        mkfifo(tree + "/pipe", 0o600)
        #expect(try await workspace.load(patient: patient) == first)
        #expect(try contents(tree) == ["same", "changed", "d/e"])
        #expect(try await workspace.read("changed") == "old")
        let after = try #require(Files.status(of: tree + "/same"))
        #expect(before.st_ino == after.st_ino)
        #expect(before.modification == after.modification)
        #expect(try contents(outside) == ["precious"])
    }

    @Test func links_inside_stay_and_become_relative() async throws {
        let fixture = try Fixture()
        let patient = try fixture.write(["d/file": "f", "e/other": "o"])
        try Files.link(patient + "/e/relative", to: "../d/file")
        try Files.link(patient + "/e/absolute", to: patient + "/d/file")
        mkfifo(patient + "/pipe", 0o600)
        let workspace = try await Workspace.open(at: fixture.workspace)
        try await workspace.load(patient: patient)
        let tree = await workspace.tree
        #expect(try Files.target(ofLink: tree + "/e/relative") == "../d/file")
        #expect(try Files.target(ofLink: tree + "/e/absolute") == "../d/file")
        #expect(Files.kind(of: tree + "/pipe") == nil)
    }

    @Test(arguments: ["/etc/hostname", "../../x", "../../../../../../etc/hostname"])
    func a_link_out_of_the_package_is_refused(target: String) async throws {
        let fixture = try Fixture()
        let patient = try fixture.write(["d/file": "f"])
        try Files.link(patient + "/d/link", to: target)
        let workspace = try await Workspace.open(at: fixture.workspace)
        let error = await #expect(throws: LabError.self) { try await workspace.load(patient: patient) }
        #expect(error?.code == .badInput)
        #expect(error?.message == "The symbolic link 'd/link' leads out of the package, to '\(target)'.")
    }

    @Test func a_workspace_inside_the_patient_is_not_part_of_it() async throws {
        let fixture = try Fixture()
        let patient = try fixture.write(["a": "a"])
        let workspace = try await Workspace.open(at: patient + "/lab")
        try await workspace.load(patient: patient)
        try await workspace.load(patient: patient)
        #expect(try await contents(workspace.tree) == ["a"])
    }

    @Test func a_patient_that_is_not_there_is_bad_input() async throws {
        let fixture = try Fixture()
        let workspace = try await Workspace.open(at: fixture.workspace)
        let error = await #expect(throws: LabError.self) {
            try await workspace.load(patient: "/no/such/patient")
        }
        #expect(error?.code == .badInput)
    }
}
