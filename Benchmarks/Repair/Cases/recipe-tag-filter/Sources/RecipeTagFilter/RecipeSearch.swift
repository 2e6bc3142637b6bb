/// A recipe with its tags and what it needs.
struct Recipe: Equatable {
    let name: String
    let tags: Set<String>
    let ingredients: Set<String>
}

/// What a recipe must be like.
struct RecipeFilter {
    var requiredTags: Set<String> = []
    var excludedIngredients: Set<String> = []

    func accepts(_ recipe: Recipe) -> Bool {
        requiredTags.isSubset(of: recipe.tags) && recipe.ingredients.isDisjoint(with: excludedIngredients)
    }
}

struct RecipeBook {
    let recipes: [Recipe]

    func matches(_ filter: RecipeFilter) -> [String] {
        recipes.filter(filter.accepts).map(\.name)
    }

    /// Recipes by how many ingredients are missing in a pantry, fewest first.
    func ranked(pantry: Set<String>) -> [(name: String, missing: Int)] {
        recipes
            .map { (name: $0.name, missing: $0.ingredients.intersection(pantry).count) }
            .sorted { ($0.missing, $0.name) < ($1.missing, $1.name) }
    }
}
