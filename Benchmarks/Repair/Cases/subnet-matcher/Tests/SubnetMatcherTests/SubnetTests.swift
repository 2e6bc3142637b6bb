import Testing

@testable import SubnetMatcher

@Suite struct SubnetTests {
    @Test func parses_an_address() {
        #expect(IPv4Address("1.2.3.4")?.value == 0x0102_0304)
        #expect(IPv4Address("1.2.3") == nil)
        #expect(IPv4Address("1.2.3.256") == nil)
    }

    @Test func an_address_within_the_block() throws {
        let block = try #require(Subnet("10.1.0.0/16"))
        #expect(block.contains(try #require(IPv4Address("10.1.200.7"))))
    }

    @Test func an_address_outside_of_the_block() throws {
        let block = try #require(Subnet("10.1.0.0/16"))
        #expect(!block.contains(try #require(IPv4Address("10.2.0.1"))))
    }

    @Test func a_full_prefix_is_one_address() throws {
        let block = try #require(Subnet("192.168.1.5/32"))
        #expect(block.contains(try #require(IPv4Address("192.168.1.5"))))
        #expect(!block.contains(try #require(IPv4Address("192.168.1.6"))))
    }

    @Test func refuses_bad_prefixes() {
        #expect(Subnet("10.0.0.0/33") == nil)
        #expect(Subnet("10.0.0.0") == nil)
    }
}
