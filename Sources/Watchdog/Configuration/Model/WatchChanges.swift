package import Watchdog

/// What a changed file means for watches that are running.
package struct WatchChanges: Sendable, Equatable {
    package var added: [ServiceSpec] = []
    package var removed: [ServiceSpec] = []
    /// As they are to be from now on.
    package var changed: [ServiceSpec] = []
    /// Keys at the top of the file that differ.
    package var settings: [String] = []

    package var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty && settings.isEmpty }
}

extension WatchConfiguration {
    /// Services are told apart by their names: a renamed one is removed and added.
    package func changes(to new: WatchConfiguration) -> WatchChanges {
        var changes = WatchChanges()
        let before = Dictionary(services.map { ($0.name, $0) }) { first, _ in first }
        let names = Set(new.services.map(\.name))
        changes.removed = services.filter { !names.contains($0.name) }
        for service in new.services {
            switch before[service.name] {
            case nil: changes.added.append(service)
            case service?: break
            default: changes.changed.append(service)
            }
        }
        if engine != new.engine { changes.settings.append("engine") }
        if path(of: journal) != new.path(of: new.journal) { changes.settings.append("journal") }
        if path(of: artifacts) != new.path(of: new.artifacts) { changes.settings.append("artifacts") }
        if listen != new.listen { changes.settings.append("listen") }
        if notify != new.notify { changes.settings.append("notify") }
        return changes
    }
}
