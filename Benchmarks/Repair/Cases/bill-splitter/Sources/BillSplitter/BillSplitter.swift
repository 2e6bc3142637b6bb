/// Somebody who pays a part of a bill.
struct Guest: Equatable {
    let name: String
    var shares = 1
    var owesCents = 0
}

enum BillSplitter {
    /// Spreads an amount over the guests by their shares. Cents that are left over go to the first guests.
    static func split(_ totalCents: Int, among guests: inout [Guest]) {
        let shares = guests.reduce(0) { $0 + $1.shares }
        guard shares > 0 else { return }
        var rest = totalCents
        for index in guests.indices {
            let part = totalCents * guests[index].shares / shares
            guests[index].owesCents += part
            rest -= part
        }
        handOut(shares, to: &guests)
    }

    /// Adds a tip in percent of the bill and splits it like the bill.
    static func addTip(percent: Int, of totalCents: Int, among guests: inout [Guest]) {
        split(totalCents * percent / 100, among: &guests)
    }

    private static func handOut(_ cents: Int, to guests: inout [Guest]) {
        var rest = cents
        for index in guests.indices where rest > 0 && guests[index].shares > 0 {
            guests[index].owesCents += 1
            rest -= 1
        }
    }
}
