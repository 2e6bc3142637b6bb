import Testing

@testable import StaleEntrySweep

@Suite struct ExpiringCacheTests {
    @Test func a_fresh_value_is_found() {
        var cache = ExpiringCache<String, Int>(lifetime: 10)
        cache.store(1, for: "a", at: 0)
        #expect(cache.value(for: "a", at: 9) == 1)
    }

    @Test func a_value_expires_at_the_end_of_its_life() {
        var cache = ExpiringCache<String, Int>(lifetime: 10)
        cache.store(1, for: "a", at: 0)
        #expect(cache.value(for: "a", at: 10) == nil)
    }

    @Test func pinned_values_stay() {
        var cache = ExpiringCache<String, Int>(lifetime: 10)
        cache.store(1, for: "a", at: 0, pinned: true)
        #expect(cache.value(for: "a", at: 500) == 1)
    }

    @Test func a_sweep_removes_what_has_expired() {
        var cache = ExpiringCache<String, Int>(lifetime: 10)
        cache.store(1, for: "a", at: 0)
        cache.store(2, for: "b", at: 5)
        cache.store(3, for: "c", at: 0, pinned: true)
        #expect(cache.sweep(at: 12) == 1)
        #expect(cache.count == 2)
    }
}
