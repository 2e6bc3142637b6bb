import Testing

@testable import TextKit

@Suite struct HeldOutChildren {
    @Test("Something else")
    func somethingElse() {
        let wrong: [String: Any] = ["title": "Index", "children": 2.5]
        #expect(throws: OutlineError.notAList("Index")) { try Outline(wrong) }
        let text: [String: Any] = ["title": "", "children": "none"]
        #expect(throws: OutlineError.notAList("")) { try Outline(text) }
    }

    @Test("Something else further down")
    func somethingElseFurtherDown() {
        let inner: [String: Any] = ["title": "Inner", "children": true]
        let outer: [String: Any] = ["title": "Outer", "children": [inner]]
        #expect(throws: OutlineError.notAList("Inner")) { try Outline(outer) }
    }

    @Test("A list")
    func aList() throws {
        let right: [String: Any] = ["title": "Index", "children": ["A", "B"]]
        #expect(try Outline(right).children.map(\.title) == ["A", "B"])
    }
}
