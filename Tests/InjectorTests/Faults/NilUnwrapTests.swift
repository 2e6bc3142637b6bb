import Testing

@testable import Injector

struct NilUnwrapTests {
    @Test(arguments: [
        Snippet(
            "func f(_ t: [String: Int]) -> Int? {\n    guard let n = t[\"a\"] else { return nil }\n    return n\n}",
            becomes: "func f(_ t: [String: Int]) -> Int? {\n    let n = t[\"a\"]!\n    return n\n}",
            fails: 2),
        Snippet(
            "func f(_ x: Int?) -> Int {\n    guard let x else { return 0 }\n    return x\n}",
            becomes: "func f(_ x: Int?) -> Int {\n    let x = x!\n    return x\n}",
            fails: 2),
        Snippet(
            "func f(_ a: A?) -> Int {\n    guard let b = a?.b else { return 0 }\n    return b\n}",
            becomes: "func f(_ a: A?) -> Int {\n    let b = (a?.b)!\n    return b\n}",
            fails: 2),
        Snippet(
            "func f() throws -> Int {\n    guard var n: Int = try g() else { return 0 }\n    return n\n}",
            becomes: "func f() throws -> Int {\n    var n: Int = try g()!\n    return n\n}",
            fails: 2),
        Snippet(
            "func f(_ a: Int?) -> Int {\n    guard let n = a, n > 2 else { return 0 }\n    return n\n}",
            becomes:
                "func f(_ a: Int?) -> Int {\n    let n = a!\n    guard n > 2 else { return 0 }\n    return n\n}",
            fails: 2),
        Snippet(
            "func f(_ a: Int?, _ b: Bool) -> Int {\n    guard b, let n = a else { return 0 }\n    return n\n}",
            becomes:
                "func f(_ a: Int?, _ b: Bool) -> Int {\n    guard b else { return 0 }\n    let n = a!\n    return n\n}",
            fails: 3),
        Snippet(
            "func f(_ a: Int?, _ b: Bool) -> Int {\n    guard b, let n = a, n > 2 else { return 0 }\n    return n\n}",
            becomes:
                "func f(_ a: Int?, _ b: Bool) -> Int {\n    guard b, case let n = a!, n > 2 else { return 0 }\n"
                + "    return n\n}",
            fails: 2),
        Snippet(
            "func f(_ a: Int?) {\n    if let n = a {\n        print(n)\n    } else {\n        print(0)\n    }\n}",
            becomes: "func f(_ a: Int?) {\n    do {\n        let n = a!\n        print(n)\n    }\n}",
            fails: 3),
        Snippet(
            "func f(_ a: Int?) {\n    if let n = a { print(n) }\n}",
            becomes: "func f(_ a: Int?) {\n    do { let n = a!; print(n) }\n}",
            fails: 2),
        Snippet(
            "func f(_ a: Int?) -> Int {\n    if let n = a { n } else { 0 }\n}",
            becomes: "func f(_ a: Int?) -> Int {\n    if case let n = a! { n } else { 0 }\n}",
            fails: 2),
        Snippet(
            "func f(_ t: [String: Int]) -> Int { (t[\"a\"] ?? 0) + 1 }",
            becomes: "func f(_ t: [String: Int]) -> Int { (t[\"a\"]!) + 1 }",
            fails: 1),
        Snippet(
            "func f(_ a: A?) -> Int { a?.b ?? 1 }", becomes: "func f(_ a: A?) -> Int { (a?.b)! }", fails: 1),
    ])
    func an_optional_is_forced(_ snippet: Snippet) throws {
        try snippet.check(NilUnwrap())
    }

    @Test(arguments: [
        "func f() { guard let self else { return }; use(self) }",
        "func f() { guard let n = try? g() else { return }; use(n) }",
        "func f() { guard let n = g() as? Int else { return }; use(n) }",
        "func f() { while let n = next() { use(n) } }",
        "func f() -> Int? { g() ?? nil }",
        "func f() -> String { (g() as? String) ?? \"\" }",
    ])
    func what_belongs_to_other_faults_or_ends_a_loop_is_left_alone(_ source: String) {
        #expect(edits(of: NilUnwrap(), on: source).isEmpty)
    }

    @Test func the_second_end_of_one_collection_comes_last() {
        let source = """
            func f(_ v: [Int]) -> Int {
                guard let low = v.min(), let high = v.max() else { return 0 }
                return high - (v.first ?? low)
            }
            """
        #expect(edits(of: NilUnwrap(), on: source).last?.contains("let high = v.max()!") == true)
    }
}
