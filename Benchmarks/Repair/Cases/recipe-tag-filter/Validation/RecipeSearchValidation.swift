import Testing

@testable import RecipeTagFilter

@Suite struct RecipeSearchValidation {
    private let book = RecipeBook(recipes: [
        Recipe(name: "A", tags: ["x"], ingredients: ["1", "2", "3", "4"]),
        Recipe(name: "B", tags: ["x", "y"], ingredients: ["1"]),
        Recipe(name: "C", tags: [], ingredients: []),
    ])

    @Test func counts_of_missing_ingredients() {
        let ranking = book.ranked(pantry: ["1", "9"])
        #expect(ranking.map(\.name) == ["B", "C", "A"])
        #expect(ranking.map(\.missing) == [0, 0, 3])
    }

    @Test func an_empty_pantry_misses_everything() {
        let ranking = book.ranked(pantry: [])
        #expect(ranking.map(\.name) == ["C", "B", "A"])
        #expect(ranking.map(\.missing) == [0, 1, 4])
    }

    @Test func a_full_pantry_misses_nothing() {
        #expect(book.ranked(pantry: ["1", "2", "3", "4", "5"]).map(\.missing) == [0, 0, 0])
        #expect(book.ranked(pantry: ["1", "2", "3", "4", "5"]).map(\.name) == ["A", "B", "C"])
        #expect(book.ranked(pantry: ["7"]).map(\.missing) == [0, 1, 4])
    }

    @Test func filters() {
        #expect(book.matches(RecipeFilter(requiredTags: ["x"])) == ["A", "B"])
        #expect(book.matches(RecipeFilter(requiredTags: ["x", "y", "z"])) == [])
        #expect(book.matches(RecipeFilter(requiredTags: ["x"], excludedIngredients: ["4", "9"])) == ["B"])
        #expect(book.matches(RecipeFilter(excludedIngredients: ["1"])) == ["C"])
    }
}
