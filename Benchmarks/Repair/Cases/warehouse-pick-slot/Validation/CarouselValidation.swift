import XCTest

@testable import WarehousePickSlot

final class CarouselValidation: XCTestCase {
    func testNoSlotsAtAll() {
        for count in [0, -3] {
            var shelf = Carousel(slotCount: count)
            for steps in [0, 1, -1, 7] { shelf.rotate(by: steps) }
            XCTAssertEqual(shelf.front, 0)
            shelf.store("x", inSlot: 0)
            XCTAssertNil(shelf.pick())
            XCTAssertNil(shelf.steps(to: "x"))
        }
    }

    func testRotations() {
        for count in 1...5 {
            for steps in -11...11 {
                var shelf = Carousel(slotCount: count)
                shelf.rotate(by: steps)
                XCTAssertTrue((0..<count).contains(shelf.front))
                XCTAssertEqual((shelf.front - steps) % count, 0)
            }
        }
    }

    func testOldestFirst() {
        var shelf = Carousel(slotCount: 2)
        for item in ["a", "b", "c"] { shelf.store(item, inSlot: 1) }
        shelf.store("z", inSlot: 2)
        shelf.rotate(by: 1)
        XCTAssertEqual([shelf.pick(), shelf.pick(), shelf.pick(), shelf.pick()], ["a", "b", "c", nil])
    }

    func testSteps() {
        var shelf = Carousel(slotCount: 4)
        shelf.store("x", inSlot: 2)
        XCTAssertEqual(shelf.steps(to: "x"), 2)
        shelf.rotate(by: 3)
        XCTAssertEqual(shelf.steps(to: "x"), -1)
        shelf.store("x", inSlot: 0)
        XCTAssertEqual(shelf.steps(to: "x"), 1)
        XCTAssertNil(shelf.steps(to: "y"))
    }

    func testOneSlot() {
        var shelf = Carousel(slotCount: 1)
        shelf.store("x", inSlot: 0)
        shelf.rotate(by: -5)
        XCTAssertEqual(shelf.steps(to: "x"), 0)
        XCTAssertEqual(shelf.pick(), "x")
    }
}
