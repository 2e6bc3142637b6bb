import Logic
import Testing

struct ChecksumTests {
    @Test func a_hash_follows_fnv1a() {
        #expect(Checksum.fnv1a("") == 2_166_136_261)
        #expect(Checksum.fnv1a("a") == 0xe40c_292c)
        #expect(Checksum.fnv1a("foobar") == 0xbf9c_f968)
    }

    @Test func a_key_keeps_its_bucket() {
        #expect(Checksum.bucket(for: "a", count: 16) == 12)
        #expect(Checksum.bucket(for: "foobar", count: 16) == 8)
    }

    @Test func without_buckets_there_is_only_one() {
        #expect(Checksum.bucket(for: "a", count: 0) == 0)
        #expect(Checksum.bucket(for: "foobar", count: 0) == 0)
    }

    @Test func a_digit_sum_adds_the_digits() {
        #expect(Checksum.digitSum(1234) == 10)
        #expect(Checksum.digitSum(7) == 7)
        #expect(Checksum.digitSum(0) == 0)
    }

    @Test func a_digital_root_is_one_digit() {
        #expect(Checksum.digitalRoot(9875) == 2)
        #expect(Checksum.digitalRoot(4) == 4)
        #expect(Checksum.digitalRoot(0) == 0)
    }

    @Test func digits_come_lowest_first() {
        #expect(Checksum.digits(of: 507) == [7, 0, 5])
        #expect(Checksum.digits(of: 8) == [8])
        #expect(Checksum.digits(of: 0) == [])
    }

    @Test func a_card_number_ends_with_its_check_digit() {
        #expect(Checksum.isLuhnValid(79_927_398_713))
        #expect(Checksum.isLuhnValid(18))
        #expect(!Checksum.isLuhnValid(79_927_398_714))
    }

    @Test func no_number_is_no_card_number() {
        #expect(!Checksum.isLuhnValid(0))
        #expect(!Checksum.isLuhnValid(-18))
    }

    @Test func a_byte_sum_wraps_around() {
        #expect(Checksum.byteSum([1, 2, 3]) == 6)
        #expect(Checksum.byteSum([200, 100]) == 44)
        #expect(Checksum.byteSum([255, 255]) == 254)
    }

    @Test func small_numbers_become_bytes() {
        #expect(Checksum.bytes(from: [0, 127, 255]) == [0, 127, 255])
        #expect(Checksum.bytes(from: []) == [])
    }

    @Test func a_number_beyond_a_byte_has_none() {
        #expect(Checksum.bytes(from: [1, 256]) == nil)
        #expect(Checksum.bytes(from: [-1]) == nil)
    }
}
