/// What one fault came to. Every time but the floors is in seconds from the moment of the fault.
struct DrillRun: Codable, Sendable {
    /// From the watchdog's last look before the fault to the fault: where in its interval the fault fell.
    var offset: Double
    /// The engine's own event of the end reached a bare listener; only where a program was killed.
    var event: Double?
    /// The incident was open, in the journal; for another watchdog, its first action began.
    var detected: Double
    /// The engine had carried out the last call that a heal needs.
    var acted: Double?
    /// The service answered well again, asked from outside every 10 ms.
    var answered: Double
    /// The watchdog itself counted the service as healed.
    var verified: Double
    /// The same change through the engine's bare interface, right after.
    var floor: Double?

    /// From the open incident to the last call carried out.
    var acting: Double? { acted.map { $0 - detected } }
}
