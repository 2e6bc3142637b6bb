import Logic
import Testing

@Suite struct HeldOutDisplay {
    @Test func a_missing_label_shows_its_key() {
        let labels = LabelCatalogue(["nl": ["back": "Terug"]])
        #expect(labels.display("forward", locale: "nl") == "forward")
        #expect(labels.display("back", locale: "sv") == "back")
    }

    @Test func an_empty_catalogue_shows_keys() {
        #expect(LabelCatalogue([:]).display("menu", locale: "en") == "menu")
    }

    @Test func a_label_is_shown() {
        #expect(LabelCatalogue(["nl": ["back": "Terug"]]).display("back", locale: "nl") == "Terug")
    }
}
