import Foundation
import GRDB
import Incident
import Testing
import Watchdog

@testable import WatchdogJournal

@Suite struct SQLiteJournalTests {
    @Test func entries_come_back_newest_first_and_memories_as_last_recorded() throws {
        let fixture = try JournalFixture()
        defer { fixture.remove() }
        do {
            let journal = try fixture.open()
            for number in 1...3 { try JournalFixture.append(number, to: journal) }
            try JournalFixture.append(4, to: journal, service: "other")
        }
        let journal = try fixture.open()
        #expect(try JournalFixture.numbers(journal) == [3, 2, 1])
        #expect(try JournalFixture.numbers(journal, service: nil) == [4, 3, 2, 1])
        let memories = try journal.memories()
        #expect(memories.keys.sorted() == ["other", "web"])
        #expect(memories["web"]?.tries == 3 && memories["web"]?.current?.image == "sha256:3")
        let newest = try #require(try journal.entries(service: nil, limit: 1).first)
        #expect(newest.moment == Moment(boot: BootInstant(nanoseconds: 4), wall: 4000))
        #expect(newest.sequence == 4 && newest.service == "other")
    }

    @Test func every_kind_of_entry_survives_the_way_there_and_back() throws {
        let fixture = try JournalFixture()
        defer { fixture.remove() }
        let journal = try fixture.open()
        let entries: [JournalEntry] = [
            .adopted(.init(id: "a", image: "b")), .promoted(image: "i", byHand: true),
            .opened(incident: "1", cause: .oomKilled), .planned(incident: "1", rung: .rollback),
            .intent(incident: "1", call: .create(name: "n", like: "l", image: "i", reference: "r")),
            .intent(incident: "1", call: .stop(id: "x", timeout: .milliseconds(1500))),
            .outcome(incident: "1", verb: "stop", result: "done"), .verifying(incident: "1", rung: .restart),
            .closing(incident: "1", ending: .escalated(.rollbackFailed)), .closed(incident: "1"),
            .stoppedByHand(id: "x"), .startedAgain(id: "x"), .cleared, .noted,
        ]
        for entry in entries {
            try journal.append(
                entry, memory: ServiceMemory(boot: "b"), service: "web",
                at: Moment(boot: .zero, wall: 0))
        }
        #expect(try journal.entries(service: "web", limit: 100).map(\.entry) == entries.reversed())
    }

    @Test func it_is_write_ahead_logged_and_synchronises_each_append() throws {
        let fixture = try JournalFixture()
        defer { fixture.remove() }
        let journal = try fixture.open()
        #expect(try journal.settings() == ["wal", "2"])
    }

    @Test func only_the_newest_entries_of_each_service_are_kept() throws {
        let fixture = try JournalFixture()
        defer { fixture.remove() }
        let journal = try SQLiteJournal(path: fixture.path, entryLimit: 50)
        // Only ever at odd numbers, so that no pruning falls on one of its own appends.
        for number in 1...400 {
            try JournalFixture.append(number, to: journal, service: number.isMultiple(of: 2) ? "even" : "odd")
        }
        let odd = try JournalFixture.numbers(journal, service: "odd")
        #expect(odd == stride(from: 399, through: 301, by: -2).map { $0 })
        #expect(try JournalFixture.numbers(journal, service: "even").count == 50)
    }

    @Test func a_second_watchdog_is_refused_naming_the_file_and_the_holder_but_may_read() throws {
        let fixture = try JournalFixture()
        defer { fixture.remove() }
        let journal = try fixture.open()
        try JournalFixture.append(1, to: journal)
        let error = try #require(throws: LabError.self) { try fixture.open() }
        #expect(error.code == .locked)
        #expect(error.message.contains("process \(getpid())") && error.message.contains(fixture.path))
        let reader = try SQLiteJournal(path: fixture.path, access: .reading)
        #expect(try JournalFixture.numbers(reader) == [1])
        try JournalFixture.append(2, to: journal)
        #expect(try JournalFixture.numbers(reader) == [2, 1], "a reader sees what is written meanwhile")
        let write = try #require(throws: LabError.self) { try JournalFixture.append(3, to: reader) }
        #expect(write.code == .cannotWrite)
        withExtendedLifetime(journal) {}
    }

    @Test func the_lock_goes_with_its_holder() throws {
        let fixture = try JournalFixture()
        defer { fixture.remove() }
        do { try JournalFixture.append(1, to: fixture.open()) }
        #expect(try JournalFixture.numbers(fixture.open()) == [1])
    }

    @Test func a_journal_of_a_later_version_is_refused() throws {
        let fixture = try JournalFixture()
        defer { fixture.remove() }
        do { try JournalFixture.append(1, to: fixture.open()) }
        do {
            let queue = try DatabaseQueue(path: fixture.path)
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 2") }
        }
        let error = try #require(throws: LabError.self) { try fixture.open() }
        #expect(error.code == .badInput)
        #expect(error.message.contains("version 2") && error.message.contains("up to 1"))
    }

    @Test func another_programs_database_is_refused_and_left_alone() throws {
        let fixture = try JournalFixture()
        defer { fixture.remove() }
        do {
            let queue = try DatabaseQueue(path: fixture.path)
            try queue.writeWithoutTransaction { try $0.execute(sql: "CREATE TABLE theirs (a)") }
        }
        let before = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
        let error = try #require(throws: LabError.self) { try fixture.open() }
        #expect(error.code == .badInput && error.message.contains("no journal"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: fixture.path)) == before)
    }

    @Test(arguments: ["not a database at all", "SQLite format 3\0 and then rubbish", "x"])
    func what_is_no_database_is_called_damaged_and_left_as_it_is(text: String) throws {
        let fixture = try JournalFixture()
        defer { fixture.remove() }
        let bytes = Data(text.utf8)
        try bytes.write(to: URL(fileURLWithPath: fixture.path))
        let error = try #require(throws: LabError.self) { try fixture.open() }
        #expect(error.code == .badInput && error.message.contains("damaged"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: fixture.path)) == bytes)
    }

    @Test func a_journal_with_an_overwritten_page_is_called_damaged_and_left_as_it_is() throws {
        let fixture = try JournalFixture()
        defer { fixture.remove() }
        do {
            let journal = try fixture.open()
            for number in 1...500 { try JournalFixture.append(number, to: journal) }
        }
        var bytes = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
        try #require(bytes.count > 40_000)
        bytes.replaceSubrange(8192..<36_864, with: Data(repeating: 0xA5, count: 28_672))
        try bytes.write(to: URL(fileURLWithPath: fixture.path))
        let error = try #require(throws: LabError.self) { try fixture.open() }
        #expect(error.code == .badInput && error.message.contains("damaged"))
        #expect(error.hint?.contains("Move it aside") == true)
        #expect(try Data(contentsOf: URL(fileURLWithPath: fixture.path)) == bytes)
    }

    @Test func a_journal_that_is_not_there_cannot_be_read_and_is_not_made() throws {
        let fixture = try JournalFixture()
        defer { fixture.remove() }
        let error = try #require(throws: LabError.self) {
            try SQLiteJournal(path: fixture.path, access: .reading)
        }
        #expect(error.code == .badInput)
        #expect(!FileManager.default.fileExists(atPath: fixture.path))
    }
}
