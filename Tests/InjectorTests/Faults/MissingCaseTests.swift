import Testing

@testable import Injector

struct MissingCaseTests {
    @Test(arguments: [
        Snippet(
            "func f(_ s: S) -> Int {\n    switch s {\n    case .queued: return 1\n    default: return 2\n    }\n}",
            becomes:
                "func f(_ s: S) -> Int {\n    switch s {\n    case .queued: fatalError(\"unhandled case: queued\")\n"
                + "    default: return 2\n    }\n}",
            fails: 3),
        Snippet(
            "func f(_ s: S) {\n    switch s {\n    case .a, .b:\n        print(1)\n        print(2)\n    }\n}",
            becomes:
                "func f(_ s: S) {\n    switch s {\n    case .a, .b:\n        fatalError(\"unhandled case: a, b\")\n    }\n}",
            fails: 4),
        Snippet(
            "func f(_ s: String) -> Int { switch s { case \"x\\(1)\": 1; default: 2 } }",
            becomes: "func f(_ s: String) -> Int { switch s { case \"x\\(1)\": "
                + "fatalError(\"unhandled case: \\\"x\\\\(1)\\\"\"); default: 2 } }",
            fails: 1),
    ])
    func a_case_ends_in_a_fatal_error(_ snippet: Snippet) throws {
        try snippet.check(MissingCase())
    }

    @Test func a_default_comes_after_the_cases() {
        let source = "func f(_ n: N) { switch n { default: g(); case .a: h() } }"
        #expect(edits(of: MissingCase(), on: source).first?.contains("unhandled case: a") == true)
    }

    @Test func what_traps_already_is_left_alone() {
        let source = "func f(_ n: Int) { switch n { case 1: fatalError(); @unknown default: print(2) } }"
        #expect(edits(of: MissingCase(), on: source).isEmpty)
    }
}
