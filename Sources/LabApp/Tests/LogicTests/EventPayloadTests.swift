import Logic
import Testing

struct EventPayloadTests {
    @Test func a_text_is_read() throws {
        let payload = EventPayload(["name": "login"])
        #expect(try payload.text("name") == "login")
    }

    @Test func what_is_no_text_is_named() {
        let payload = EventPayload(["name": 5, "user": ["a"]])
        #expect(throws: PayloadError.notText("name")) { try payload.text("name") }
        #expect(throws: PayloadError.notText("user")) { try payload.text("user") }
        #expect(throws: PayloadError.notText("host")) { try payload.text("host") }
    }

    @Test func a_text_falls_back() {
        let payload = EventPayload(["name": "login", "user": 5, "host": true])
        #expect(payload.text("name", fallback: "none") == "login")
        #expect(payload.text("user", fallback: "nobody") == "nobody")
        #expect(payload.text("host", fallback: "local") == "local")
    }

    @Test func a_number_is_read() throws {
        let payload = EventPayload(["count": 3, "size": 4.0])
        #expect(try payload.number("count") == 3)
        #expect(try payload.number("size") == 4)
    }

    @Test func what_is_no_number_is_named() {
        let payload = EventPayload(["count": "3", "size": ["4"]])
        #expect(throws: PayloadError.notANumber("count")) { try payload.number("count") }
        #expect(throws: PayloadError.notANumber("size")) { try payload.number("size") }
    }

    @Test func a_decimal_is_no_whole_number() {
        let payload = EventPayload(["half": 0.5, "huge": 1e30, "endless": Double.infinity])
        #expect(throws: PayloadError.notANumber("half")) { try payload.number("half") }
        #expect(throws: PayloadError.notANumber("huge")) { try payload.number("huge") }
        #expect(throws: PayloadError.notANumber("endless")) { try payload.number("endless") }
    }

    @Test func a_list_of_numbers_is_read() throws {
        let payload = EventPayload(["sizes": [1, 2, 3]])
        #expect(try payload.numbers("sizes") == [1, 2, 3])
    }

    @Test func what_is_no_list_of_numbers_is_named() {
        let payload = EventPayload(["sizes": "1,2", "names": ["a"]])
        #expect(throws: PayloadError.notAList("sizes")) { try payload.numbers("sizes") }
        #expect(throws: PayloadError.notAList("names")) { try payload.numbers("names") }
    }

    @Test func tags_are_the_texts_of_their_list() {
        let mixed: [Any] = ["a", 5, "b"]
        #expect(EventPayload(["tags": mixed]).tags == ["a", "b"])
        #expect(EventPayload(["tags": ["x"]]).tags == ["x"])
    }

    @Test func tags_that_are_no_list_are_none() {
        #expect(EventPayload(["tags": "a"]).tags == [])
        #expect(EventPayload(["tags": 7]).tags == [])
    }

    @Test func a_severity_is_held_within_a_byte() {
        #expect(EventPayload(["severity": 7]).severity == 7)
        #expect(EventPayload(["severity": 900]).severity == 255)
        #expect(EventPayload(["severity": -4]).severity == 0)
    }

    @Test func a_severity_that_is_no_number_is_zero() {
        #expect(EventPayload(["severity": "high"]).severity == 0)
        #expect(EventPayload(["severity": [1]]).severity == 0)
    }

    @Test func an_object_is_found_inside() throws {
        let payload = EventPayload(["user": ["name": "ada"]])
        #expect(try payload.object("user").text("name") == "ada")
    }

    @Test func what_is_no_object_is_empty() {
        let payload = EventPayload(["user": "ada", "host": 5])
        #expect(payload.object("user").tags == [])
        #expect(payload.object("host").severity == 0)
    }

    @Test func depth_counts_nested_objects() throws {
        #expect(try EventPayload(["a": 1]).depth(limit: 3) == 1)
        #expect(try EventPayload(["a": ["b": ["c": 1]]]).depth(limit: 3) == 3)
    }

    @Test func an_object_nested_too_deeply_is_refused() {
        let payload = EventPayload(["a": ["b": ["c": 1]]])
        #expect(throws: PayloadError.tooDeep) { try payload.depth(limit: 2) }
        #expect(throws: PayloadError.tooDeep) { try payload.depth(limit: 0) }
    }
}
