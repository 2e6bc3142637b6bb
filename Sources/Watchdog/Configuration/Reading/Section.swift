/// The keys that one mapping of the file may hold.
package struct Section: Sendable, Equatable {
    /// Such as `services.*.restart`; `*` stands for any name, `[]` for any element.
    package let path: String
    package let keys: [String]

    static let root = Section(
        path: "",
        keys: ["version", "engine", "journal", "artifacts", "listen", "notify", "defaults", "services"])
    static let engine = Section(path: "engine", keys: ["kind", "socket", "root"])
    static let notifier = Section(path: "notify[]", keys: ["webhook", "command", "pagerduty", "timeout"])
    static let webhook = Section(
        path: "notify[].webhook",
        keys: ["url", "url_env", "url_file", "secret_env", "secret_file", "timeout"])
    static let pagerDuty = Section(
        path: "notify[].pagerduty", keys: ["routing_key_env", "routing_key_file", "url", "timeout"])
    static let service = Section(
        path: "services.*", keys: ["container", "depends_on"] + settings)
    /// What services share; `container` and `depends_on` are each service's own.
    static let defaults = Section(path: "defaults", keys: settings)
    static let probe = Section(
        path: "services.*.liveness[]",
        keys: [
            "http", "tcp", "exec", "engine", "interval", "timeout", "status", "body", "headers", "method",
            "redirects",
        ])
    static let flap = Section(path: "services.*.flap", keys: ["failures", "of"])
    static let restart = Section(
        path: "services.*.restart", keys: ["before_rollback", "budget", "window", "backoff"])
    static let backoff = Section(
        path: "services.*.restart.backoff", keys: ["initial", "factor", "limit", "jitter", "reset_after"])
    static let verify = Section(path: "services.*.verify", keys: ["limit"])
    static let rollback = Section(
        path: "services.*.rollback", keys: ["when", "soak", "history", "old_container"])
    static let soak = Section(path: "services.*.rollback.soak", keys: ["successes", "minimum"])
    static let maintenance = Section(
        path: "services.*.maintenance[]", keys: ["days", "start", "for", "time_zone"])

    /// Every mapping there is; `defaults` is left out, since it repeats `service`.
    package static let all = [
        root, engine, notifier, webhook, pagerDuty, service, probe, flap, restart, backoff, verify, rollback,
        soak,
        maintenance,
    ]

    private static let settings = [
        "liveness", "readiness", "interval", "timeout", "failure_threshold", "success_threshold",
        "start_period",
        "flap", "restart", "verify", "rollback", "maintenance", "log_lines",
    ]
}
