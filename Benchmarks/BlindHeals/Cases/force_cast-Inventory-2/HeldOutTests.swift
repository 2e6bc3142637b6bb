import Testing

@testable import Inventory

@Suite struct HeldOutFeedRecords {
    @Test func otherElements() {
        let feed: [Any] = [1.5, ["name": "cap"], [1, 2], true]
        #expect(ImportRecord.records(in: feed).map(\.name) == ["cap"])
    }

    @Test func noRecords() {
        #expect(ImportRecord.records(in: [7, 8]).isEmpty)
        #expect(ImportRecord.records(in: []).isEmpty)
    }

    @Test func quantityOfAMixedFeed() {
        let feed: [Any] = ["header", ["quantity": 9], ["quantity": "1"]]
        #expect(ImportRecord.totalQuantity(in: feed) == 10)
    }
}
