/// Watches one process on behalf of the code that started it.
package protocol ProcessMonitor: Sendable {
    /// Gets every byte of output in order, also those that ``ProcessResult/console`` leaves out.
    func received(_ bytes: [UInt8])

    /// A number that changes whenever the process gets on; asked about every 50 ms while an idle limit is set.
    func progress() -> Int

    /// Called once before the process is killed for a limit: the last chance to look at it.
    ///
    /// Must return within seconds; the process is killed only afterwards. Not called on cancellation.
    func willKill(process: Int32) async
}

extension ProcessMonitor {
    package func willKill(process: Int32) async {}
}
