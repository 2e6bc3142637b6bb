/// What a test run may use.
package struct TestLimits: Sendable, Hashable {
    /// Time without any test starting or ending; after this the running test counts as timed out, its process is
    /// killed, and the run goes on without it.
    package var perTest: Duration
    /// Processor time that one thread uses without any test starting or ending, after which it is no use to wait for
    /// ``perTest``; nil for no such limit. Linux only.
    package var perBusyTest: Duration?
    /// Time for each process of the run; after this the running test counts as timed out.
    package var perProcess: Duration?
    /// After this many tests that timed out the run is given up.
    package var maximumTimeOuts: Int
    /// After this many tests that ended their process the run is given up.
    package var maximumDeaths: Int
    /// Address space of a test process; after this its allocations fail.
    package var addressSpaceBytes: Int?
    /// Size of any file a test writes; after this it gets SIGXFSZ.
    package var fileBytes: Int?
    /// Output kept of each process.
    package var consoleBytes: Int

    package init(
        perTest: Duration = .seconds(60), perBusyTest: Duration? = nil, perProcess: Duration? = nil,
        maximumTimeOuts: Int = 3,
        maximumDeaths: Int = 25, addressSpaceBytes: Int? = 16 << 30, fileBytes: Int? = 1 << 30,
        consoleBytes: Int = 4 << 20
    ) {
        self.perTest = perTest
        self.perBusyTest = perBusyTest
        self.perProcess = perProcess
        self.maximumTimeOuts = maximumTimeOuts
        self.maximumDeaths = maximumDeaths
        self.addressSpaceBytes = addressSpaceBytes
        self.fileBytes = fileBytes
        self.consoleBytes = consoleBytes
    }
}
