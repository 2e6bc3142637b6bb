/// Admits requests at a mean rate with bursts up to a capacity.
struct TokenBucket {
    let capacity: Int
    let tokensPerSecond: Int
    private var tokens: Int
    private var lastRefill: Int

    /// A full bucket. Times are whole seconds of any clock.
    init(capacity: Int, tokensPerSecond: Int, now: Int) {
        self.capacity = capacity
        self.tokensPerSecond = tokensPerSecond
        tokens = capacity
        lastRefill = now
    }

    /// Takes `cost` tokens if there are as many, and says whether it did.
    mutating func admit(cost: Int = 1, at now: Int) -> Bool {
        refill(at: now)
        guard cost <= tokens else { return false }
        tokens -= cost
        return true
    }

    /// The seconds until `cost` tokens are there; nil if they never will be.
    mutating func wait(forCost cost: Int, at now: Int) -> Int? {
        refill(at: now)
        if cost <= tokens { return 0 }
        guard cost <= capacity, tokensPerSecond > 0 else { return 0 }
        return (cost - tokens + tokensPerSecond - 1) / tokensPerSecond
    }

    private mutating func refill(at now: Int) {
        guard now > lastRefill else { return }
        tokens = min(capacity, tokens + (now - lastRefill) * tokensPerSecond)
        lastRefill = now
    }
}
