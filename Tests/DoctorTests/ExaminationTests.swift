import Doctor
import Foundation
import Testing

@Suite struct ExaminationTests {
    @Test func a_sound_machine_passes_every_check() {
        let examination = Examination(.sound)
        #expect(examination.outcome == .ok)
        #expect(examination.checks.map(\.id) == CheckID.allCases)
        #expect(examination.checks.allSatisfy { $0.outcome == .ok && $0.meaning == nil && $0.advice == nil })
    }

    struct Case: Sendable {
        var name: String
        var id: CheckID
        var outcome: Check.Outcome
        /// In the finding.
        var finding: String
        /// In the advice.
        var advice: String
        var change: @Sendable (inout MachineFacts) -> Void
    }

    static let cases: [Case] = [
        Case(
            name: "no swift", id: .toolchain, outcome: .failed, finding: "no swift in PATH",
            advice: "https://www.swift.org/install"
        ) { $0.swift = .missing },
        Case(
            name: "an old swift", id: .toolchain, outcome: .failed, finding: "Swift 6.1 is too old",
            advice: "Swift 6.2 or later"
        ) { $0.swift = .version("Swift version 6.1.2 (swift-6.1.2-RELEASE)") },
        Case(
            name: "a swift that crashes", id: .toolchain, outcome: .failed, finding: "libncurses.so.6",
            advice: "install Swift"
        ) { $0.swift = .broken("error while loading shared libraries: libncurses.so.6") },
        Case(
            name: "a swift of no known version", id: .toolchain, outcome: .warning, finding: "my own build",
            advice: "install Swift"
        ) { $0.swift = .version("my own build") },
        Case(
            name: "no linker", id: .tests, outcome: .failed, finding: "cannot find crt1.o",
            advice: "apt-get install g++ libc6-dev"
        ) { $0.trial = .failed("error: cannot find crt1.o") },
        Case(
            name: "a home that cannot be written to", id: .tests, outcome: .failed,
            finding: "/nonexistent/.cache", advice: "below the home directory"
        ) { $0.trial = .failed("error: unable to open '/nonexistent/.cache/x.pcm': 'Permission denied'") },
        Case(
            name: "copies where this user may not write", id: .disk, outcome: .failed,
            finding: "/srv/lab cannot be written to: Permission denied", advice: "let this user write there"
        ) { $0.work = .init(path: "/srv/lab", freeBytes: 50 << 30, problem: "Permission denied") },
        Case(
            name: "no toolchain to try", id: .tests, outcome: .failed, finding: "could not be tried",
            advice: "mend the toolchain"
        ) { $0.trial = .untried },
        Case(
            name: "no git", id: .git, outcome: .failed, finding: "no git in PATH",
            advice: "apt-get install git"
        ) { $0.git = .missing },
        Case(
            name: "no libgit2 to build with", id: .libgit2, outcome: .warning,
            finding: "pkg-config does not find it", advice: "apt-get install libgit2-dev"
        ) { $0.libraries["libgit2"] = nil },
        Case(
            name: "no libgit2 and no pkg-config", id: .libgit2, outcome: .warning,
            finding: "pkg-config does not find it", advice: "apt-get install pkg-config libgit2-dev"
        ) {
            $0.pkgConfig = .missing
            $0.libraries = [:]
        },
        Case(
            name: "another libgit2", id: .libgit2, outcome: .warning, finding: "pkg-config finds 1.7.2",
            advice: "build the lab again"
        ) { $0.libraries["libgit2"] = "1.7.2" },
        Case(
            name: "no sqlite, no curl", id: .packages, outcome: .warning,
            finding: "missing: libsqlite3-dev, curl", advice: "apt-get install libsqlite3-dev curl"
        ) {
            $0.libraries["sqlite3"] = nil
            $0.curl = .missing
        },
        Case(
            name: "no engine", id: .engine, outcome: .warning,
            finding: "no socket at /var/run/docker.sock", advice: "systemctl start docker"
        ) { $0.engine = .noSocket("/var/run/docker.sock") },
        Case(
            name: "an engine that is down", id: .engine, outcome: .warning, finding: "refused",
            advice: "systemctl restart docker"
        ) { $0.engine = .silent(socket: "/run/dead.sock", reason: "the connection was refused") },
        Case(
            name: "an engine over the network", id: .engine, outcome: .warning, finding: "tcp://",
            advice: "DOCKER_HOST=unix:///PATH"
        ) { $0.engine = .badSetting("tcp://host:2375 is not the unix socket of an engine") },
        Case(
            name: "a full disk", id: .disk, outcome: .failed,
            finding: "only 16.0 KiB (16384 bytes) free in /srv/lab", advice: "LAB_WORK_DIR"
        ) { $0.work = .init(path: "/srv/lab", freeBytes: 16384) },
        Case(
            name: "a disk with nothing left", id: .disk, outcome: .failed,
            finding: "/srv/lab cannot be written to: No space left on device; 0 bytes free",
            advice: "free some"
        ) { $0.work = .init(path: "/srv/lab", freeBytes: 0, problem: "No space left on device") },
        Case(
            name: "a disk without room for more files", id: .disk, outcome: .failed,
            finding: "room for only 12 more files", advice: "free some room"
        ) { $0.work.freeFiles = 12 },
        Case(
            name: "a disk that is nearly full", id: .disk, outcome: .warning, finding: "5.0 GiB",
            advice: "--work-dir"
        ) { $0.work.freeBytes = (5 << 30) - 1 },
        Case(
            name: "temporary files cannot be written", id: .temporary, outcome: .failed,
            finding: "/tmp cannot be written to: Read-only file system", advice: "TMPDIR"
        ) { $0.temporary.problem = "Read-only file system" },
        Case(
            name: "no room for temporary files", id: .temporary, outcome: .failed,
            finding: "256.0 MiB (268435456 bytes) needed", advice: "TMPDIR"
        ) { $0.temporary.freeBytes = 1 << 20 },
        Case(
            name: "no namespaces", id: .isolation, outcome: .warning,
            finding: "no namespaces (a user namespace: Operation not permitted)", advice: "user namespaces"
        ) { $0.isolation = .partial("no namespaces (a user namespace: Operation not permitted)") },
        Case(
            name: "no fork server", id: .isolation, outcome: .warning, finding: "libForkServer.so",
            advice: "make install"
        ) { $0.isolation = .noLibrary },
    ]

