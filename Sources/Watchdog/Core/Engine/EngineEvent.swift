/// Something that happened to a container, as an engine told it. Events are hints: they may be lost.
package struct EngineEvent: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// The program ended, by itself or because it was asked to.
        case died(exitCode: Int?)
        case outOfMemory
        /// Somebody asked the engine to signal, stop or restart it.
        case signalled
        case stopped
        case started
        case created
        case removed
        case renamed
        case health(Container.Health)
        case paused
        case unpaused
        /// For orchestrators: the declared service changed.
        case updated
    }
    package var kind: Kind
    package var id: String
    package var name: String

    package init(_ kind: Kind, id: String, name: String) {
        self.kind = kind
        self.id = id
        self.name = name
    }
}
