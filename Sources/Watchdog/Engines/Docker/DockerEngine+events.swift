package import Watchdog

extension DockerEngine {
    package func events() -> AsyncThrowingStream<EngineEvent, any Error> {
        api.events(filters: ["type": ["container"]], since: wallClock()) { EngineEvent(message: $0) }
    }
}
