import Testing

@testable import Inventory

@Suite struct HeldOutLevels {
    @Test func circleOfThree() {
        let bill = BillOfMaterials(["a": [Component("b")], "b": [Component("c")], "c": [Component("a")]])
        #expect(bill.levels(of: "a") == 3)
        #expect(bill.levels(of: "c") == 3)
    }

    @Test func circleFurtherDown() {
        let bill = BillOfMaterials(["top": [Component("own"), Component("nail")], "own": [Component("own")]])
        #expect(bill.levels(of: "top") == 2)
    }

    @Test func noCircle() {
        #expect(BillOfMaterials(["top": [Component("nail")]]).levels(of: "top") == 1)
        #expect(BillOfMaterials([:]).levels(of: "nail") == 0)
    }
}
