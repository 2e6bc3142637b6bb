import Testing

@testable import Injector

struct LossyConversionTests {
    @Test(arguments: [
        Snippet(
            "func f(_ a: Int) -> UInt8? {\n    guard let n = UInt8(exactly: a) else { return nil }\n    return n\n}",
            becomes: "func f(_ a: Int) -> UInt8? {\n    let n = UInt8(a)\n    return n\n}",
            fails: 2),
        Snippet(
            "func f(_ a: Int) -> UInt8 { UInt8(exactly: a) ?? 0 }",
            becomes: "func f(_ a: Int) -> UInt8 { UInt8(a) }",
            fails: 1),
        Snippet(
            "func f(_ a: Int) -> UInt8 { UInt8(clamping: a) }",
            becomes: "func f(_ a: Int) -> UInt8 { UInt8(a) }",
            fails: 1),
        Snippet(
            "func f(_ a: Int) -> Int16 { Int16(truncatingIfNeeded: a + 1) }",
            becomes: "func f(_ a: Int) -> Int16 { Int16(a + 1) }",
            fails: 1),
        Snippet(
            "func f(_ x: Double) -> Int? {\n    guard x.isFinite, x < 1e9 else { return nil }\n    return Int(x * 2)\n}",
            becomes: "func f(_ x: Double) -> Int? {\n    return Int(x * 2)\n}",
            fails: 2),
        Snippet(
            "func f(_ x: Int) -> UInt8? {\n    guard (0...255).contains(x) else { return nil }\n    return UInt8(x)\n}",
            becomes: "func f(_ x: Int) -> UInt8? {\n    return UInt8(x)\n}",
            fails: 2),
    ])
    func a_number_is_converted_without_a_check(_ snippet: Snippet) throws {
        try snippet.check(LossyConversion())
    }

    @Test(arguments: [
        "func f(_ x: Int) -> Int? { guard x < 9 else { return nil }; return Int(x) }",
        "func f(_ x: Double) -> Double? { guard x.isFinite else { return nil }; return x * 2 }",
        "func f(_ s: String) -> Int? { Int(s) }",
        "func f(_ x: Int) -> Double? { Double(exactly: x) }",
    ])
    func a_conversion_that_always_fits_is_left_alone(_ source: String) {
        #expect(edits(of: LossyConversion(), on: source).isEmpty)
    }
}
