import Testing

@testable import TokenBucketLimiter

@Suite struct TokenBucketValidation {
    @Test func no_refill_means_no_hope() {
        var bucket = TokenBucket(capacity: 3, tokensPerSecond: 0, now: 0)
        #expect(bucket.wait(forCost: 3, at: 0) == 0)
        #expect(bucket.admit(cost: 3, at: 0) == true)
        #expect(bucket.wait(forCost: 1, at: 50) == nil)
        #expect(bucket.admit(at: 50) == false)
    }

    @Test func too_large_at_any_time() {
        var bucket = TokenBucket(capacity: 3, tokensPerSecond: 2, now: 0)
        for now in 0...4 {
            #expect(bucket.wait(forCost: 4, at: now) == nil)
            #expect(bucket.admit(cost: 4, at: now) == false)
        }
        #expect(bucket.wait(forCost: 3, at: 5) == 0)
    }

    @Test func waits_are_exact() {
        for cost in 1...8 {
            var bucket = TokenBucket(capacity: 8, tokensPerSecond: 3, now: 0)
            #expect(bucket.admit(cost: 8, at: 0) == true)
            guard let wait = bucket.wait(forCost: cost, at: 0) else {
                Issue.record("no wait for \(cost)")
                continue
            }
            var early = bucket
            #expect(early.admit(cost: cost, at: wait - 1) == false)
            #expect(bucket.admit(cost: cost, at: wait) == true)
        }
    }

    @Test func bucket_never_overflows() {
        var bucket = TokenBucket(capacity: 2, tokensPerSecond: 5, now: 0)
        #expect(bucket.admit(cost: 3, at: 100) == false)
        #expect(bucket.admit(cost: 2, at: 100) == true)
        #expect(bucket.admit(at: 100) == false)
        #expect(bucket.admit(at: 99) == false)
    }
}
