import Testing

@testable import Inventory

@Suite struct DirectoryTests {
    let directory = Directory([
        Supplier("Mill", leadDays: 5), Supplier("Forge", leadDays: 3), Supplier("Tannery", leadDays: 9),
    ])

    @Test func namesAreSorted() {
        #expect(directory.names == ["Forge", "Mill", "Tannery"])
    }

    @Test func laterEntriesReplaceEarlierOnes() throws {
        let twice = Directory([Supplier("Mill", leadDays: 5), Supplier("Mill", leadDays: 2)])
        #expect(try twice.entry("Mill").leadDays == 2)
        #expect(twice.names == ["Mill"])
    }

    @Test func entryByName() throws {
        #expect(try directory.entry("Forge") == Supplier("Forge", leadDays: 3))
    }

    @Test func unknownEntry() {
        #expect(throws: DirectoryError.notFound("Bakery")) { try directory.entry("Bakery") }
        #expect(throws: DirectoryError.notFound("")) { try directory.entry("") }
    }

    @Test func severalEntries() {
        #expect(directory.entries(named: ["Mill", "Forge"]).map(\.leadDays) == [5, 3])
    }

    @Test func unknownEntriesArePassedOver() {
        #expect(directory.entries(named: ["Bakery", "Mill"]).map(\.name) == ["Mill"])
        #expect(directory.entries(named: ["Bakery"]) == [])
    }

    @Test func nameAtAPlace() {
        #expect(directory.name(at: 1) == "Forge")
        #expect(directory.name(at: 3) == "Tannery")
    }

    @Test func noNameOutsideTheList() {
        #expect(directory.name(at: 0) == nil)
        #expect(directory.name(at: 4) == nil)
    }

    @Test func leadDays() {
        #expect(directory.leadDays(of: "Mill", usual: 14) == 5)
        #expect(directory.leadDays(of: "Bakery", usual: 14) == 14)
        #expect(directory.leadDays(of: "", usual: 30) == 30)
    }

    @Test func fastest() {
        #expect(directory.fastest?.name == "Forge")
        #expect(Directory<Supplier>([]).fastest == nil)
    }
}
