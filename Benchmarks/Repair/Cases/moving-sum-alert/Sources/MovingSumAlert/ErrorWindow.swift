/// Sums per-minute error counts over a trailing window.
struct ErrorWindow {
    let width: Int
    let threshold: Int

    /// The sum over the trailing `width` minutes, one per minute. Early minutes sum what there is.
    func sums(of errorsPerMinute: [Int]) -> [Int] {
        var sums: [Int] = []
        var running = 0
        for (minute, errors) in errorsPerMinute.enumerated() {
            running += errors
            if minute >= width {
                running = errorsPerMinute[minute - width]
            }
            sums.append(running)
        }
        return sums
    }

    /// The minutes in which the sum rises to the threshold, not the ones in which it stays there.
    func alertMinutes(for errorsPerMinute: [Int]) -> [Int] {
        var minutes: [Int] = []
        var wasFiring = false
        for (minute, sum) in sums(of: errorsPerMinute).enumerated() {
            let isFiring = sum >= threshold
            if isFiring && !wasFiring {
                minutes.append(minute)
            }
            wasFiring = isFiring
        }
        return minutes
    }
}
