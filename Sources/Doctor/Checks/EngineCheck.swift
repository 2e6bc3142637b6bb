/// A container engine that answers.
enum EngineCheck {
    private static let meaning =
        "`lab watch` and the runtime demo cannot work on containers; supervised processes (`--engine process`) need no engine"

    static func check(_ facts: MachineFacts) -> Check {
        switch facts.engine {
        case .answers(let socket, let title, let version):
            return .ok(.engine, "\(title), API \(version), on \(socket)")
        case .noSocket(let path):
            return .warning(
                .engine, "there is no socket at \(path)", meaning: meaning,
                advice:
                    "start an engine (`systemctl start docker`, or `dockerd` as root), or name its socket in "
                    + "DOCKER_HOST=unix:///PATH; without one: \(facts.installer.advice(["docker.io"]))")
        case .silent(let socket, let reason):
            return .warning(
                .engine, "nothing useful answers on \(socket): \(reason)", meaning: meaning,
                advice:
                    "start the engine again (`systemctl restart docker`); where permission is denied, add the "
                    + "user to the group docker")
        case .badSetting(let reason):
            return .warning(
                .engine, reason, meaning: meaning, advice: "set DOCKER_HOST=unix:///PATH, or unset it")
        }
    }
}
