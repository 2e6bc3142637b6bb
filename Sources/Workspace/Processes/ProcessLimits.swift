/// What a process may use before the lab ends it and its whole group.
package struct ProcessLimits: Sendable, Hashable {
    /// Time from start to end; after this the process is killed and counts as timed out.
    package var wall: Duration?
    /// Time without progress; after this the process is killed and counts as timed out.
    package var idle: Duration?
    /// Processor time of one thread without progress, with ``idle`` alone; after this the same. Linux only.
    package var busy: Duration?
    /// Time between SIGTERM and SIGKILL; zero sends SIGKILL at once.
    package var grace: Duration
    /// Output kept in memory; what exceeds it is read and dropped from the middle.
    package var consoleBytes: Int
    /// Address space of each process; after this allocations fail in the process itself.
    package var addressSpaceBytes: Int?
    /// Size of any file written; after this the process gets SIGXFSZ.
    package var fileBytes: Int?

    package init(
        wall: Duration? = nil, idle: Duration? = nil, busy: Duration? = nil, grace: Duration = .zero,
        consoleBytes: Int = 4 << 20,
        addressSpaceBytes: Int? = nil, fileBytes: Int? = nil
    ) {
        self.wall = wall
        self.idle = idle
        self.busy = busy
        self.grace = grace
        self.consoleBytes = consoleBytes
        self.addressSpaceBytes = addressSpaceBytes
        self.fileBytes = fileBytes
    }

    /// A line for `sh` that sets the limits; core dumps are always off.
    ///
    /// POSIX counts file sizes in blocks of 512 bytes, and every shell counts address space in KiB.
    var shellPrelude: String {
        var commands = ["ulimit -c 0"]
        if let addressSpaceBytes { commands.append("ulimit -v \(max(1, addressSpaceBytes / 1024))") }
        if let fileBytes { commands.append("ulimit -f \(max(1, fileBytes / 512))") }
        return commands.joined(separator: "; ")
    }
}
