import Testing

@testable import WatchdogEngines

@Suite struct JSONTests {
    @Test(arguments: [
        #"{"a":[1,-2.50,1e3,9223372036854775807,18446744073709551615],"b":{},"c":null,"d":true,"e":false}"#,
        #"["é","\"","\\","\n","\u0001","😀"]"#, "[]", #""""#, "0",
    ])
    func what_is_read_is_written_byte_for_byte(text: String) throws {
        #expect(try JSON(parsing: Array(text.utf8)).text == text)
    }

    @Test func escapes_of_scalars_beyond_the_first_plane_are_joined() throws {
        #expect(try JSON(parsing: Array(#""\ud83d\ude00\u00e9\/""#.utf8)) == "😀é/")
    }

    @Test(arguments: [
        "", "{", "[1,", #"{"a" 1}"#, "tru", #""open"#, "1 2", "-", #""\x""#, "[1}", #"{"a":1,}"#,
    ])
    func what_is_no_json_is_refused(text: String) {
        #expect(throws: JSONFault.self) { try JSON(parsing: Array(text.utf8)) }
    }

    @Test func a_hostile_depth_is_refused_and_does_not_exhaust_the_stack() {
        #expect(throws: JSONFault.self) {
            try JSON(parsing: Array(repeating: UInt8(ascii: "["), count: 100_000))
        }
    }

    @Test func an_inspection_survives_reading_and_writing() throws {
        let inspection = try Fixture.json("web-running.json")
        #expect(try JSON(parsing: Array(inspection.text.utf8)) == inspection)
    }
}
