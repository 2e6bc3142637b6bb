import Logic
import Testing

struct LabelCatalogueTests {
    @Test func a_label_is_found_by_locale_and_key() throws {
        let labels = LabelCatalogue(["en": ["save": "Save"], "de": ["save": "Sichern"]])
        #expect(try labels.label("save", locale: "en") == "Save")
        #expect(try labels.label("save", locale: "de") == "Sichern")
    }

    @Test func an_unknown_locale_is_named() {
        let labels = LabelCatalogue(["en": ["save": "Save"]])
        #expect(throws: LabelError.unknownLocale("fr")) { try labels.label("save", locale: "fr") }
        #expect(throws: LabelError.unknownLocale("it")) { try labels.label("open", locale: "it") }
    }

    @Test func an_unknown_key_is_named() {
        let labels = LabelCatalogue(["en": ["save": "Save"]])
        #expect(throws: LabelError.unknownKey("open")) { try labels.label("open", locale: "en") }
        #expect(throws: LabelError.unknownKey("quit")) { try labels.label("quit", locale: "en") }
    }

    @Test func a_key_stands_in_for_its_label() {
        let labels = LabelCatalogue(["en": ["save": "Save"]])
        #expect(labels.display("save", locale: "en") == "Save")
        #expect(labels.display("open", locale: "en") == "open")
        #expect(labels.display("quit", locale: "fr") == "quit")
    }

    @Test func the_language_comes_before_the_region() {
        #expect(LabelCatalogue.language(of: "pt-BR") == "pt")
        #expect(LabelCatalogue.language(of: "en") == "en")
    }

    @Test func an_empty_locale_has_no_language() {
        #expect(LabelCatalogue.language(of: "") == "")
        #expect(LabelCatalogue.language(of: "-") == "")
    }

    @Test func missing_keys_are_listed_in_order() throws {
        let labels = LabelCatalogue(["en": ["b": "B", "a": "A", "c": "C"], "de": ["b": "B"]])
        #expect(try labels.missingKeys(in: "de", comparedTo: "en") == ["a", "c"])
        #expect(try labels.missingKeys(in: "fr", comparedTo: "de") == ["b"])
    }

    @Test func a_reference_locale_must_exist() {
        let labels = LabelCatalogue(["en": ["save": "Save"]])
        #expect(throws: LabelError.unknownLocale("fr")) {
            try labels.missingKeys(in: "en", comparedTo: "fr")
        }
        #expect(throws: LabelError.unknownLocale("it")) {
            try labels.missingKeys(in: "fr", comparedTo: "it")
        }
    }

    @Test func the_first_of_two_keys_owns_a_shared_label() {
        let labels = LabelCatalogue(["en": ["b": "OK", "a": "OK"], "de": ["y": "Ja", "x": "Ja", "z": "Ja"]])
        #expect(labels.keysByLabel(locale: "en") == ["OK": "a"])
        #expect(labels.keysByLabel(locale: "de") == ["Ja": "x"])
        #expect(labels.keysByLabel(locale: "fr") == [:])
    }

    @Test func a_column_is_cut_or_filled() {
        let labels = LabelCatalogue(["en": ["save": "Save"]])
        #expect(labels.column("save", locale: "en", width: 6) == "Save..")
        #expect(labels.column("save", locale: "en", width: 2) == "Sa")
    }

    @Test func a_negative_width_leaves_no_column() {
        let labels = LabelCatalogue(["en": ["save": "Save"]])
        #expect(labels.column("save", locale: "en", width: -1) == "")
        #expect(labels.column("open", locale: "en", width: -7) == "")
    }
}
