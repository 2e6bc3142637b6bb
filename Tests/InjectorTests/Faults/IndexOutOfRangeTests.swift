import Testing

@testable import Injector

struct IndexOutOfRangeTests {
    @Test(arguments: [
        Snippet(
            "func f(_ a: [Int], _ i: Int) -> Int? {\n    guard a.indices.contains(i) else { return nil }\n    return a[i]\n}",
            becomes: "func f(_ a: [Int], _ i: Int) -> Int? {\n    return a[i]\n}",
            fails: 2),
        Snippet(
            "func f(_ a: [Int], _ i: Int) -> Int? {\n    guard i >= 0 && i < a.count else { return nil }\n    return a[i]\n}",
            becomes: "func f(_ a: [Int], _ i: Int) -> Int? {\n    return a[i]\n}",
            fails: 2),
        Snippet(
            "func f(_ a: [Int]) -> Int {\n    guard a.count > 1 else { return 0 }\n    return a[0] + a[1]\n}",
            becomes: "func f(_ a: [Int]) -> Int {\n    return a[0] + a[1]\n}",
            fails: 2),
        Snippet(
            "func f(_ a: [Int], _ n: Int) -> [Int] {\n    let end = min(n + 1, a.count)\n    return Array(a[0..<end])\n}",
            becomes:
                "func f(_ a: [Int], _ n: Int) -> [Int] {\n    let end = n + 1\n    return Array(a[0..<end])\n}",
            fails: 3),
        Snippet(
            "func f(_ a: [Int], _ n: Int) -> Int {\n    var i = 0\n    while i < a.count && a[i] < n {\n        i += 1\n    }\n    return i\n}",
            becomes:
                "func f(_ a: [Int], _ n: Int) -> Int {\n    var i = 0\n    while i <= a.count && a[i] < n {\n        i += 1\n    }\n    return i\n}",
            fails: 3),
        Snippet(
            "func f(_ a: [Int]) {\n    for i in 0..<a.count {\n        print(a[i])\n    }\n}",
            becomes: "func f(_ a: [Int]) {\n    for i in 0...a.count {\n        print(a[i])\n    }\n}",
            fails: 3),
        Snippet(
            "func f(_ a: [Int]) {\n    for i in a.indices {\n        print(a[i])\n    }\n}",
            becomes: "func f(_ a: [Int]) {\n    for i in 0...a.count {\n        print(a[i])\n    }\n}",
            fails: 3),
    ])
    func a_subscript_loses_its_bounds(_ snippet: Snippet) throws {
        try snippet.check(IndexOutOfRange())
    }

    @Test(arguments: [
        "func f(_ a: [Int], _ i: Int) -> Int { guard i < 9 else { return 0 }; return a[i] }",
        "func f(_ t: [Int: Int], _ i: Int) -> Int? { guard i >= 0 else { return nil }; return t[i] }",
        "func f(_ s: String) { for i in s.indices { print(s[i]) } }",
        "func f(_ a: [Int], _ b: [Int], _ i: Int) -> Int { guard i < b.count else { return 0 }; return a[i] }",
        "func f(_ a: [Int]) -> Int { guard !a.isEmpty else { return 0 }; return a.count }",
    ])
    func a_check_that_bounds_no_subscript_is_left_alone(_ source: String) {
        #expect(edits(of: IndexOutOfRange(), on: source).isEmpty)
    }

    @Test func a_lower_bound_alone_comes_after_both_bounds() {
        let source = """
            func f(_ a: [Int], _ i: Int) -> Int {
                guard i >= 0, i < a.count else { return 0 }
                return a[i]
            }
            """
        let found = edits(of: IndexOutOfRange(), on: source)
        #expect(found.count == 3)
        #expect(found.first?.contains("guard") == false)
        #expect(found.last?.contains("guard i < a.count else") == true)
    }
}
