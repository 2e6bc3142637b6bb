/// The part of a report that tells of a watched service.
package struct RuntimeData: Codable, Sendable {
    package struct Probe: Codable, Sendable {
        /// `passed`, `failed` or `unknown`.
        package var outcome: String
        package var detail: String
        /// Looks in a row with this result; null in a reproducible report where the number depends on the machine.
        @Nullable package var count: Int?
        /// Of the first of them, RFC 3339; null in a reproducible report.
        @Nullable package var time: String?

        package init(outcome: String, detail: String, count: Int?, time: String?) {
            self.outcome = outcome
            self.detail = detail
            self.count = count
            self.time = time
        }
    }

    /// One request to the engine.
    package struct Action: Codable, Sendable {
        /// `restart`, `rollback`, `undo` or `clean_up`.
        package var step: String
        package var attempt: Int
        package var request: String
        package var result: String
        @Nullable package var time: String?
        @Nullable package var milliseconds: Int?

        package init(
            step: String, attempt: Int, request: String, result: String, time: String?, milliseconds: Int?
        ) {
            self.step = step
            self.attempt = attempt
            self.request = request
            self.result = result
            self.time = time
            self.milliseconds = milliseconds
        }
    }

    package struct Image: Codable, Sendable {
        /// As the container was created with, such as `labapp:current`; empty where it was by digest.
        package var reference: String
        package var digest: String

        package init(reference: String, digest: String) {
            self.reference = reference
            self.digest = digest
        }
    }

    package var engine: String
    package var service: String
    package var container: String
    package var probes: [Probe]
    package var actions: [Action]
    package var imageBefore: Image
    package var imageAfter: Image
    package var restartBudget: Int
    package var restartBudgetLeft: Int
    package var logTail: [String]
    /// Digest of the configuration that the watchdog ran with.
    @Nullable package var configuration: String?
    /// From the first failed look to the open incident; null in a reproducible report.
    @Nullable package var timeToDetect: Int?
    /// From the first failed look to the verdict.
    @Nullable package var timeToRecover: Int?

    enum CodingKeys: String, CodingKey {
        case engine, service, container, probes, actions, configuration
        case imageBefore = "image_before"
        case imageAfter = "image_after"
        case restartBudget = "restart_budget"
        case restartBudgetLeft = "restart_budget_left"
        case logTail = "log_tail"
        case timeToDetect = "time_to_detect_ms"
        case timeToRecover = "time_to_recover_ms"
    }

    package init(
        engine: String, service: String, container: String, probes: [Probe], actions: [Action],
        imageBefore: Image, imageAfter: Image, restartBudget: Int, restartBudgetLeft: Int,
        logTail: [String], configuration: String?, timeToDetect: Int?, timeToRecover: Int?
    ) {
        self.engine = engine
        self.service = service
        self.container = container
        self.probes = probes
        self.actions = actions
        self.imageBefore = imageBefore
        self.imageAfter = imageAfter
        self.restartBudget = restartBudget
        self.restartBudgetLeft = restartBudgetLeft
        self.logTail = logTail
        self.configuration = configuration
        self.timeToDetect = timeToDetect
        self.timeToRecover = timeToRecover
    }
}
