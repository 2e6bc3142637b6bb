internal import Watchdog

/// An engine's yes.
struct EngineResponse: Sendable {
    var status: Int
    var body: [UInt8]

    /// The body; throws ``EngineFailure`` `.lost` where it is none.
    func json() throws -> JSON {
        do {
            return try JSON(parsing: body)
        } catch {
            throw EngineFailure.lost(EngineFault(.malformed, "the engine's answer makes no sense: \(error)"))
        }
    }
}
