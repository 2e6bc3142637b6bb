import XCTest

@testable import ContactChainFilter

final class ContactChainTests: XCTestCase {
    func testNames() {
        XCTAssertEqual(ContactChain(["ann", "bob"]).names, ["ann", "bob"])
        XCTAssertEqual(ContactChain([]).names, [])
    }

    func testInsertSorted() {
        let chain = ContactChain(["ann", "cid"])
        chain.insertSorted("bob")
        chain.insertSorted("dan")
        XCTAssertEqual(chain.names, ["ann", "bob", "cid", "dan"])
    }

    func testRemoveSome() {
        let chain = ContactChain(["ann", "bob", "cid"])
        XCTAssertEqual(chain.removeAll { $0 == "bob" }, 1)
        XCTAssertEqual(chain.names, ["ann", "cid"])
    }

    func testInsertIntoEmptyChain() {
        let chain = ContactChain([])
        chain.insertSorted("zoe")
        XCTAssertEqual(chain.names, ["zoe"])
    }
}
