/// What a child of a fork server may use.
package struct ForkLimits: Sendable, Hashable {
    /// Address space of each process; after this its allocations fail.
    package var addressSpaceBytes: Int
    /// Memory of all processes of a job together; of one process, allocations beyond it fail, of several, all are killed.
    package var memoryBytes: Int
    /// Processor time of each process; after this it gets SIGXCPU, a second later SIGKILL.
    package var cpu: Duration
    /// Size of any file written; after this the process gets SIGXFSZ.
    package var fileBytes: Int
    /// Descriptors each process may have open.
    package var openFiles: Int
    /// Processes and threads of a job; after this no further ones start. Not kept for root before Linux 6.14.
    package var processes: Int
    /// All files a job writes together; after this its disk is full.
    package var diskBytes: Int
    /// How many files a job may make; after this its disk is full.
    package var files: Int
    /// Output kept of each job.
    package var consoleBytes: Int

    package init(
        addressSpaceBytes: Int = 16 << 30, memoryBytes: Int = 2 << 30, cpu: Duration = .seconds(300),
        fileBytes: Int = 1 << 30, openFiles: Int = 1024, processes: Int = 512, diskBytes: Int = 256 << 20,
        files: Int = 64 << 10, consoleBytes: Int = 1 << 20
    ) {
        self.addressSpaceBytes = addressSpaceBytes
        self.memoryBytes = memoryBytes
        self.cpu = cpu
        self.fileBytes = fileBytes
        self.openFiles = openFiles
        self.processes = processes
        self.diskBytes = diskBytes
        self.files = files
        self.consoleBytes = consoleBytes
    }
}
