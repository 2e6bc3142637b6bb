import Testing

@testable import Injector

struct EmptyCollectionTests {
    @Test(arguments: [
        Snippet(
            "func f(_ a: inout [Int]) -> Int? {\n    guard !a.isEmpty else { return nil }\n    return a.removeFirst()\n}",
            becomes: "func f(_ a: inout [Int]) -> Int? {\n    return a.removeFirst()\n}",
            fails: 2),
        Snippet(
            "func f(_ a: inout [Int]) {\n    if a.count > 0 {\n        a.removeLast()\n    }\n}",
            becomes: "func f(_ a: inout [Int]) {\n    do {\n        a.removeLast()\n    }\n}",
            fails: 3),
        Snippet(
            "func f(_ a: inout [Int]) {\n    while !a.isEmpty {\n        a.removeLast()\n    }\n}",
            becomes: "func f(_ a: inout [Int]) {\n    while true {\n        a.removeLast()\n    }\n}",
            fails: 3),
        Snippet(
            "func f(_ a: inout [Int]) -> Int {\n    guard let n = a.popLast() else { return 0 }\n    return n\n}",
            becomes: "func f(_ a: inout [Int]) -> Int {\n    let n = a.removeLast()\n    return n\n}",
            fails: 2),
        Snippet(
            "func f(_ a: inout [Int]) -> Int { a.popLast() ?? 0 }",
            becomes: "func f(_ a: inout [Int]) -> Int { a.removeLast() }",
            fails: 1),
    ])
    func an_element_is_removed_without_a_check(_ snippet: Snippet) throws {
        try snippet.check(EmptyCollection())
    }

    @Test(arguments: [
        "func f(_ a: inout [Int], _ b: [Int]) -> Int { guard !b.isEmpty else { return 0 }; return a.removeFirst() }",
        "func f(_ a: inout [Int]) -> Int { guard a.count < 9 else { return 0 }; return a.removeFirst() }",
        "func f(_ a: [Int]) -> Int? { guard !a.isEmpty else { return nil }; return a.first }",
        "func f(_ a: A?) -> Int { a?.list.popLast() ?? 0 }",
    ])
    func a_removal_that_no_check_guards_is_left_alone(_ source: String) {
        #expect(edits(of: EmptyCollection(), on: source).isEmpty)
    }
}
