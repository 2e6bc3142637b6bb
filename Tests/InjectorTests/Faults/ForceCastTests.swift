import Testing

@testable import Injector

struct ForceCastTests {
    @Test(arguments: [
        Snippet(
            "func f(_ a: Any) -> Int {\n    guard let n = a as? Int else { return 0 }\n    return n\n}",
            becomes: "func f(_ a: Any) -> Int {\n    let n = a as! Int\n    return n\n}",
            fails: 2),
        Snippet(
            "func f(_ a: Any) -> Int { (a as? Int) ?? 0 }",
            becomes: "func f(_ a: Any) -> Int { (a as! Int) }", fails: 1),
        Snippet(
            "func f(_ a: Any) -> Int { a as? Int ?? 0 }", becomes: "func f(_ a: Any) -> Int { a as! Int }",
            fails: 1),
        Snippet(
            "func f(_ a: Any) {\n    if let n = a as? Int {\n        print(n)\n    }\n}",
            becomes: "func f(_ a: Any) {\n    do {\n        let n = a as! Int\n        print(n)\n    }\n}",
            fails: 3),
        Snippet(
            "func f(_ a: [Any]) -> [Int] { a.compactMap { $0 as? Int } }",
            becomes: "func f(_ a: [Any]) -> [Int] { a.compactMap { ($0 as! Int) } }",
            fails: 1),
        Snippet(
            "func f(_ a: Any) -> Int? {\n    return a as? Int\n}",
            becomes: "func f(_ a: Any) -> Int? {\n    return (a as! Int)\n}",
            fails: 2),
    ])
    func a_cast_is_forced(_ snippet: Snippet) throws {
        try snippet.check(ForceCast())
    }

    @Test(arguments: [
        "func f(_ a: Any) -> Bool { a is Int }",
        "func f(_ a: Any) -> Bool { (a as? Int) != nil }",
        "func f(_ a: Any) -> Int? { (a as? String)?.count }",
        "func f(_ a: Int) -> Double { a as Double }",
    ])
    func a_cast_whose_failure_is_asked_for_is_left_alone(_ source: String) {
        #expect(edits(of: ForceCast(), on: source).isEmpty)
    }
}
