import XCTest

@testable import ContactChainFilter

final class ContactChainValidation: XCTestCase {
    func testEverySubset() {
        let names = ["a", "b", "c", "d"]
        for subset in 0..<16 {
            let chosen = Set(names.indices.filter { subset >> $0 & 1 == 1 }.map { names[$0] })
            let chain = ContactChain(names)
            XCTAssertEqual(chain.removeAll { chosen.contains($0) }, chosen.count)
            XCTAssertEqual(chain.names, names.filter { !chosen.contains($0) })
        }
    }

    func testRemoveFromEmpty() {
        let chain = ContactChain([])
        XCTAssertEqual(chain.removeAll { _ in true }, 0)
        XCTAssertEqual(chain.names, [])
    }

    func testRepeatedNames() {
        let chain = ContactChain(["x", "x", "y", "x"])
        XCTAssertEqual(chain.removeAll { $0 == "x" }, 3)
        XCTAssertEqual(chain.names, ["y"])
        XCTAssertEqual(chain.removeAll { $0 == "x" }, 0)
    }

    func testRemoveThenInsert() {
        let chain = ContactChain(["a", "c"])
        XCTAssertEqual(chain.removeAll { _ in true }, 2)
        chain.insertSorted("b")
        chain.insertSorted("a")
        chain.insertSorted("b")
        XCTAssertEqual(chain.names, ["a", "b", "b"])
    }
}
