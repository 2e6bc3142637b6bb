import Logic
import Testing

@Suite struct HeldOutTags {
    @Test func other_elements_are_passed_over() {
        let mixed: [Any] = [1.5, "red", true, ["blue"]]
        #expect(EventPayload(["tags": mixed]).tags == ["red"])
    }

    @Test func only_other_elements() {
        let numbers: [Any] = [1, 2, 3]
        #expect(EventPayload(["tags": numbers]).tags == [])
    }

    @Test func only_texts() {
        #expect(EventPayload(["tags": ["p", "q", "r"]]).tags == ["p", "q", "r"])
        #expect(EventPayload([:]).tags == [])
    }
}
