import Testing

@testable import Injector

struct StackOverflowTests {
    @Test(arguments: [
        Snippet(
            "func f(_ n: Int) -> Int {\n    guard n > 1 else { return 1 }\n    return n * f(n - 1)\n}",
            becomes: "func f(_ n: Int) -> Int {\n    return n * f(n - 1)\n}",
            fails: 1...3),
        Snippet(
            "func f(_ n: Int) -> Int { n <= 1 ? 1 : n * f(n - 1) }",
            becomes: "func f(_ n: Int) -> Int { n * f(n - 1) }",
            fails: 1),
        Snippet(
            """
            struct Graph {
                func depth(of name: String, below seen: Set<String> = []) -> Int {
                    if seen.contains(name) { return 0 }
                    return 1 + self.depth(of: next(name), below: seen.union([name]))
                }
            }
            """,
            becomes: """
                struct Graph {
                    func depth(of name: String, below seen: Set<String> = []) -> Int {
                        return 1 + self.depth(of: next(name), below: seen.union([name]))
                    }
                }
                """,
            fails: 2...4),
    ])
    func a_recursion_loses_its_base_case(_ snippet: Snippet) throws {
        try snippet.check(StackOverflow())
    }

    @Test(arguments: [
        "func f(_ n: Int) -> Int { guard n > 1 else { return 1 }; return g(n - 1) }",
        "func f(_ a: Int, _ b: Int) -> Int { guard b != 0 else { return a }; return f(b, a % b) }",
        "func f(_ n: Int, _ k: Int) -> Int { guard k > 1 else { return 1 }; return f(n - 1, k) }",
        "func f(_ n: Int) -> Int { guard n > 1 else { return 1 }; return other.f(n - 1) }",
        "func f(_ n: Int) async -> Int { guard n > 1 else { return 1 }; return await f(n - 1) }",
    ])
    func what_does_not_recurse_for_ever_is_left_alone(_ source: String) {
        #expect(edits(of: StackOverflow(), on: source).isEmpty)
    }
}
