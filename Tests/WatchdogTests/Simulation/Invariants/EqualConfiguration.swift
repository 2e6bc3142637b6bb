import Watchdog

/// A container that a rollback made equals the one it replaces, but for the image, before it is ever started.
final class EqualConfiguration: Invariant {
    static let name = "EqualConfiguration"
    let watches: Sight.Kinds = [.containers]

    private var models: [String: Int] = [:]

    func see(_ sight: Sight, _ world: World) -> String? {
        switch sight {
        case .created(let program, let model, _): models[program.id] = model.configuration
        case .started(let program, .some):
            if let model = models[program.id], model != program.configuration {
                return "\(program.name) started with another configuration"
            }
        default: break
        }
        return nil
    }
}
