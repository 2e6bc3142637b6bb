import Testing

@testable import Inventory

@Suite struct HeldOutFieldValue {
    @Test func anotherType() {
        let record = ImportRecord(["size": 4.5, "tags": [1]])
        #expect(throws: ImportError.wrongType("size")) { try record.value("size", as: String.self) }
        #expect(throws: ImportError.wrongType("tags")) { try record.value("tags", as: [String].self) }
    }

    @Test func missingField() {
        #expect(throws: ImportError.wrongType("size")) {
            try ImportRecord([:]).value("size", as: Double.self)
        }
    }

    @Test func rightType() throws {
        #expect(try ImportRecord(["size": 4.5]).value("size", as: Double.self) == 4.5)
    }
}
