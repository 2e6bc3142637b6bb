import Testing

@testable import Injector

struct InfiniteLoopTests {
    @Test(arguments: [
        Snippet(
            "func f(_ n: Int) {\n    var i = 0\n    while i < n {\n        print(i)\n        i += 1\n    }\n}",
            becomes: "func f(_ n: Int) {\n    var i = 0\n    while i < n {\n        print(i)\n    }\n}",
            fails: 3...5),
        Snippet(
            "func f(_ n: Int) {\n    var rest = n\n    repeat {\n        rest /= 10 // one digit less\n    } while rest > 0\n}",
            becomes: "func f(_ n: Int) {\n    var rest = n\n    repeat {\n    } while rest > 0\n}",
            fails: 3...4),
        Snippet(
            "func f(_ n: Int) { var i = 0; while i < n { print(i); i += 1 } }",
            becomes: "func f(_ n: Int) { var i = 0; while i < n { print(i); } }",
            fails: 1),
    ])
    func a_loop_loses_its_step(_ snippet: Snippet) throws {
        try snippet.check(InfiniteLoop())
    }

    @Test(arguments: [
        "func f(_ n: Int) { var i = 0; var k = 0; while i < n { k += 1; i = next(i, k); i += 1 } }",
        "func f(_ n: Int) { var i = 0; while i < n { advance(&i); if i > 3 { i = 5 } } }",
        "func f(_ n: Int) { var k = 0; while next() { k += 1 } }",
        "func f(_ n: Int) { for i in 0..<n { print(i) } }",
    ])
    func a_loop_that_something_else_ends_is_left_alone(_ source: String) {
        #expect(edits(of: InfiniteLoop(), on: source).isEmpty)
    }

    @Test func a_step_goes_only_where_no_other_part_of_the_condition_ends_the_loop() {
        let source = "func f(_ n: Int) { var i = 0; var k = 9; while i < n && k > 0 { i += 1; k -= 1 } }"
        #expect(edits(of: InfiniteLoop(), on: source).isEmpty)
    }

    @Test func a_loop_with_other_ways_out_comes_last() {
        let source = """
            func f(_ n: Int) throws {
                var i = 0
                while i < n {
                    try g(i)
                    i += 1
                }
                var k = 0
                while k < n {
                    k += 1
                }
            }
            """
        #expect(edits(of: InfiniteLoop(), on: source).first?.contains("k += 1") == false)
    }
}