    @Test(arguments: cases)
    func what_is_wrong_is_named_with_what_to_do(_ one: Case) throws {
        let examination = Examination(MachineFacts.sound.with(one.change))
        #expect(examination.outcome == one.outcome, "\(one.name)")
        let check = try #require(examination.checks.first { $0.id == one.id })
        #expect(check.outcome == one.outcome)
        #expect(check.finding.contains(one.finding), "\(check.finding)")
        #expect(check.advice?.contains(one.advice) == true, "\(check.advice ?? "")")
        #expect(check.meaning?.isEmpty == false)
        let others = examination.checks.filter { $0.id != one.id }
        #expect(others.allSatisfy { $0.outcome == .ok } || one.name.contains(" and no "), "\(one.name)")
    }

    @Test func a_warning_of_a_required_check_counts_as_failed() {
        let facts = MachineFacts.sound.with { $0.engine = .noSocket("/var/run/docker.sock") }
        #expect(Examination(facts).outcome == .warning)
        #expect(Examination(facts, required: [.isolation]).outcome == .warning)
        #expect(Examination(facts, required: [.engine]).outcome == .failed)
        #expect(facts.check(.engine, required: [.engine])?.outcome == .failed)
    }

    @Test func without_debian_the_packages_are_named_all_the_same() {
        let facts = MachineFacts.sound.with {
            $0.installer = .unknown
            $0.libraries = [:]
        }
        #expect(
            facts.check(.libgit2)?.advice == "install libgit2-dev (Debian's names) with your package manager")
    }

    @Test func the_json_holds_every_field() throws {
        let data = try JSONEncoder().encode(Examination(.sound))
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let checks = try #require(object["checks"] as? [[String: Any]])
        #expect(object["outcome"] as? String == "ok")
        #expect(checks.allSatisfy { Set($0.keys) == ["check", "outcome", "finding", "meaning", "advice"] })
    }
}
