import Testing

@testable import Injector

struct DuplicateKeysTests {
    @Test(arguments: [
        Snippet(
            "let d = Dictionary(pairs, uniquingKeysWith: { a, _ in a })",
            becomes: "let d = Dictionary(uniqueKeysWithValues: pairs)",
            fails: 1),
        Snippet(
            "let d = Dictionary(pairs) { _, last in last }",
            becomes: "let d = Dictionary(uniqueKeysWithValues: pairs)",
            fails: 1),
        Snippet(
            "let d = [String: Int](zip(a, b), uniquingKeysWith: +)",
            becomes: "let d = [String: Int](uniqueKeysWithValues: zip(a, b))",
            fails: 1),
        Snippet(
            "let d: [String: Int] = .init(pairs, uniquingKeysWith: +)",
            becomes: "let d: [String: Int] = .init(uniqueKeysWithValues: pairs)",
            fails: 1),
    ])
    func keys_are_taken_to_be_unique(_ snippet: Snippet) throws {
        try snippet.check(DuplicateKeys())
    }

    @Test(arguments: [
        "let d = Dictionary(grouping: all, by: { $0.key })",
        "let d = Dictionary(uniqueKeysWithValues: pairs)",
        "let d = a.merging(b, uniquingKeysWith: +)",
        "let s: Shape = .init(pairs) { $0 + $1 }",
    ])
    func what_builds_no_dictionary_from_pairs_is_left_alone(_ source: String) {
        #expect(edits(of: DuplicateKeys(), on: source).isEmpty)
    }
}
