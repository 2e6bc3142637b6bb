import Testing

@testable import Injector

struct ForceTryTests {
    @Test(arguments: [
        Snippet(
            "func f() -> Int {\n    guard let n = try? g() else { return 0 }\n    return n\n}",
            becomes: "func f() -> Int {\n    let n = try! g()\n    return n\n}",
            fails: 2),
        Snippet("func f() -> Int { (try? g()) ?? 0 }", becomes: "func f() -> Int { (try! g()) }", fails: 1),
        Snippet(
            "func f() {\n    do {\n        let n = try g()\n        print(n)\n    } catch {\n        print(0)\n    }\n}",
            becomes: "func f() {\n    do {\n        let n = try! g()\n        print(n)\n    }\n}",
            fails: 3),
        Snippet(
            "func f() throws -> Int {\n    try g() + 1\n}",
            becomes: "func f() throws -> Int {\n    try! g() + 1\n}", fails: 2),
        Snippet(
            "func f(_ a: [String]) -> [Int] { a.compactMap { try? g($0) } }",
            becomes: "func f(_ a: [String]) -> [Int] { a.compactMap { (try! g($0)) } }",
            fails: 1),
    ])
    func a_call_is_forced(_ snippet: Snippet) throws {
        try snippet.check(ForceTry())
    }

    @Test(arguments: [
        "func g() throws -> Int? { 1 }\nfunc f() -> Int { guard let n = try? g() else { return 0 }; return n }",
        "func f(_ c: C) -> Int { (try? c.decodeIfPresent(Int.self)) ?? 0 }",
        "func f() { do { try g(); throw E() } catch { print(error) } }",
        "func f() { let n = try? g(); print(n as Any) }",
    ])
    func a_call_whose_forced_form_has_another_type_is_left_alone(_ source: String) {
        #expect(!edits(of: ForceTry(), on: source).contains { $0.contains("try!") })
    }
}
