extension Sequence where Element == ClosedRange<Int> {
    /// The same numbers as ranges that neither overlap nor touch, in order.
    func merged() -> [ClosedRange<Int>] {
        var result: [ClosedRange<Int>] = []
        for range in sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, range.lowerBound <= last.upperBound + 1 {
                result[result.count - 1] = last.lowerBound...Swift.max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }

    /// How many numbers the ranges cover.
    var coverage: Int { merged().reduce(0) { $0 + $1.count } }
}
