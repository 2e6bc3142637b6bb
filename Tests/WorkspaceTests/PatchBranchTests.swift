import Foundation
import Incident
import Testing

@testable import Workspace

/// With real repositories; the git command makes them and looks at what came of it.
@Suite struct PatchBranchTests {
    private let fixture: Fixture
    private let root: String

    private static let old = "let a = 1\nlet b = 2\n"
    private static let new = "let a = 1\nlet b = 3\n"
    private static let changes = [
        PatchBranch.Change(path: "Sources/Kit/A.swift", before: old, after: new),
        PatchBranch.Change(path: "Tests/KitTests/New.swift", before: nil, after: "// new\n"),
    ]

    init() throws {
        fixture = try Fixture()
        root = try fixture.write(["Sources/Kit/A.swift": Self.old, "README.md": "# Kit\n"], in: "repository")
        try git("init -q -b main; git config user.name Ada; git config user.email ada@example.org")
        try git("add -A; git commit -q -m 'first'")
    }

    @discardableResult
    private func git(_ arguments: String, in folder: String? = nil) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-ec", "git \(arguments)"]
        process.currentDirectoryURL = URL(fileURLWithPath: folder ?? root)
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "git \(arguments)")
        return String(decoding: data, as: UTF8.self)
    }

    /// Everything a careless branch could change: HEAD, references, index, files.
    private func state() throws -> [String] {
        let index = try Data(contentsOf: URL(fileURLWithPath: root + "/.git/index"))
        return [
            try git("rev-parse HEAD"), try git("symbolic-ref HEAD || true"), try git("for-each-ref"),
            index.base64EncodedString(), try git("status --porcelain"), try git("diff"),
            try git("stash list"),
        ]
    }

    @Test func a_branch_holds_the_patch_and_nothing_else_moves() throws {
        let before = try state()
        let branch = try PatchBranch(name: "heal/zero", package: root)
        let id = try branch.commit(
            Self.changes, message: "fix(Kit): heal\n\nHealing-Lab-Incident: 0123456789abcdef\n")
        #expect(try git("rev-parse heal/zero") == id + "\n")
        #expect(try git("rev-parse heal/zero^") == git("rev-parse main"))
        #expect(try git("show heal/zero:Sources/Kit/A.swift") == Self.new)
        #expect(
            try git("diff --name-status main heal/zero")
                == "M\tSources/Kit/A.swift\nA\tTests/KitTests/New.swift\n")
        #expect(try git("log -1 --format='%an %ae %cn' heal/zero") == "Ada ada@example.org Ada\n")
        #expect(
            try git("log -1 --format='%(trailers:key=Healing-Lab-Incident,valueonly)' heal/zero")
                .hasPrefix("0123456789abcdef\n"))
        try git("branch -D heal/zero")
        #expect(try state() == before)
        try git("fsck --strict")
    }

    @Test func a_package_below_the_root_keeps_its_place_and_a_file_its_mode() throws {
        try fixture.write(["Sub/Tool.swift": Self.old], in: "repository/packages/kit")
        try git("add -A; git update-index --chmod=+x packages/kit/Sub/Tool.swift; git commit -q -m second")
        let branch = try PatchBranch(name: "heal", package: root + "/packages/kit")
        _ = try branch.commit(
            [.init(path: "Sub/Tool.swift", before: Self.old, after: Self.new)], message: "fix: x\n")
        #expect(try git("ls-tree heal packages/kit/Sub/Tool.swift").hasPrefix("100755 blob"))
        #expect(try git("diff --name-only main heal") == "packages/kit/Sub/Tool.swift\n")
    }

    @Test func uncommitted_changes_below_the_patch_are_refused_and_nothing_is_left() throws {
        let dirty = Self.old + "let c = 4\n"
        try fixture.write(["Sources/Kit/A.swift": dirty], in: "repository")
        let before = try state()
        let branch = try PatchBranch(name: "heal", package: root)
        let error = #expect(throws: LabError.self) {
            try branch.commit(
                [.init(path: "Sources/Kit/A.swift", before: dirty, after: dirty + "let d = 5\n")],
                message: "fix: x\n")
        }
        #expect(error?.code == .badInput)
        #expect(error?.message.contains("Sources/Kit/A.swift has uncommitted changes") == true)
        #expect(try state() == before)
    }

    @Test func a_file_that_git_does_not_know_is_refused() throws {
        let branch = try PatchBranch(name: "heal", package: root)
        #expect(throws: LabError.self) {
            try branch.commit(
                [.init(path: "Sources/Kit/B.swift", before: "x\n", after: "y\n")], message: "fix: x\n")
        }
        #expect(try git("for-each-ref --format='%(refname)'") == "refs/heads/main\n")
    }

    @Test func a_new_file_that_the_last_commit_holds_is_refused() throws {
        let branch = try PatchBranch(name: "heal", package: root)
        #expect(throws: LabError.self) {
            try branch.commit([.init(path: "README.md", before: nil, after: "y\n")], message: "fix: x\n")
        }
    }

    @Test func uncommitted_changes_beside_the_patch_are_told() throws {
        try fixture.write(["README.md": "# Changed\n", "Notes.txt": "n\n"], in: "repository")
        let branch = try PatchBranch(name: "heal", package: root)
        #expect(try branch.uncommitted(except: Self.changes) == ["Notes.txt", "README.md"])
        let before = try state()
        _ = try branch.commit(Self.changes, message: "fix: x\n")
        #expect(try git("show heal:README.md") == "# Kit\n")
        try git("branch -D heal")
        #expect(try state() == before)
    }

    @Test func a_branch_that_exists_is_refused_before_and_after_the_run() throws {
        let branch = try PatchBranch(name: "heal", package: root)
        try git("branch heal")
        let error = #expect(throws: LabError.self) { try PatchBranch(name: "heal", package: root) }
        #expect(error?.message == "--open-branch heal: there is such a branch already.")
        #expect(throws: LabError.self) { try branch.commit(Self.changes, message: "fix: x\n") }
        #expect(try git("rev-parse heal") == git("rev-parse main"))
        // Where a branch of a name is, none can be below it.
        let below = try PatchBranch(name: "heal/zero", package: root)
        #expect(throws: LabError.self) { try below.commit(Self.changes, message: "fix: x\n") }
    }

    @Test(arguments: ["", "-f", "a..b", "a b", "HEAD", "refs/heads/x", "x.lock", "/x", "x/"])
    func a_name_that_git_does_not_take_is_bad_usage(_ name: String) {
        let error = #expect(throws: LabError.self) { try PatchBranch(name: name, package: root) }
        #expect(error?.code == .usage)
    }

    @Test func outside_of_a_repository_and_without_a_commit_it_is_refused() throws {
        let outside = try fixture.write(["A.swift": "x\n"], in: "outside")
        let none = #expect(throws: LabError.self) { try PatchBranch(name: "heal", package: outside) }
        #expect(none?.code == .badInput)
        #expect(none?.message.contains("is in no git repository") == true)
        try git("init -q", in: outside)
        let empty = #expect(throws: LabError.self) { try PatchBranch(name: "heal", package: outside) }
        #expect(empty?.message.contains("no commit") == true)
    }

    @Test func a_repository_that_libgit2_cannot_read_is_told_from_none() throws {
        let folder = try fixture.write(["A.swift": "x\n"], in: "sha256")
        try git("init -q --object-format=sha256", in: folder)
        let error = #expect(throws: LabError.self) { try PatchBranch(name: "heal", package: folder) }
        // A libgit2 that can read it finds that there is no commit.
        let words = error?.message ?? ""
        #expect(
            words.contains("libgit2 cannot read the repository") || words.contains("no commit"), "\(words)")
        #expect(error?.code == .badInput)
    }

    @Test func without_a_name_the_person_is_told_how_to_set_one() throws {
        try git("config user.name ''")
        let error = #expect(throws: LabError.self) { try PatchBranch(name: "heal", package: root) }
        #expect(error?.code == .badInput)
        #expect(error?.hint?.contains("user.name") == true)
    }

    @Test func line_ends_go_into_the_commit_as_attributes_ask() throws {
        try fixture.write([".gitattributes": "*.swift text eol=crlf\n"], in: "repository")
        try git("add -A; git commit -q -m attributes")
        let lines = Self.old.replacing("\n", with: "\r\n")
        try fixture.write(["Sources/Kit/A.swift": lines], in: "repository")
        let branch = try PatchBranch(name: "heal", package: root)
        _ = try branch.commit(
            [
                .init(
                    path: "Sources/Kit/A.swift", before: lines, after: Self.new.replacing("\n", with: "\r\n"))
            ],
            message: "fix: x\n")
        #expect(try git("show heal:Sources/Kit/A.swift") == Self.new)
    }

    @Test func a_detached_head_and_a_second_working_tree_are_where_the_branch_starts() throws {
        try git("checkout -q --detach")
        _ = try PatchBranch(name: "one", package: root).commit(Self.changes, message: "fix: x\n")
        #expect(try git("rev-parse one^") == git("rev-parse HEAD"))
        let second = fixture.path + "/second"
        try git("worktree add -q '\(second)' main")
        _ = try PatchBranch(name: "two", package: second).commit(Self.changes, message: "fix: x\n")
        #expect(try git("rev-parse two^") == git("rev-parse main"))
        #expect(try git("status --porcelain", in: second).isEmpty)
    }
}
