import Testing

@testable import Injector

struct LineEndTests {
    @Test func a_deleted_statement_leaves_no_carriage_return_behind() {
        let source =
            "func f(_ a: Int, _ b: Int) -> Int {\r\n    guard b != 0 else { return 0 }\r\n    return a / b\r\n}\r\n"
        #expect(
            edits(of: ZeroDivision(), on: source) == [
                "func f(_ a: Int, _ b: Int) -> Int {\r\n    return a / b\r\n}\r\n"
            ])
    }

    @Test func a_new_line_ends_like_the_others() {
        let source = "func f(_ a: Int?) {\r\n    if let n = a {\r\n        print(n)\r\n    }\r\n}\r\n"
        let found = edits(of: NilUnwrap(), on: source)
        #expect(found.count == 1)
        #expect(found.allSatisfy { !$0.replacing("\r\n", with: "").contains("\n") })
    }
}
