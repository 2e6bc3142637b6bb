import Testing

@testable import Injector

struct FaultCatalogueTests {
    @Test func the_catalogue_keeps_its_order() {
        #expect(
            FaultCatalogue.all.map(\.id) == [
                "zero_division", "none_type", "index_out_of_range", "integer_overflow", "invalid_range",
                "negative_count", "empty_collection", "force_cast", "force_try", "duplicate_keys",
                "lossy_conversion",
                "stack_overflow", "infinite_loop", "missing_case", "build_break",
                "wrong_comparison", "wrong_operator", "off_by_one", "inverted_condition", "dropped_condition",
                "swapped_arguments", "wrong_variable", "wrong_constant", "missing_statement", "wrong_call",
            ])
    }

    @Test func a_fault_is_found_by_its_id_and_by_its_alias() {
        #expect(FaultCatalogue.find("none_type")?.id == "none_type")
        #expect(FaultCatalogue.find("nil_unwrap")?.id == "none_type")
        #expect(FaultCatalogue.find("nil") == nil)
    }

    @Test func ids_and_aliases_are_unique_words_in_snake_case() {
        let names = FaultCatalogue.all.flatMap { [$0.id] + $0.aliases }
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "_" } })
    }

    @Test func a_summary_is_one_line_without_a_full_stop() {
        for fault in FaultCatalogue.all {
            #expect(!fault.summary.contains("\n") && !fault.summary.hasSuffix("."), "\(fault.id)")
        }
    }

    @Test(arguments: [
        ("zero_devision", "zero_division"), ("force_tri", "force_try"), ("nilunwrap", "nil_unwrap"),
    ])
    func a_misspelled_name_has_a_nearest_one(_ name: String, _ expected: String) {
        #expect(FaultCatalogue.nearest(to: name) == expected)
    }

    @Test func a_name_like_no_fault_has_none() {
        #expect(FaultCatalogue.nearest(to: "qqqqqqqqqqqqqqqqqqqqqqq") == nil)
    }
}
