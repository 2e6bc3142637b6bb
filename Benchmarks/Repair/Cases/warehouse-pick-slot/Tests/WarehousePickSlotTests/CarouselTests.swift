import XCTest

@testable import WarehousePickSlot

final class CarouselTests: XCTestCase {
    func testPicksFromTheFront() {
        var shelf = Carousel(slotCount: 3)
        shelf.store("bolt", inSlot: 0)
        XCTAssertEqual(shelf.pick(), "bolt")
        XCTAssertNil(shelf.pick())
    }

    func testRotatesBackwards() {
        var shelf = Carousel(slotCount: 3)
        shelf.store("nut", inSlot: 2)
        shelf.rotate(by: -1)
        XCTAssertEqual(shelf.pick(), "nut")
    }

    func testRotatesAroundTheEnd() {
        var shelf = Carousel(slotCount: 4)
        shelf.rotate(by: 9)
        XCTAssertEqual(shelf.front, 1)
    }

    func testShelfWithoutSlots() {
        var shelf = Carousel(slotCount: 0)
        shelf.rotate(by: 2)
        XCTAssertNil(shelf.pick())
    }

    func testStepsTakeTheShorterWay() {
        var shelf = Carousel(slotCount: 5)
        shelf.store("cog", inSlot: 4)
        XCTAssertEqual(shelf.steps(to: "cog"), -1)
    }
}
