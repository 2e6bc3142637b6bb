import Foundation

/// What parts the quick tests of a package from the slow ones, and those from the very slow ones.
///
/// Measured times differ from run to run, and which test is tried first decides between `killed` and `timed_out`. So the
/// limits lie near a usual one, but where no test is near.
struct TestPace: Sendable {
    private static let usual: [Duration] = [.milliseconds(150), .milliseconds(1_500)]
    /// A test that takes twice or half as long as a limit is on its side for sure.
    private static let enough = log(2.0)
    /// What a limit is worth less for being off the usual one, as a share of how far it is off.
    private static let pull = 0.2

    let limits: [Duration]

    init(_ durations: [Duration]) {
        let times = durations.map { max($0 / .milliseconds(1), 0.001) }.sorted()
        limits = Self.usual.map { usual in
            let usual = usual / .milliseconds(1)
            let nearest = times.map { abs(log($0 / usual)) }.min() ?? Self.enough
            var best = (place: usual, worth: min(nearest, Self.enough))
            for (shorter, longer) in zip(times, times.dropFirst()) {
                let place = (shorter * longer).squareRoot()
                let worth = min(log(longer / place), Self.enough) - Self.pull * abs(log(place / usual))
                if worth > best.worth { best = (place, worth) }
            }
            return .milliseconds(1) * best.place
        }
    }

    /// 0 quick, 1 slow, 2 very slow.
    func slowness(of duration: Duration) -> Int { limits.count { duration >= $0 } }

    /// Measured once more it may be on the other side of a limit.
    static func isDoubtful(_ duration: Duration) -> Bool {
        usual.contains { duration > $0 * 0.4 && duration < $0 * 2.5 }
    }
}
