import Logic
import Testing

@Suite struct HeldOutByteSum {
    @Test func it_wraps_around_once() {
        #expect(Checksum.byteSum([250, 7]) == 1)
        #expect(Checksum.byteSum([128, 128]) == 0)
    }

    @Test func it_wraps_around_often() {
        #expect(Checksum.byteSum(Array(repeating: 255, count: 10)) == 246)
    }

    @Test func small_sums() {
        #expect(Checksum.byteSum([]) == 0)
        #expect(Checksum.byteSum([100, 155]) == 255)
    }
}
