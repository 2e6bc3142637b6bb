import Testing

@testable import TokenBucketLimiter

@Suite struct TokenBucketTests {
    @Test func a_burst_up_to_the_capacity() {
        var bucket = TokenBucket(capacity: 2, tokensPerSecond: 1, now: 0)
        #expect(bucket.admit(at: 0) == true)
        #expect(bucket.admit(at: 0) == true)
        #expect(bucket.admit(at: 0) == false)
    }

    @Test func tokens_come_back() {
        var bucket = TokenBucket(capacity: 2, tokensPerSecond: 1, now: 0)
        #expect(bucket.admit(cost: 2, at: 0) == true)
        #expect(bucket.admit(at: 1) == true)
        #expect(bucket.admit(at: 1) == false)
    }

    @Test func waits_for_enough_tokens() {
        var bucket = TokenBucket(capacity: 10, tokensPerSecond: 3, now: 0)
        #expect(bucket.wait(forCost: 4, at: 0) == 0)
        #expect(bucket.admit(cost: 10, at: 0) == true)
        #expect(bucket.wait(forCost: 4, at: 0) == 2)
    }

    @Test func what_is_larger_than_the_bucket_never_comes() {
        var bucket = TokenBucket(capacity: 5, tokensPerSecond: 1, now: 0)
        #expect(bucket.wait(forCost: 6, at: 0) == nil)
    }
}
