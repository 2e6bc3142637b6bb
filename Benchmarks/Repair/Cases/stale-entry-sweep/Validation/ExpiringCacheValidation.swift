import Testing

@testable import StaleEntrySweep

@Suite struct ExpiringCacheValidation {
    @Test func unknown_keys() {
        #expect(ExpiringCache<Int, Int>(lifetime: 3).value(for: 1, at: 0) == nil)
    }

    @Test func storing_again_prolongs() {
        var cache = ExpiringCache<Int, String>(lifetime: 3)
        cache.store("x", for: 1, at: 0)
        cache.store("y", for: 1, at: 2)
        #expect(cache.value(for: 1, at: 4) == "y")
        #expect(cache.value(for: 1, at: 5) == nil)
    }

    @Test func storing_again_without_a_pin_unpins() {
        var cache = ExpiringCache<Int, String>(lifetime: 3)
        cache.store("x", for: 1, at: 0, pinned: true)
        #expect(cache.value(for: 1, at: 3) == "x")
        #expect(cache.value(for: 1, at: 2) == "x")
        cache.store("y", for: 1, at: 0)
        #expect(cache.value(for: 1, at: 3) == nil)
    }

    @Test func a_pin_covers_its_own_entry_only() {
        var cache = ExpiringCache<Int, String>(lifetime: 1)
        cache.store("x", for: 1, at: 0, pinned: true)
        cache.store("y", for: 2, at: 0)
        #expect(cache.value(for: 1, at: 100) == "x")
        #expect(cache.value(for: 2, at: 100) == nil)
        #expect(cache.value(for: 2, at: 0) == "y")
    }

    @Test func sweeping_twice() {
        var cache = ExpiringCache<Int, Int>(lifetime: 5)
        for key in 0..<6 { cache.store(key, for: key, at: key, pinned: key == 0) }
        #expect(cache.sweep(at: 8) == 3)
        #expect(cache.sweep(at: 8) == 0)
        #expect(cache.count == 3)
        #expect(cache.value(for: 0, at: 8) == 0)
    }
}
