/// Every metric of the watchdog.
package enum WatchMetric {
    package static let probes = MetricDeclaration(
        .counter, "lab_watch_probes_total", "Looks at a service's life.", labels: ["service", "outcome"])
    package static let probeDuration = MetricDeclaration(
        .histogram, "lab_watch_probe_duration_seconds", "How long looks took, over all services.",
        labels: ["outcome"])
    package static let lastProbeDuration = MetricDeclaration(
        .gauge, "lab_watch_probe_last_duration_seconds", "How long the last look took.", labels: ["service"])
    package static let probeLateness = MetricDeclaration(
        .histogram, "lab_watch_probe_lateness_seconds",
        "How much later than planned looks began: grows when the watchdog has too much to do.")
    package static let actions = MetricDeclaration(
        .counter, "lab_watch_actions_total", "Requests to the engine that change something.",
        labels: ["service", "verb", "result"])
    package static let incidents = MetricDeclaration(
        .counter, "lab_watch_incidents_total", "Incidents that are over.",
        labels: ["service", "cause", "ending"])
    package static let state = MetricDeclaration(
        .gauge, "lab_watch_service_state",
        "1 for the state of the ladder that the service is in, 0 for the others.",
        labels: ["service", "state"])
    package static let holds = MetricDeclaration(
        .gauge, "lab_watch_hold", "1 while the watchdog keeps its hands off for this reason.",
        labels: ["service", "hold"])
    package static let budgetLeft = MetricDeclaration(
        .gauge, "lab_watch_restart_budget_left", "Restarts left before the next rung of the ladder.",
        labels: ["service"])
    package static let budget = MetricDeclaration(
        .gauge, "lab_watch_restart_budget", "Restarts that the policy allows in its window.",
        labels: ["service"])
    package static let timeToDetect = MetricDeclaration(
        .histogram, "lab_watch_time_to_detect_seconds", "From the first failed look to the open incident.",
        labels: ["cause"], buckets: MetricDeclaration.incidentSeconds)
    package static let timeToRecover = MetricDeclaration(
        .histogram, "lab_watch_time_to_recover_seconds",
        "From the first failed look to the verified recovery; incidents without one are not counted.",
        labels: ["ending"], buckets: MetricDeclaration.incidentSeconds)
    package static let journalErrors = MetricDeclaration(
        .counter, "lab_watch_journal_errors_total",
        "Times the journal or a report could not be written; the watch of the service then starts again.",
        labels: ["service"])
    package static let services = MetricDeclaration(
        .gauge, "lab_watch_services", "Services under watch.")
    package static let eventsClients = MetricDeclaration(
        .gauge, "lab_watch_events_clients", "Open connections to /events.")
    package static let eventsClientsDropped = MetricDeclaration(
        .counter, "lab_watch_events_clients_dropped_total",
        "Connections to /events closed because they did not read.")
    package static let notifications = MetricDeclaration(
        .counter, "lab_watch_notifications_total", "Notifications and what became of them.",
        labels: ["channel", "result"])
    package static let notificationsPending = MetricDeclaration(
        .gauge, "lab_watch_notifications_pending", "Notifications that wait for delivery.",
        labels: ["channel"])
    package static let seriesDropped = MetricDeclaration(
        .counter, "lab_watch_series_dropped_total", "Series not shown because a metric had too many.")
    package static let build = MetricDeclaration(
        .gauge, "lab_build_info", "Always 1; the labels say what runs.", labels: ["version"])
    package static let memory = MetricDeclaration(
        .gauge, "process_resident_memory_bytes", "Memory of the watchdog that is in use.")
    package static let processor = MetricDeclaration(
        .counter, "process_cpu_seconds_total", "Processor time that the watchdog used, user and system.")
    package static let started = MetricDeclaration(
        .gauge, "process_start_time_seconds", "When the watchdog started, in seconds since 1970.")

    package static let all = [
        probes, probeDuration, lastProbeDuration, probeLateness, actions, incidents, state, holds, budgetLeft,
        budget, timeToDetect, timeToRecover, journalErrors, services, eventsClients, eventsClientsDropped,
        notifications, notificationsPending, seriesDropped, build, memory, processor, started,
    ]

    /// The ladder's states by name, in the order of the ladder.
    package static let states = [
        "starting", "healthy", "suspect", "backing_off", "restarting", "rolling_back", "verifying", "healed",
        "escalated", "held",
    ]
}
