import Logic
import Testing

@Suite struct HeldOutPort {
    @Test func a_port_too_large() {
        #expect(throws: SettingsError.outOfRange("p")) { try Settings([("p", "65536")]).port("p") }
        #expect(throws: SettingsError.outOfRange("q")) { try Settings([("q", "9999999")]).port("q") }
    }

    @Test func a_negative_port() {
        #expect(throws: SettingsError.outOfRange("p")) { try Settings([("p", "-80")]).port("p") }
    }

    @Test func a_port() throws {
        #expect(try Settings([("p", "65535")]).port("p") == 65_535)
        #expect(try Settings([("p", "0")]).port("p") == 0)
    }
}
