import Foundation
import Incident
import Testing

@testable import Mutation

/// An instance for each test, as Swift Testing makes them; its folder goes with it.
@Suite final class VerdictStoreTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("verdicts-\(UUID())")
        .path

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func mutant(_ id: String, _ verdict: MutantVerdict = .killed) -> Mutant {
        Mutant(
            id: id, path: "A.swift", operatorID: "comparison", function: "f",
            start: .init(line: 1, column: 1),
            end: .init(line: 1, column: 2), original: "<", replacement: ">", summary: "", diff: "",
            verdict: verdict, killedBy: ["Kit.b"], coveredBy: ["Kit.a", "Kit.b"], nearestTest: "Kit.a",
            milliseconds: 7)
    }

    private func write(_ ids: [String], key: String = "k") throws {
        var store = try VerdictStore(directory: folder, key: key, reads: true)
        try store.begin(tests: ["Kit.a", "Kit.b"])
        for id in ids { try store.append(mutant(id)) }
    }

    @Test func what_was_written_is_known_again() throws {
        try write(["one", "two"])
        let store = try VerdictStore(directory: folder, key: "k", reads: true)
        #expect(store.known.keys.sorted() == ["one", "two"])
        let one = try #require(store.known["one"])
        #expect(one.verdict == .killed && one.killedBy == ["Kit.b"] && one.coveredBy == ["Kit.a", "Kit.b"])
        #expect(one.nearestTest == "Kit.a" && one.milliseconds == 7)
        #expect(store.testCount == 2)
    }

    @Test func another_state_of_the_package_knows_nothing() throws {
        try write(["one"])
        #expect(try VerdictStore(directory: folder, key: "other", reads: true).known.isEmpty)
    }

    @Test func a_torn_last_line_is_passed_over_and_spoils_no_other() throws {
        try write(["one", "two"])
        let path = folder + "/k.jsonl"
        let data = try #require(FileManager.default.contents(atPath: path))
        try data.dropLast(9).write(to: URL(fileURLWithPath: path))
        #expect(try VerdictStore(directory: folder, key: "k", reads: true).known.keys.sorted() == ["one"])
        try write(["three"])
        let store = try VerdictStore(directory: folder, key: "k", reads: true)
        #expect(store.known.keys.sorted() == ["one", "three"])
    }

    @Test func without_reading_it_starts_over() throws {
        try write(["one"])
        #expect(try VerdictStore(directory: folder, key: "k", reads: false).known.isEmpty)
        #expect(try VerdictStore(directory: folder, key: "k", reads: true).known.isEmpty)
    }

    @Test func old_states_go() throws {
        for number in 0..<9 { try write(["one"], key: "k\(number)") }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 5)
    }
}
