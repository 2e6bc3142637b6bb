import Watchdog

/// A service that nothing ever ailed, and that nobody touched, is never acted upon.
final class HealthyServicesAreLeftAlone: Invariant {
    static let name = "HealthyServicesAreLeftAlone"
    let watches: Sight.Kinds = [.vitals, .containers, .people, .calls]

    private var isTouched = [Bool](repeating: false, count: 4)

    func see(_ sight: Sight, _ world: World) -> String? {
        switch sight {
        case .vital(let party, .failed): isTouched[party.service] = true
        case .ended(let program, _): isTouched[program.service] = true
        case .commanded(let party, _): isTouched[party.service] = true
        case .personRemoved(let program), .personDeployed(let program), .personStopped(let program, _):
            isTouched[program.service] = true
        case .submitted(let party, let call, _) where call.changesSomething:
            if !isTouched[party.service] { return "\(call.text) of a healthy service" }
        default: break
        }
        return nil
    }
}
