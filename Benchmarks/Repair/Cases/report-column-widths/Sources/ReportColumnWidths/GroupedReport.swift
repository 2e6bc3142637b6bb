/// A sale as it appears in a report.
struct Sale {
    let region: String
    let product: String
    let units: Int
}

/// Writes sales grouped by region, each group with its subtotal.
struct GroupedReport {
    let sales: [Sale]

    /// The lines of the report. Regions appear in order of their first sale.
    func lines() -> [String] {
        var lines: [String] = []
        var regions: [String] = []
        for sale in sales where !regions.contains(sale.region) {
            regions.append(sale.region)
        }
        var grandTotal = 0
        var subtotal = 0
        for region in regions {
            lines.append(region)
            for sale in sales where sale.region == region {
                subtotal += sale.units
                lines.append("  " + padded(sale.product, to: 8) + String(sale.units))
            }
            lines.append("  " + padded("=", to: 8) + String(subtotal))
            grandTotal += subtotal
        }
        lines.append("total " + String(grandTotal))
        return lines
    }

    private func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}
