import Logic
import Testing

@Suite struct HeldOutInnerObject {
    @Test func something_else_is_empty() {
        let payload = EventPayload(["owner": 3.5, "list": [1, 2]])
        #expect(payload.object("owner").tags == [])
        #expect(payload.object("list").severity == 0)
    }

    @Test func a_missing_field_is_empty() {
        #expect(EventPayload([:]).object("owner").text("name", fallback: "?") == "?")
    }

    @Test func an_object() {
        let payload = EventPayload(["owner": ["severity": 9]])
        #expect(payload.object("owner").severity == 9)
    }
}
