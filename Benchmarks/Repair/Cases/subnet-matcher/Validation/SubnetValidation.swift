import Testing

@testable import SubnetMatcher

@Suite struct SubnetValidation {
    private func contains(_ block: String, _ address: String) throws -> Bool {
        try #require(Subnet(block)).contains(try #require(IPv4Address(address)))
    }

    @Test func masks() {
        #expect(Subnet("10.0.0.0/8")?.mask == 0xFF00_0000)
        #expect(Subnet("10.0.0.0/20")?.mask == 0xFFFF_F000)
        #expect(Subnet("10.0.0.0/1")?.mask == 0x8000_0000)
        #expect(Subnet("10.0.0.0/32")?.mask == 0xFFFF_FFFF)
        #expect(Subnet("10.0.0.0/0")?.mask == 0)
    }

    @Test func borders_of_a_block() throws {
        #expect(try contains("172.16.0.0/12", "172.16.0.0"))
        #expect(try contains("172.16.0.0/12", "172.31.255.255"))
        #expect(try !contains("172.16.0.0/12", "172.32.0.0"))
        #expect(try !contains("172.16.0.0/12", "172.15.255.255"))
    }

    @Test func host_bits_of_the_base_do_not_matter() throws {
        #expect(try contains("10.1.2.3/24", "10.1.2.200"))
    }

    @Test func everything_is_in_the_empty_prefix() throws {
        #expect(try contains("0.0.0.0/0", "255.255.255.255"))
        #expect(try contains("9.9.9.9/0", "1.2.3.4"))
    }

    @Test func small_blocks() throws {
        #expect(try contains("192.0.2.4/30", "192.0.2.7"))
        #expect(try !contains("192.0.2.4/30", "192.0.2.8"))
    }
}
