/// An engine whose containers can be harmed from outside, without the help of what runs in them.
///
/// No watchdog asks for any of it: it is how a healer is tried on services of somebody's own. What an engine is asked to
/// do, it takes for a person's wish; ``crash(_:)`` and ``freeze(_:)`` therefore go past it, by signals of this machine's
/// kernel.
package protocol DisruptiveEngine: ContainerEngine {
    /// Whether it has a way to pause a container.
    var canPause: Bool { get }

    /// Why a container must not be harmed, since it could not be put back; nil when it can be.
    func obstacle(to id: String) async throws -> String?

    /// Kills its program: the engine sees an end that nobody asked for. Throws ``EngineFault``, and has done nothing then:
    /// `.refused` where the program is not a process of this machine, `.denied` where it may not be signalled.
    func crash(_ id: String) async throws

    /// Stops all of its processes: it takes connections and answers none. Throws as ``crash(_:)`` does.
    func freeze(_ id: String) async throws

    /// Lets what ``freeze(_:)`` stopped go on. Not an error where nothing is stopped, or nothing runs.
    func thaw(_ id: String) async throws

    /// Whether any of its processes is stopped by a signal.
    func isFrozen(_ id: String) async throws -> Bool

    /// As a person does.
    func pause(_ id: String) async throws
    func unpause(_ id: String) async throws
}
