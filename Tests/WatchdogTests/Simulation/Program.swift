import Watchdog

/// A container of the simulated engine, and the program in it.
final class Program {
    let id: String
    var name: String
    let service: Int
    var image: Int
    let reference: String
    /// Stands for everything it was created with but the image.
    let configuration: Int
    let restartsItself: Bool
    let maker: Maker
    var state: Container.State = .created
    /// Counts starts over the whole engine.
    var incarnation = 0
    var startedAt = 0
    var exitCode: Int?
    var isOutOfMemory = false
    var selfRestarts = 0
    /// Somebody asked it to stop, and it has not yet.
    var isStopping = false
    /// A request ended it: the engine's own restart policy leaves it alone.
    var wasRequested = false

    // What ails this run of the program.
    var isHung = false
    var sickUntil = 0
    var flapsUntil = 0
    var flapPeriod = 0
    var extraStart = 0

    /// Who made a container.
    enum Maker: Equatable {
        case person
        case watchdog(Int)
    }

    init(
        id: String, name: String, service: Int, image: Int, reference: String, configuration: Int,
        restartsItself: Bool, maker: Maker
    ) {
        self.id = id
        self.name = name
        self.service = service
        self.image = image
        self.reference = reference
        self.configuration = configuration
        self.restartsItself = restartsItself
        self.maker = maker
    }

    var isRunning: Bool { state == .running }
    var isUp: Bool { state == .running || state == .restarting || state == .paused }
}
