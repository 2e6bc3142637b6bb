import Testing

@testable import CircularSampleWindow

@Suite struct SampleRingValidation {
    @Test(arguments: 1...7) func matches_a_plain_array(capacity: Int) {
        var ring = SampleRing(capacity: capacity)
        var all: [Double] = []
        for value in 1...20 {
            ring.record(Double(value))
            all.append(Double(value))
            let expected = Array(all.suffix(capacity))
            #expect(ring.samples == expected)
            #expect(ring.count == expected.count)
            #expect(ring.mean == expected.reduce(0, +) / Double(expected.count))
        }
    }

    @Test func one_sample() {
        var ring = SampleRing(capacity: 8)
        ring.record(-4)
        #expect(ring.samples == [-4])
        #expect(ring.mean == -4)
    }
}
