import Testing

@testable import Inventory

@Suite struct HeldOutStackLimit {
    @Test func cooled() {
        #expect(Handling.cooled.stackLimit == 3)
    }

    @Test func everyHandling() {
        #expect(Handling.allCases.map(\.stackLimit) == [6, 1, 3, 2])
    }

    @Test func fromRawValue() {
        #expect(Handling(rawValue: "cooled")?.stackLimit == 3)
        #expect(Handling(rawValue: "hazardous")?.stackLimit == 2)
    }
}
