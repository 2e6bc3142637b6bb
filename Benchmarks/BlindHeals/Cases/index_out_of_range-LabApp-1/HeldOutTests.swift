import Logic
import Testing

@Suite struct HeldOutFlags {
    @Test func a_flag_has_no_value() throws {
        #expect(try QueryString.parse("verbose") == ["verbose": ""])
        #expect(try QueryString.parse("x&y=2&z") == ["x": "", "y": "2", "z": ""])
    }

    @Test func a_flag_is_decoded() throws {
        #expect(try QueryString.parse("a%20b") == ["a b": ""])
    }

    @Test func an_empty_value() throws {
        #expect(try QueryString.parse("k=") == ["k": ""])
        #expect(try QueryString.parse("k=v") == ["k": "v"])
    }
}
