import Logic
import Testing

@Suite struct HeldOutKeysByLabel {
    @Test func the_first_key_owns_a_shared_label() {
        let labels = LabelCatalogue(["en": ["stop": "End", "end": "End", "go": "Go"]])
        #expect(labels.keysByLabel(locale: "en") == ["End": "end", "Go": "go"])
    }

    @Test func many_keys_share_a_label() {
        let labels = LabelCatalogue(["fr": ["d": "", "c": "", "e": ""]])
        #expect(labels.keysByLabel(locale: "fr") == ["": "c"])
    }

    @Test func every_label_its_own_key() {
        #expect(LabelCatalogue(["fr": ["a": "A"]]).keysByLabel(locale: "fr") == ["A": "a"])
    }
}
