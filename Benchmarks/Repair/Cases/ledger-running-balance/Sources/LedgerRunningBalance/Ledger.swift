/// Money that came in or went out.
struct LedgerEntry {
    enum Kind {
        case credit
        case debit
    }

    let day: Int
    let kind: Kind
    let cents: Int

    var signedCents: Int { kind == .credit ? cents : -cents }
}

/// A line of an account statement.
struct StatementLine: Equatable {
    let day: Int
    let changeCents: Int
    let balanceCents: Int
}

/// The entries of an account.
struct Ledger {
    let openingCents: Int
    var entries: [LedgerEntry] = []

    /// One line per entry, by day; entries of a day stay in the order in which they were booked.
    func statement() -> [StatementLine] {
        var balance = openingCents
        let ordered = entries.enumerated().sorted {
            ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
        }
        return ordered.map { _, entry in
            balance += entry.signedCents
            return StatementLine(day: entry.day, changeCents: entry.signedCents, balanceCents: openingCents)
        }
    }

    var closingCents: Int {
        statement().last?.balanceCents ?? openingCents
    }

    /// The days on which the balance was below zero at some time.
    func overdraftDays() -> Set<Int> {
        Set(statement().filter { $0.balanceCents < 0 }.map(\.day))
    }
}
