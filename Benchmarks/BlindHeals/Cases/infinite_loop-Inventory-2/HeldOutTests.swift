import Testing

@testable import Inventory

@Suite struct HeldOutCartons {
    @Test func someLoose() {
        let packed = Packing.cartons(for: 17, sizes: [6, 4])
        #expect(packed.cartons == [6, 6, 4])
        #expect(packed.loose == 1)
    }

    @Test func allLoose() {
        #expect(Packing.cartons(for: 9, sizes: [10, 50]).loose == 9)
        #expect(Packing.cartons(for: 9, sizes: [-3, 0]).loose == 9)
    }

    @Test func noneLoose() {
        #expect(Packing.cartons(for: 18, sizes: [6]).cartons == [6, 6, 6])
        #expect(Packing.cartons(for: 0, sizes: [6]).loose == 0)
    }
}
