import Foundation
import Testing

/// `lab doctor` and `scripts/doctor` on machines that really lack something.
@Suite struct DoctorTests {
    private struct Answer: Decodable {
        struct Check: Decodable {
            var check: String
            var outcome: String
            var finding: String
            var advice: String?
        }
        var outcome: String
        var checks: [Check]

        func check(_ id: String) -> Check? { checks.first { $0.check == id } }
    }

    private struct Said {
        var code: Int32
        var output: String
    }

    /// The variables are added to the environment of the tests.
    private func run(
        _ program: String, _ arguments: [String], _ environment: [String: String]
    ) throws -> Said {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.currentDirectoryURL = DocsTests.root
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Said(code: process.terminationStatus, output: String(decoding: data, as: UTF8.self))
    }

    private func doctor(
        _ arguments: [String] = [], _ environment: [String: String] = [:]
    ) throws -> (code: Int32, answer: Answer) {
        let said = try run(LabProcess.executable.path, ["doctor", "--json"] + arguments, environment)
        return (said.code, try JSONDecoder().decode(Answer.self, from: Data(said.output.utf8)))
    }

    private func emptyFolder() throws -> String {
        let path = Patient.work + "/doctor-\(UUID())"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    /// A PATH of its own that holds only these programs of the machine.
    private func path(with programs: [String]) throws -> String {
        let folder = try emptyFolder()
        for name in programs {
            let found = try Patient.shell("command -v \(name)", in: "/")
                .trimmingCharacters(in: .whitespacesAndNewlines)
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/" + name, withDestinationPath: found)
        }
        return folder
    }

    private static let plain = [
        "awk", "df", "dirname", "grep", "head", "mktemp", "rm", "sed", "sh",
    ]

    @Test func this_machine_can_heal() throws {
        let (code, answer) = try doctor()
        #expect(code == 0)
        #expect(answer.check("toolchain")?.finding.contains("Swift version 6.") == true)
        #expect(answer.check("tests")?.outcome == "ok")
        #expect(answer.check("libgit2")?.outcome == "ok")
        #expect(answer.check("disk")?.finding.contains("bytes") == true)
        let page = try String(
            contentsOf: DocsTests.root.appendingPathComponent("docs/doctor.md"), encoding: .utf8)
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
        #expect(rows.map { $0.split(separator: "`")[1] } == answer.checks.map { Substring($0.check) })
        let text = try LabProcess.run(["doctor"])
        #expect(text.code == 0)
        #expect(text.output.contains("✓ tests     a program with XCTest and Swift Testing was built and run"))
    }

    @Test func without_tools_each_is_missed_by_name() throws {
        let empty = try emptyFolder()
        let (code, answer) = try doctor([], ["PATH": empty])
        #expect(code == 69)
        #expect(answer.check("toolchain")?.finding == "there is no swift in PATH")
        #expect(answer.check("tests")?.outcome == "failed")
        #expect(answer.check("git")?.finding == "there is no git in PATH")
        #expect(answer.check("libgit2")?.outcome == "warning")
        #expect(answer.check("packages")?.finding.contains("pkg-config, libsqlite3-dev, curl") == true)
    }

    @Test func a_socket_that_is_dead_is_told_and_fails_only_where_an_engine_is_required() throws {
        let tools = try path(with: ["sh"])
        let none = try emptyFolder() + "/none.sock"
        let missing = try doctor([], ["PATH": tools, "DOCKER_HOST": "unix://" + none])
        #expect(missing.answer.check("engine")?.outcome == "warning")
        #expect(missing.answer.check("engine")?.finding == "there is no socket at \(none)")
        // A file in the place of a socket: nobody answers there.
        let dead = try emptyFolder() + "/dead.sock"
        try Data().write(to: URL(fileURLWithPath: dead))
        let required = try doctor(["--require", "engine"], ["PATH": tools, "DOCKER_HOST": "unix://" + dead])
        #expect(required.code == 69)
        #expect(required.answer.check("engine")?.outcome == "failed")
        #expect(required.answer.check("engine")?.finding.contains(dead) == true)
        let far = try doctor([], ["PATH": tools, "DOCKER_HOST": "tcp://127.0.0.1:2375"])
        #expect(far.answer.check("engine")?.finding.contains("tcp://127.0.0.1:2375") == true)
    }

    @Test func an_unknown_check_to_require_is_bad_usage() throws {
        let result = try LabProcess.run(["doctor", "--require", "egnine"])
        #expect(result.code == 64)
        #expect(result.errors.contains("engine"))
    }

    @Test(.enabled(if: getuid() == 0, "mounting a small file system needs root"))
    func a_full_disk_is_told_with_its_path_and_what_is_free() throws {
        let tools = try path(with: ["sh"])
        let full = try emptyFolder()
        do {
            try Patient.shell("mount -t tmpfs -o size=64k lab-test '\(full)'", in: "/")
        } catch {
            return withKnownIssue("this machine does not let root mount a file system") { throw error }
        }
        defer { _ = try? Patient.shell("umount '\(full)'", in: "/") }
        let small = try doctor(["--work-dir", full + "/copies"], ["PATH": tools])
        #expect(small.code == 69)
        #expect(
            small.answer.check("disk")?.finding
                == "only 64.0 KiB (65536 bytes) free in \(full)/copies, 1.0 GiB (1073741824 bytes) needed")
        _ = try? Patient.shell("head -c 100000 /dev/zero > '\(full)/filler'", in: "/")
        let none = try doctor([], ["PATH": tools, "LAB_WORK_DIR": full])
        #expect(
            none.answer.check("disk")?.finding
                == "\(full) cannot be written to: No space left on device; 0 bytes free")
        #expect(try FileManager.default.contentsOfDirectory(atPath: full) == ["filler"])
    }

    @Test func a_folder_that_is_no_folder_is_told() throws {
        let tools = try path(with: ["sh"])
        let (_, answer) = try doctor(["--work-dir", "/dev/null/copies"], ["PATH": tools])
        #expect(answer.check("disk")?.outcome == "failed")
        #expect(answer.check("disk")?.finding.hasPrefix("/dev/null/copies cannot be written to") == true)
    }

    @Test func a_pkg_config_without_libgit2_is_told() throws {
        let tools = try path(with: ["sh", "pkg-config"])
        let (_, answer) = try doctor([], ["PATH": tools, "PKG_CONFIG_LIBDIR": try emptyFolder()])
        #expect(answer.check("libgit2")?.finding.hasSuffix("pkg-config does not find it") == true)
        #expect(answer.check("libgit2")?.advice?.contains("libgit2-dev") == true)
        #expect(answer.check("packages")?.finding.contains("libsqlite3-dev") == true)
    }

    @Test func the_script_tells_what_is_missing_before_anything_is_built() throws {
        let script = DocsTests.root.appendingPathComponent("scripts/doctor").path
        #expect(try run(script, [], [:]).code == 0)
        let bare = try run(script, [], ["PATH": try path(with: Self.plain)])
        #expect(bare.code == 69)
        #expect(bare.output.contains("✗ toolchain there is no swift in PATH"))
        #expect(bare.output.contains("✗ git       there is no git in PATH"))
        #expect(bare.output.contains("pkg-config"))
        let without = try run(script, [], ["PKG_CONFIG_LIBDIR": try emptyFolder()])
        #expect(without.code == 69)
        #expect(without.output.contains("✗ libgit2   pkg-config does not find libgit2"))
        #expect(without.output.contains("libgit2-dev"))
    }

    /// In a mount namespace of its own the library really is gone: for the loader and for pkg-config.
    @Test(.enabled(if: getuid() == 0, "hiding a library of the machine needs root"))
    func without_libgit2_the_script_says_what_to_install() throws {
        let lab = LabProcess.executable.path
        let library = try Patient.shell(
            "ldd '\(lab)' | sed -n 's/.*libgit2.* => \\([^ ]*\\) .*/\\1/p'", in: "/"
        )
        .trimmingCharacters(in: .whitespacesAndNewlines)
        let folder = URL(fileURLWithPath: library).deletingLastPathComponent().path
        let upper = try emptyFolder()
        let hide = """
            mount -t tmpfs lab-test '\(upper)' && mkdir '\(upper)/u' '\(upper)/w' &&
            mount -t overlay overlay -o lowerdir=\(folder),upperdir=\(upper)/u,workdir=\(upper)/w \(folder) &&
            rm \(folder)/libgit2* \(folder)/pkgconfig/libgit2.pc
            """
        do {
            try Patient.shell("unshare -m sh -ec '\(hide.replacing("'", with: ""))'", in: "/")
        } catch {
            return withKnownIssue("this machine does not let root mount over a folder") { throw error }
        }
        let script = DocsTests.root.appendingPathComponent("scripts/doctor").path
        let said = try run(
            "/usr/bin/unshare",
            ["-m", "sh", "-ec", hide.replacing("'", with: "") + " && exec \(script) \(lab)"], [:])
        #expect(said.code == 69)
        #expect(said.output.contains("✗ lab       \(lab) does not start: "))
        #expect(said.output.contains("✗ libgit2   pkg-config does not find libgit2"))
        #expect(said.output.contains("libgit2-dev"))
    }

    @Test func the_script_says_why_a_lab_does_not_start() throws {
        let lab = try emptyFolder() + "/lab"
        let error =
            "lab: error while loading shared libraries: libgit2.so.1.5: cannot open shared object file"
        try Data("#!/bin/sh\necho '\(error)' >&2\nexit 127\n".utf8).write(to: URL(fileURLWithPath: lab))
        try Patient.shell("chmod +x '\(lab)'", in: "/")
        let script = DocsTests.root.appendingPathComponent("scripts/doctor").path
        let said = try run(script, [lab], [:])
        #expect(said.code == 69)
        #expect(said.output.contains("✗ lab       \(lab) does not start: \(error)"))
        #expect(said.output.contains("libgit2-dev"))
        #expect(try run(script, [LabProcess.executable.path], [:]).output.contains("✓ isolation"))
    }
}
