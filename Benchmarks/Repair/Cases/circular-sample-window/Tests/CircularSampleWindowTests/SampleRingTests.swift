import Testing

@testable import CircularSampleWindow

@Suite struct SampleRingTests {
    @Test func an_empty_ring_has_no_mean() {
        let ring = SampleRing(capacity: 3)
        #expect(ring.mean == nil)
        #expect(ring.samples.isEmpty)
    }

    @Test func keeps_the_order_before_it_is_full() {
        var ring = SampleRing(capacity: 5)
        for value in [1.0, 2.0, 3.0] { ring.record(value) }
        #expect(ring.samples == [1, 2, 3])
    }

    @Test func drops_the_oldest_when_full() {
        var ring = SampleRing(capacity: 3)
        for value in [1.0, 2.0, 3.0, 4.0] { ring.record(value) }
        #expect(ring.samples == [2, 3, 4])
    }

    @Test func mean_of_a_partial_ring() {
        var ring = SampleRing(capacity: 4)
        ring.record(2)
        ring.record(4)
        #expect(ring.mean == 3)
    }

    @Test func count_stops_at_the_capacity() {
        var ring = SampleRing(capacity: 2)
        for value in 0..<9 { ring.record(Double(value)) }
        #expect(ring.count == 2)
    }
}
