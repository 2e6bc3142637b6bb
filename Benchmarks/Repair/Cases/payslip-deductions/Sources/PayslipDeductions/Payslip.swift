/// A tax bracket: income above `from` is taxed at `percent` until the next bracket starts.
struct TaxBracket {
    let from: Int
    let percent: Int
}

/// Progressive income tax on whole currency units.
struct TaxTable {
    let brackets: [TaxBracket]

    init(_ brackets: [TaxBracket]) {
        self.brackets = brackets.sorted { $0.from < $1.from }
    }

    func tax(on income: Int) -> Int {
        var tax = 0
        for (index, bracket) in brackets.enumerated() where income > bracket.from {
            let next = index + 1 < brackets.count ? brackets[index + 1].from : Int.max
            tax += (min(income, next) - bracket.from) * bracket.percent / 100
        }
        return tax
    }
}
