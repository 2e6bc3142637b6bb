/// What can happen to a job.
public enum JobEvent: Sendable {
    case start
    case pause
    case fail
    case finish
}

/// Where a job stands.
public enum JobStatus: String, CaseIterable, Sendable {
    case queued
    case running
    case paused
    case failed
    case finished

    /// The name people see.
    public var title: String {
        switch self {
        case .queued: return "Waiting"
        case .running: return "Running"
        case .paused: return "Paused"
        case .failed: return "Failed"
        case .finished: return "Done"
        }
    }

    /// The HTTP status a poll for the job answers with.
    public var pollCode: Int {
        switch self {
        case .queued: return 202
        case .running: return 202
        case .paused: return 409
        case .failed: return 500
        case .finished: return 200
        }
    }

    /// Whether the job will not change again.
    public var isFinal: Bool {
        switch self {
        case .queued, .running, .paused: return false
        case .failed, .finished: return true
        }
    }

    /// The status after `event`; a final status never changes.
    public func next(on event: JobEvent) -> JobStatus {
        guard !isFinal else { return self }
        switch event {
        case .start: return .running
        case .pause: return .paused
        case .fail: return .failed
        case .finish: return .finished
        }
    }
}
