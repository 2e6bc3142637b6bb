import Foundation

/// The processes of this machine, as far as `/proc` shows them; empty on systems without it.
enum ProcessTable {
    /// One look at all processes.
    private struct Look {
        /// Carry the mark.
        var marked: [Int32] = []
        /// Cannot be told: the environment of a process is empty for a moment while it executes another program.
        var isUncertain = false
        /// Ended between the listing and the look at them. Each may have left a child that the listing has not.
        var dead: Set<Int32> = []
    }

    /// Kills what carries a mark beginning with `prefix`, until nothing does and all of it is dead.
    ///
    /// With `since`, as ``ticksNow()`` gave it, only younger processes are looked at: everything a run started.
    /// Bounded: what survives SIGKILL for seconds is stuck in the kernel, and nobody can help it.
    static func killStrays(markedWith prefix: String, since: Int? = nil) async {
        var killed: Set<Int32> = []
        var dead: Set<Int32> = []
        // A process may fork while it is being killed, so looks are repeated until one finds nothing.
        for round in 0..<100 {
            let look = look(for: prefix, since: since)
            for stray in look.marked { kill(stray, SIGKILL) }
            killed.formUnion(look.marked)
            let isQuiet = look.marked.isEmpty && look.dead.isSubset(of: dead)
            dead.formUnion(look.dead)
            if isQuiet, !look.isUncertain || round >= 10 { break }
            await uncancellableSleep(.milliseconds(round < 5 ? 1 : 10))
        }
        for _ in 0..<400 where killed.contains(where: isAlive) {
            await uncancellableSleep(.milliseconds(5))
        }
    }

    private static func look(for prefix: String, since: Int?) -> Look {
        let name = Array((RunMarker.variable + "=").utf8)
        let mark = Array(prefix.utf8)
        let own = getpid()
        var look = Look()
        for process in allProcesses() where process != own {
            let start = status(of: process)?.startTicks
            if let since, let start, start < since { continue }
            guard start != nil, let environment = contents(of: "/proc/\(process)/environ") else {
                if !isAlive(process) { look.dead.insert(process) }
                continue
            }
            if environment.isEmpty {
                if isAlive(process) {
                    look.isUncertain = look.isUncertain || since != nil
                } else {
                    look.dead.insert(process)
                }
                continue
            }
            let isMarked = environment.split(separator: 0).contains { entry in
                entry.starts(with: name)
                    && entry.dropFirst(name.count).split(separator: UInt8(ascii: "|"))
                        .contains { $0.starts(with: mark) }
            }
            if isMarked { look.marked.append(process) }
        }
        return look
    }

    /// Whether a process exists and is more than a zombie.
    static func isAlive(_ process: Int32) -> Bool {
        status(of: process).map { $0.state != "Z" && $0.state != "X" } ?? false
    }

    /// The time now on the clock of ``status(of:)``, rounded down.
    static func ticksNow() -> Int {
        #if os(Linux)
            var time = timespec()
            clock_gettime(CLOCK_BOOTTIME, &time)
            let ticksPerSecond = sysconf(Int32(_SC_CLK_TCK))
            return time.tv_sec * ticksPerSecond + time.tv_nsec / (1_000_000_000 / ticksPerSecond)
        #else
            return 0
        #endif
    }

    /// State letter and start time of a process, from `/proc/<pid>/stat`.
    private static func status(of process: Int32) -> (state: Substring, startTicks: Int)? {
        guard let bytes = contents(of: "/proc/\(process)/stat") else { return nil }
        // The name in parentheses may hold anything, so the fields are counted from behind it.
        let text = String(decoding: bytes, as: UTF8.self)
        guard let close = text.lastIndex(of: ")") else { return nil }
        let fields = text[text.index(after: close)...].split(separator: " ")
        guard fields.count > 19, let start = Int(fields[19]) else { return nil }
        return (fields[0], start)
    }

    private static func allProcesses() -> [Int32] {
        guard let directory = opendir("/proc") else { return [] }
        defer { closedir(directory) }
        var found: [Int32] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if let number = Int32(name) { found.append(number) }
        }
        return found
    }

    /// Files under `/proc` have no size: read until the end.
    static func contents(of path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count <= 0 { return count == 0 || !bytes.isEmpty ? bytes : nil }
            bytes += buffer[..<count]
        }
    }
}

/// Sleeps to the end even in a cancelled task, where `Task.sleep` would return at once and loops would spin.
func uncancellableSleep(_ duration: Duration) async {
    // Awaited right here: the task only shields the sleep from cancellation.
    await Task.detached { try? await Task.sleep(for: duration) }.value
}
