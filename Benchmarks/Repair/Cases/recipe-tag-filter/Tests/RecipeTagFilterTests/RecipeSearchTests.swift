import Testing

@testable import RecipeTagFilter

@Suite struct RecipeSearchTests {
    private let book = RecipeBook(recipes: [
        Recipe(name: "Pancakes", tags: ["sweet", "quick"], ingredients: ["flour", "milk", "egg"]),
        Recipe(name: "Salad", tags: ["quick", "vegan"], ingredients: ["lettuce", "oil"]),
        Recipe(name: "Omelette", tags: ["quick"], ingredients: ["egg", "oil"]),
    ])

    @Test func all_required_tags_are_needed() {
        #expect(book.matches(RecipeFilter(requiredTags: ["quick", "vegan"])) == ["Salad"])
    }

    @Test func an_empty_filter_accepts_everything() {
        #expect(book.matches(RecipeFilter()).count == 3)
    }

    @Test func excluded_ingredients() {
        #expect(book.matches(RecipeFilter(excludedIngredients: ["egg"])) == ["Salad"])
    }

    @Test func ranks_by_missing_ingredients() {
        #expect(book.ranked(pantry: ["egg", "oil"]).map(\.name) == ["Omelette", "Salad", "Pancakes"])
    }

    @Test func an_empty_book_has_no_ranking() {
        #expect(RecipeBook(recipes: []).ranked(pantry: ["egg"]).isEmpty)
    }
}
