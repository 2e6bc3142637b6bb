import Testing

@testable import Inventory

@Suite struct HeldOutNamedEntries {
    @Test func unknownNames() {
        let directory = Directory([Supplier("Dairy", leadDays: 1)])
        #expect(directory.entries(named: ["Dairy", "Quarry", "dairy"]).map(\.name) == ["Dairy"])
        #expect(directory.entries(named: [""]) == [])
    }

    @Test func emptyDirectory() {
        #expect(Directory<Supplier>([]).entries(named: ["Dairy"]) == [])
    }

    @Test func knownNames() {
        let directory = Directory([Supplier("Dairy", leadDays: 1), Supplier("Quarry", leadDays: 8)])
        #expect(directory.entries(named: ["Quarry", "Quarry", "Dairy"]).map(\.leadDays) == [8, 8, 1])
    }
}
