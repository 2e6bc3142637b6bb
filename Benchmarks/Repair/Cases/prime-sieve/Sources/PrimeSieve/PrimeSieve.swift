/// The primes up to a limit, by the sieve of Eratosthenes.
struct PrimeSieve {
    let limit: Int
    private let composite: [Bool]

    init(limit: Int) {
        self.limit = max(limit, 1)
        var composite = Array(repeating: false, count: self.limit)
        var candidate = 2
        while candidate * candidate <= self.limit {
            if !composite[candidate] {
                for multiple in stride(from: candidate * candidate, through: self.limit, by: candidate) {
                    composite[multiple] = true
                }
            }
            candidate += 1
        }
        self.composite = composite
    }

    func isPrime(_ number: Int) -> Bool {
        number >= 2 && number <= limit && !composite[number]
    }

    var primes: [Int] {
        (0...limit).filter(isPrime)
    }

    /// The widest gap between neighbouring primes, or nil with fewer than two primes.
    var widestGap: Int? {
        zip(primes, primes.dropFirst()).map { $1 - $0 }.max()
    }
}
