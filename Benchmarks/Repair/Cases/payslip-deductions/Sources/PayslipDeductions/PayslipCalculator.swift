/// What an employee is paid and what is taken off.
struct Payslip: Equatable {
    let gross: Int
    let pension: Int
    let tax: Int

    var net: Int { gross - pension - tax }
}

/// Pension contributions come off before tax, so that they are not taxed.
struct PayslipCalculator {
    let table: TaxTable
    let pensionPercent: Int

    func payslip(gross: Int) -> Payslip {
        let pension = gross * pensionPercent / 100
        let taxable = gross - pension
        return Payslip(gross: gross, pension: pension, tax: table.tax(on: gross))
    }

    /// The payslips of a year in which the pay rises by a percentage each month.
    func year(startingAt gross: Int, monthlyRaisePercent: Int) -> [Payslip] {
        var current = gross
        return (0..<12).map { _ in
            defer { current += current * monthlyRaisePercent / 100 }
            return payslip(gross: current)
        }
    }
}
