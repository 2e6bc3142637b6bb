import Testing

@testable import Injector

struct NegativeCountTests {
    @Test(arguments: [
        Snippet(
            "func f(_ a: [Int], _ n: Int) -> [Int] {\n    guard n > 0 else { return [] }\n    return Array(a.prefix(n))\n}",
            becomes: "func f(_ a: [Int], _ n: Int) -> [Int] {\n    return Array(a.prefix(n))\n}",
            fails: 2),
        Snippet(
            "func f(_ n: Int) -> [Int] { Array(repeating: 0, count: max(0, n - 2)) }",
            becomes: "func f(_ n: Int) -> [Int] { Array(repeating: 0, count: n - 2) }",
            fails: 1),
        Snippet(
            "func f(_ n: Int) -> String {\n    let blanks = max(n, 0)\n    return String(repeating: \" \", count: blanks)\n}",
            becomes:
                "func f(_ n: Int) -> String {\n    let blanks = n\n    return String(repeating: \" \", count: blanks)\n}",
            fails: 3),
        Snippet(
            "func f(_ a: [Int]) -> [Int] {\n    guard !a.isEmpty else { return [] }\n    return Array(a.prefix(a.count - 1))\n}",
            becomes: "func f(_ a: [Int]) -> [Int] {\n    return Array(a.prefix(a.count - 1))\n}",
            fails: 2),
        Snippet(
            "func f(_ w: Int, _ k: Int) -> String {\n    k <= w ? String(repeating: \".\", count: w - k) : \"\"\n}",
            becomes: "func f(_ w: Int, _ k: Int) -> String {\n    String(repeating: \".\", count: w - k)\n}",
            fails: 2),
    ])
    func a_count_may_turn_negative(_ snippet: Snippet) throws {
        try snippet.check(NegativeCount())
    }

    @Test(arguments: [
        "func f(_ a: [Int], _ n: Int) -> Int { guard n > 0 else { return 0 }; return a.reduce(n, +) }",
        "func f(_ n: Int) -> Int { max(0, n) }",
        "func f(_ a: [Int]) -> [Int] { guard !a.isEmpty else { return [] }; return Array(a.prefix(a.count)) }",
        "func f(_ a: [Int], _ n: Int) -> [Int] { guard n > 0 else { return [] }; return Array(a.prefix(upTo: n)) }",
    ])
    func a_number_that_counts_nothing_is_left_alone(_ source: String) {
        #expect(edits(of: NegativeCount(), on: source).isEmpty)
    }
}
