/// One request to an engine. Calls that change something are level-triggered: what they did is read again after.
package enum EngineCall: Sendable, Equatable, Codable {
    /// Reads the containers of these names, and the image that a reference points to.
    case survey(names: [String], like: String?, reference: String?)
    /// The last lines of a container's output.
    case logs(id: String, lines: Int)
    case start(id: String)
    case stop(id: String, timeout: Duration)
    /// Stops and starts in one request, which the engine completes whether or not the client waits for it.
    case restart(id: String, timeout: Duration)
    /// Creates, without starting, a container that equals `like` but for its name and image.
    case create(name: String, like: String, image: String, reference: String)
    case rename(id: String, name: String)
    case remove(id: String)
    /// Points a reference to an image.
    case tag(image: String, reference: String)
    /// For engines that replace by themselves: gives the service another image.
    case setImage(id: String, image: String)

    package var changesSomething: Bool {
        switch self {
        case .survey, .logs: false
        default: true
        }
    }

    /// The word for it in journals and reports.
    package var verb: String {
        switch self {
        case .survey: "survey"
        case .logs: "logs"
        case .start: "start"
        case .stop: "stop"
        case .restart: "restart"
        case .create: "create"
        case .rename: "rename"
        case .remove: "remove"
        case .tag: "tag"
        case .setImage: "set_image"
        }
    }
}

/// What came of a call.
package enum EngineReply: Sendable, Equatable {
    case survey(Survey)
    case logs([String])
    /// Done; the id of what was created, where something was.
    case done(id: String?)
    /// The engine refused: it is not done.
    case refused(EngineFault)
    /// It may be done or not: a time-out, a connection lost, an answer that says neither.
    case unknown(EngineFault)
}

/// The truth about a service's containers at one moment.
package struct Survey: Sendable, Equatable, Codable {
    package var containers: [Container]
    /// Digest that the surveyed reference points to.
    package var tagged: String?

    package init(containers: [Container], tagged: String? = nil) {
        self.containers = containers
        self.tagged = tagged
    }

    package func named(_ name: String) -> Container? { containers.first { $0.name == name } }
    package func with(id: String) -> Container? { containers.first { $0.id == id } }
}

/// Why a call did not succeed.
package struct EngineFault: Error, Sendable, Equatable, Codable, CustomStringConvertible {
    package enum Code: String, Sendable, Equatable, Codable {
        /// No answer from the engine at all: says nothing about the service.
        case unreachable
        case timedOut = "timed_out"
        case notFound = "not_found"
        case conflict
        case refused
        case tooOld = "too_old"
        case denied
        case malformed
    }
    package var code: Code
    package var message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}
