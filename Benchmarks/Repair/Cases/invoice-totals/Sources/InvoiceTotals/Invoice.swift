/// One position of an invoice.
struct InvoiceLine {
    let description: String
    let quantity: Int
    let unitCents: Int
    let vatPercent: Int
    var discountPercent = 0

    /// Quantity times price, before discount and VAT.
    var listCents: Int { quantity * unitCents }

    /// What is due before VAT.
    var netCents: Int { listCents - listCents * discountPercent / 100 }
}

/// Net, VAT and gross of an invoice.
struct InvoiceTotals: Equatable {
    let netCents: Int
    let vatCentsByRate: [Int: Int]

    var grossCents: Int { netCents + vatCentsByRate.values.reduce(0, +) }
}

struct Invoice {
    var lines: [InvoiceLine]

    /// VAT is computed once per rate on the sum of its lines, as tax offices ask for.
    func totals() -> InvoiceTotals {
        var netByRate: [Int: Int] = [:]
        for line in lines {
            netByRate[line.vatPercent, default: 0] += line.listCents
        }
        let vat = netByRate.reduce(into: [Int: Int]()) { vat, entry in
            vat[entry.key] = (entry.value * entry.key + 50) / 100
        }
        return InvoiceTotals(netCents: netByRate.values.reduce(0, +), vatCentsByRate: vat)
    }
}
