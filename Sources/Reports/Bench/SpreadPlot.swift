import Scoreboard

/// How times are spread: a dot a trial over a line from the least to the most, marks at the median and the 95th percentile.
enum SpreadPlot {
    /// Share of the width that is left free at either end, so that no dot is cut.
    private static let margin = 2.0

    /// - Parameter times: milliseconds; empty for a measure nobody took.
    static func html(_ title: String, _ times: [Int]) -> HTML {
        guard let spread = Spread(times) else { return "" }
        let end = roundEnd(spread.most)
        func x(_ time: Int) -> Double { margin + (100 - 2 * margin) * Double(time) / Double(end) }
        func text(_ time: Int) -> String { Number.duration(milliseconds: time) }
        let words = """
            median \(text(spread.median)), 95th percentile \(text(spread.p95)), from \(text(spread.least)) to \
            \(text(spread.most)), \(Number.count(spread.count, "trial"))
            """
        let dots = times.sorted().map { time -> HTML in
            "<circle class=\"dot\" cx=\"\(x(time))%\" cy=\"17\" r=\"4.5\"><title>\(text(time))</title></circle>"
        }
        return """
            <figure class="plot"><figcaption><strong>\(title)</strong> <span class="note">\(words)</span></figcaption>
            <svg role="img" aria-label="\(title): \(words)" width="100%" height="34"><line class="axis" x1="0" x2="100%" \
            y1="33" y2="33"/><line class="range" x1="\(x(spread.least))%" x2="\(x(spread.most))%" y1="17" y2="17"/>\
            \(dots.joined())<line class="middle" x1="\(x(spread.median))%" x2="\(x(spread.median))%" y1="3" y2="31"/>\
            <line class="high" x1="\(x(spread.p95))%" x2="\(x(spread.p95))%" y1="3" y2="31"/></svg>
            <p class="scale" aria-hidden="true"><span>0</span><span>\(text(end / 2))</span><span>\(text(end))</span></p>
            </figure>
            """
    }

    /// The next 1, 2 or 5 times a power of ten: an axis that ends at a round number.
    private static func roundEnd(_ most: Int) -> Int {
        var power = 10
        while power < Int.max / 100 {
            for factor in [1, 2, 5] where power * factor >= most { return power * factor }
            power *= 10
        }
        return most
    }
}
