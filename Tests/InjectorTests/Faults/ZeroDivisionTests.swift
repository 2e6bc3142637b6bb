import Testing

@testable import Injector

struct ZeroDivisionTests {
    @Test(arguments: [
        Snippet(
            """
            func share(_ part: Int, _ total: Int) -> Int? {
                guard total != 0 else { return nil }

                return part / total
            }
            """,
            becomes: """
                func share(_ part: Int, _ total: Int) -> Int? {
                    return part / total
                }
                """,
            fails: 2),
        Snippet(
            """
            func mean(_ values: [Int]) -> Int {
                if values.isEmpty {
                    return 0
                }
                return values.reduce(0, +) / values.count
            }
            """,
            becomes: """
                func mean(_ values: [Int]) -> Int {
                    return values.reduce(0, +) / values.count
                }
                """,
            fails: 2),
        Snippet(
            "func f(_ a: Int, _ b: Int) -> Int { b == 0 ? 0 : a % b }",
            becomes: "func f(_ a: Int, _ b: Int) -> Int { a % b }",
            fails: 1),
        Snippet(
            """
            func f(_ a: Int, _ b: Int) -> Int {
                guard a > 3, b > 0 else { return 0 }
                return a / b
            }
            """,
            becomes: """
                func f(_ a: Int, _ b: Int) -> Int {
                    guard a > 3 else { return 0 }
                    return a / b
                }
                """,
            fails: 3),
        Snippet(
            "func f(_ a: Int, _ b: Int) -> Bool { b != 0 && a % b == 0 }",
            becomes: "func f(_ a: Int, _ b: Int) -> Bool { a % b == 0 }",
            fails: 1),
        Snippet(
            """
            func f(_ a: Int, _ b: Int) {
                if b > 0 {
                    print(a / b)
                } else {
                    print(0)
                }
            }
            """,
            becomes: """
                func f(_ a: Int, _ b: Int) {
                    do {
                        print(a / b)
                    }
                }
                """,
            fails: 3),
        Snippet(
            """
            func f(_ a: Int, _ values: [Int]) -> Int {
                guard values.count > 1 else { return 0 }
                return a / (values.count - 1)
            }
            """,
            becomes: """
                func f(_ a: Int, _ values: [Int]) -> Int {
                    return a / (values.count - 1)
                }
                """,
            fails: 2),
        Snippet(
            """
            func f(_ a: Int, _ all: [Int]) {
                for b in all where b != 0 {
                    print(a / b)
                }
            }
            """,
            becomes: """
                func f(_ a: Int, _ all: [Int]) {
                    for b in all {
                        print(a / b)
                    }
                }
                """,
            fails: 3),
    ])
    func the_check_of_a_divisor_goes(_ snippet: Snippet) throws {
        try snippet.check(ZeroDivision())
    }

    @Test(arguments: [
        "func f(_ a: Double, _ b: Double) -> Double { guard b != 0 else { return 0 }; return a / b }",
        "func f(_ a: Int, _ b: Int) -> Int { guard b != 1 else { return 0 }; return a / b }",
        "func f(_ a: Int, _ b: Int) -> Int { guard a > 0 else { return 0 }; return a / b }",
        "func f(_ a: Int, _ b: Int) -> Int { guard b != 0 else { return 0 }; return a * b }",
        "func f(_ a: Int, _ b: Int) -> Int { guard b != 0, b > 0 else { return 0 }; return b > 0 ? a / b : 0 }",
    ])
    func a_divisor_that_no_check_keeps_from_zero_is_left_alone(_ source: String) {
        #expect(edits(of: ZeroDivision(), on: source).isEmpty)
    }

    @Test func a_divisor_of_unknown_type_comes_last() {
        let source = """
            func f(_ a: T, _ b: T) -> T {
                guard b != 0 else { return a }
                return a / b
            }
            func g(_ a: Int, _ b: Int) -> Int {
                guard b != 0 else { return a }
                return a / b
            }
            """
        let found = edits(of: ZeroDivision(), on: source)
        #expect(found.count == 2)
        #expect(found.first?.contains("Int {\n    return a / b") == true)
    }
}
