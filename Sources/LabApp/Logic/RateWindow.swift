/// A limit of calls per window of whole seconds.
public struct RateWindow: Equatable, Sendable {
    public let limit: Int
    public let seconds: Int

    public init(limit: Int, seconds: Int) {
        self.limit = limit
        self.seconds = seconds
    }

    /// The pause in milliseconds that spreads the calls evenly, or nil when none are allowed.
    public var pauseMilliseconds: Int? {
        guard limit > 0 else { return nil }
        guard seconds >= 0, seconds <= Int.max / 1000 else { return nil }
        return seconds * 1000 / limit
    }

    /// The number of the window that `timestamp` falls in.
    public func window(of timestamp: Int) -> Int {
        guard seconds > 0 else { return 0 }
        return timestamp / seconds
    }

    /// How many of the ascending `timestamps` still count against the limit at `now`.
    public func used(_ timestamps: [Int], now: Int) -> Int {
        var expired = 0
        while expired < timestamps.count && timestamps[expired] <= now - seconds {
            expired += 1
        }
        return timestamps.count - expired
    }

    /// The most calls that `width` neighbouring windows ever held together.
    public static func peak(of counts: [Int], width: Int) -> Int? {
        guard width > 0 else { return nil }
        guard width <= counts.count else { return nil }
        var peak = 0
        for start in 0...(counts.count - width) {
            peak = max(peak, counts[start..<(start + width)].reduce(0, +))
        }
        return peak
    }

    /// A gauge with one mark per used call and one dot per free one, such as `"##..."`.
    public func gauge(used: Int) -> String {
        let marks = String(repeating: "#", count: max(0, min(used, limit)))
        return marks + String(repeating: ".", count: max(0, limit - max(0, used)))
    }

    /// The second at which each of the next calls may start, `step` seconds apart.
    public static func slots(from start: Int, to end: Int, step: Int) -> [Int] {
        guard start <= end else { return [] }
        guard step > 0 else { return [] }
        return (start...end).filter { ($0 - start) % step == 0 }
    }
}
