import Foundation
import Incident
import Testing
import Watchdog
import WatchdogJournal

/// Live: processes are killed and disks run full.
@Suite(.serialized) struct DurabilityTests {
    @Test(arguments: 0..<10)
    func every_entry_acknowledged_before_a_kill_is_there_after_it(round: Int) async throws {
        let fixture = try JournalFixture()
        defer { fixture.remove() }
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [fixture = fixture as JournalFixture, round = round as Int] in
            let journal = try fixture.open()
            let acknowledged = open(fixture.directory + "/acknowledged", O_WRONLY | O_CREAT | O_APPEND, 0o644)
            Thread.detachNewThread {
                usleep(useconds_t(20_000 + round * 11_000 + Int.random(in: 0...9000)))
                kill(getpid(), SIGKILL)
            }
            for number in 1... {
                try JournalFixture.append(number, to: journal)
                let line = Array("\(number)\n".utf8)
                _ = write(acknowledged, line, line.count)
            }
        }
        let text = (try? String(contentsOfFile: fixture.directory + "/acknowledged", encoding: .utf8)) ?? ""
        let acknowledged = text.split(separator: "\n").last.flatMap { Int($0) } ?? 0
        let journal = try fixture.open()
        let numbers = try JournalFixture.numbers(journal)
        // At most the one in flight more, and none missing in between.
        #expect(numbers.count == acknowledged || numbers.count == acknowledged + 1)
        #expect(numbers == Array((1...max(numbers.count, 1)).reversed().prefix(numbers.count)))
        #expect(
            try journal.memories()["web"]?.tries ?? 0 == numbers.count, "the memory belongs to the last entry"
        )
        try JournalFixture.append(numbers.count + 1, to: journal)
    }

    @Test(.enabled(if: geteuid() == 0, "needs root, to mount a small file system"))
    func a_full_disk_is_told_and_nothing_recorded_is_lost() throws {
        let fixture = try JournalFixture()
        defer { fixture.remove() }
        try shell("/bin/mount", "-t", "tmpfs", "-o", "size=512k", "journal-test", fixture.directory)
        defer { try? shell("/bin/umount", "-l", fixture.directory) }
        var acknowledged = 0
        do {
            let journal = try fixture.open()
            let error = try #require(throws: LabError.self) {
                for number in 1...100_000 {
                    try JournalFixture.append(number, to: journal)
                    acknowledged = number
                }
            }
            #expect(error.code == .cannotWrite)
            #expect(error.message.contains(fixture.path))
            #expect(acknowledged > 10)
            #expect(try JournalFixture.numbers(journal).count == acknowledged)
            #expect(try journal.memories()["web"]?.tries == acknowledged)
            // With room again, it goes on by itself.
            try shell("/bin/mount", "-o", "remount,size=4m", fixture.directory)
            try JournalFixture.append(acknowledged + 1, to: journal)
        }
        let again = try fixture.open()
        #expect(try JournalFixture.numbers(again).count == acknowledged + 1)
    }

    @Test func an_append_is_quick_enough_for_a_watchdog() throws {
        let fixture = try JournalFixture()
        defer { fixture.remove() }
        let journal = try fixture.open()
        let time = try ContinuousClock().measure {
            for number in 1...200 { try JournalFixture.append(number, to: journal) }
        }
        print("journal: \((time / 200).inSeconds * 1000) ms per append")
        #expect(time < .seconds(20))
    }

    private func shell(_ command: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(command)")
    }
}
