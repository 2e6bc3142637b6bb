import Testing

@testable import Inventory

@Suite struct HeldOutPartCount {
    @Test func circleOfThree() {
        let bill = BillOfMaterials([
            "a": [Component("b")], "b": [Component("c", count: 2)], "c": [Component("a")],
        ])
        #expect(throws: MaterialError.circular("a")) { try bill.partCount(of: "a") }
        #expect(throws: MaterialError.circular("b")) { try bill.partCount(of: "b") }
    }

    @Test func circleFurtherDown() {
        let bill = BillOfMaterials(["top": [Component("own")], "own": [Component("own")]])
        #expect(throws: MaterialError.circular("own")) { try bill.partCount(of: "top") }
    }

    @Test func sharedPart() throws {
        let bill = BillOfMaterials([
            "top": [Component("a"), Component("b", count: 3)], "a": [Component("b", count: 2)],
        ])
        #expect(try bill.partCount(of: "top") == 5)
    }
}
