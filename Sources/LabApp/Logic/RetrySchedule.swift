/// What to do after a failed call.
public enum RetryDecision: Equatable, Sendable {
    case retry
    case refreshToken
    case giveUp
}

/// How a call failed.
public enum CallFailure: CaseIterable, Sendable {
    case timeout
    case overload
    case unauthorized
    case badRequest

    /// The answer to this failure.
    public var decision: RetryDecision {
        switch self {
        case .timeout: return .retry
        case .overload: return .retry
        case .unauthorized: return .refreshToken
        case .badRequest: return .giveUp
        }
    }

    /// How many more attempts the failure is worth.
    public var attempts: Int {
        switch self {
        case .timeout: return 3
        case .overload: return 5
        case .unauthorized: return 1
        case .badRequest: return 0
        }
    }
}

/// Waiting times between attempts, in milliseconds.
public enum RetrySchedule {
    /// Doubles `base` once per earlier attempt, up to `cap`.
    public static func delay(base: Int, attempt: Int, cap: Int) -> Int {
        var delay = base
        var step = 1
        while step < attempt && delay < cap {
            let (doubled, overflow) = delay.multipliedReportingOverflow(by: 2)
            guard !overflow else { return cap }
            delay = doubled
            step += 1
        }
        return min(delay, cap)
    }

    /// The same delay before each attempt; none for a negative number of attempts.
    public static func constant(_ delay: Int, attempts: Int) -> [Int] {
        Array(repeating: delay, count: max(0, attempts))
    }

    /// The Fibonacci number that paces the given attempt: 1, 1, 2, 3, 5, ...
    public static func fibonacci(_ attempt: Int) -> Int {
        guard attempt > 2 else { return 1 }
        return fibonacci(attempt - 1) + fibonacci(attempt - 2)
    }

    /// The delays before the attempts from `first` to `last`.
    public static func delays(from first: Int, to last: Int, base: Int) -> [Int] {
        guard first <= last else { return [] }
        return (first...last).map { delay(base: base, attempt: $0, cap: 60_000) }
    }

    /// A delay as whole milliseconds, or nil when the number of seconds is no usable delay.
    public static func milliseconds(fromSeconds seconds: Double) -> Int? {
        guard seconds >= 0, seconds <= 86_400 else { return nil }
        return Int(seconds * 1000)
    }
}
