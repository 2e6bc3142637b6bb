import Testing

@testable import Injector

struct IntegerOverflowTests {
    @Test(arguments: [
        Snippet(
            "func f(_ a: Int, _ b: Int) -> Int? {\n    let (n, overflow) = a.addingReportingOverflow(b)\n    guard !overflow else { return nil }\n    return n\n}",
            becomes: "func f(_ a: Int, _ b: Int) -> Int? {\n    let n = a + b\n    return n\n}",
            fails: 2),
        Snippet(
            "func f(_ a: Int, _ b: Int) -> Int? {\n    let r = (a + 1).multipliedReportingOverflow(by: b + 2)\n    if r.overflow { return nil }\n    return r.partialValue\n}",
            becomes: "func f(_ a: Int, _ b: Int) -> Int? {\n    let r = (a + 1) * (b + 2)\n    return r\n}",
            fails: 2),
        Snippet(
            "func f(_ a: Int, _ b: Int) -> Int? {\n    let (n, o) = a.subtractingReportingOverflow(b)\n    guard !o, n > 3 else { return nil }\n    return n\n}",
            becomes:
                "func f(_ a: Int, _ b: Int) -> Int? {\n    let n = a - b\n    guard n > 3 else { return nil }\n    return n\n}",
            fails: 2),
        Snippet(
            "func f(_ a: Int) -> Int? {\n    guard a <= Int.max / 10 else { return nil }\n    return a * 10\n}",
            becomes: "func f(_ a: Int) -> Int? {\n    return a * 10\n}",
            fails: 2),
        Snippet(
            "func f(_ a: Int) -> Int { a &* 31 }", becomes: "func f(_ a: Int) -> Int { a * 31 }", fails: 1),
        Snippet("func f(_ a: inout Int) { a &+= 1 }", becomes: "func f(_ a: inout Int) { a += 1 }", fails: 1),
    ])
    func checked_or_wrapping_arithmetic_becomes_plain(_ snippet: Snippet) throws {
        try snippet.check(IntegerOverflow())
    }

    @Test(arguments: [
        "func f(_ a: Int, _ b: Int) -> (Int, Bool) { let (n, o) = a.addingReportingOverflow(b); return (n, o) }",
        "func f(_ a: Int, _ b: Int) -> Int { a & b }",
        "func f(_ a: Int) -> Int { guard a <= Int.max / 2 else { return 0 }; return 7 }",
        "func f(_ a: Int) -> Int { guard a <= 100 else { return 0 }; return a * 2 }",
    ])
    func a_flag_that_is_used_otherwise_and_plain_limits_are_left_alone(_ source: String) {
        #expect(edits(of: IntegerOverflow(), on: source).isEmpty)
    }
}
