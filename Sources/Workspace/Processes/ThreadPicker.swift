import Foundation

/// Finds the thread of a hanging process that most likely executes the test.
///
/// First the one that used processor time just now (a loop), then one that waits without a time limit (a lock), then the
/// main thread. Idle threads of Dispatch wait with a time limit, and come last.
struct ThreadPicker {
    struct Candidate {
        var thread: Int32
        var recentTicks: Int
        var waitsForever: Bool
        var isMain: Bool
        var totalTicks: Int
    }

    /// Nil when the process has no thread that could take a signal.
    static func pick(in process: Int32) async -> Int32? {
        let before = ticks(of: process)
        await uncancellableSleep(.milliseconds(150))
        let after = ticks(of: process)
        return after.map { thread, total in
            Candidate(
                thread: thread, recentTicks: total - (before[thread] ?? total),
                waitsForever: waitsForever(process: process, thread: thread), isMain: thread == process,
                totalTicks: total)
        }.max(by: isLessLikely)?.thread
    }

    static func isLessLikely(_ a: Candidate, _ b: Candidate) -> Bool {
        if a.recentTicks != b.recentTicks { return a.recentTicks < b.recentTicks }
        if a.waitsForever != b.waitsForever { return !a.waitsForever }
        if a.isMain != b.isMain { return !a.isMain }
        if a.totalTicks != b.totalTicks { return a.totalTicks < b.totalTicks }
        return a.thread > b.thread
    }

    /// Processor time of each thread; a main thread that has ended stays in the list as a zombie, and is left out.
    static func ticks(of process: Int32) -> [Int32: Int] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
        var found: [Int32: Int] = [:]
        for thread in names.compactMap({ Int32($0) }) {
            guard let bytes = ProcessTable.contents(of: "/proc/\(process)/task/\(thread)/stat") else {
                continue
            }
            // The name in parentheses may hold anything, so the fields are counted from behind it.
            let text = String(decoding: bytes, as: UTF8.self)
            guard let close = text.lastIndex(of: ")") else { continue }
            let fields = text[close...].split(separator: " ")
            guard fields.count > 13, fields[1] != "Z", let user = Int(fields[12]),
                let system = Int(fields[13])
            else {
                continue
            }
            found[thread] = user + system
        }
        return found
    }

    /// Whether the thread sits in a system call other than a wait with a time limit, or one where runtimes rest.
    private static func waitsForever(process: Int32, thread: Int32) -> Bool {
        guard let bytes = ProcessTable.contents(of: "/proc/\(process)/task/\(thread)/syscall") else {
            return false
        }
        let fields = String(decoding: bytes, as: UTF8.self).split(separator: " ")
        guard fields.count > 4, let number = Int(fields[0]) else { return false }
        #if arch(x86_64)
            let futex = 202
            let polls = [7, 130, 232, 281]  // poll, rt_sigsuspend, epoll_wait, epoll_pwait
        #else
            let futex = 98
            let polls = [73, 133, 22]  // ppoll, rt_sigsuspend, epoll_pwait
        #endif
        if polls.contains(number) { return false }
        return number != futex || fields[4] == "0x0"
    }
}
