import Watchdog

extension Duration {
    /// As a person would write it in the configuration, such as `500ms` or `1m30s`.
    var text: String {
        let all = wholeNanoseconds / 1_000_000
        guard all > 0 else { return "0s" }
        let parts = [(all / 60000, "m"), (all / 1000 % 60, "s"), (all % 1000, "ms")]
        return parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
    }
}
