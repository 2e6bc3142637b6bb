/// How far a runtime demo has come, for an oracle that looks from outside.
package enum DemoPhase: Sendable, Equatable {
    /// The image to be watched runs, as far as the engine is concerned.
    case deployed
    /// Something was done to the service or to the world around it; told each time.
    case provoked
    /// The healer is done; the service is still there.
    case ended
}
