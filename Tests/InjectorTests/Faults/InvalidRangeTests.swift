import Testing

@testable import Injector

struct InvalidRangeTests {
    @Test(arguments: [
        Snippet(
            "func f(_ a: Int, _ b: Int) -> [Int] {\n    guard a <= b else { return [] }\n    return Array(a...b)\n}",
            becomes: "func f(_ a: Int, _ b: Int) -> [Int] {\n    return Array(a...b)\n}",
            fails: 2),
        Snippet(
            "func f(_ n: Int) -> [Int] {\n    guard n > 0 else { return [] }\n    return Array(0..<n)\n}",
            becomes: "func f(_ n: Int) -> [Int] {\n    return Array(0..<n)\n}",
            fails: 2),
        Snippet(
            "func f(_ n: Int, _ k: Int) -> [Int] {\n    guard k <= n else { return [] }\n    return Array(0...(n - k))\n}",
            becomes: "func f(_ n: Int, _ k: Int) -> [Int] {\n    return Array(0...(n - k))\n}",
            fails: 2),
        Snippet(
            "func f(_ n: Int, _ s: Int) -> [Int] {\n    guard s > 0 else { return [] }\n    return Array(stride(from: 0, to: n, by: s))\n}",
            becomes:
                "func f(_ n: Int, _ s: Int) -> [Int] {\n    return Array(stride(from: 0, to: n, by: s))\n}",
            fails: 2),
        Snippet(
            "func f(_ a: [Int], _ n: Int) -> [Int] {\n    guard n <= a.count else { return [] }\n    return Array(a[n...])\n}",
            becomes: "func f(_ a: [Int], _ n: Int) -> [Int] {\n    return Array(a[n...])\n}",
            fails: 2),
        Snippet(
            "func f(_ a: Int, _ b: Int) -> [Int] { Array(a..<max(a, b)) }",
            becomes: "func f(_ a: Int, _ b: Int) -> [Int] { Array(a..<b) }",
            fails: 1),
        Snippet(
            "func f(_ a: Int, _ b: Int) -> [Int] {\n    let end = max(a, b)\n    return Array(a..<end)\n}",
            becomes: "func f(_ a: Int, _ b: Int) -> [Int] {\n    let end = b\n    return Array(a..<end)\n}",
            fails: 3),
    ])
    func the_order_of_the_ends_is_no_longer_kept(_ snippet: Snippet) throws {
        try snippet.check(InvalidRange())
    }

    @Test(arguments: [
        "func f(_ a: Int, _ b: Int) -> [Int] { guard a <= b else { return [] }; return [a, b] }",
        "func f(_ a: [Int]) -> [Int] { guard !a.isEmpty else { return [] }; return Array(0..<a.count) }",
        "func f(_ a: Int, _ b: Int) -> [Int] { guard a >= b else { return [] }; return Array(a...b) }",
    ])
    func a_check_that_orders_no_range_is_left_alone(_ source: String) {
        #expect(edits(of: InvalidRange(), on: source).isEmpty)
    }
}
