import XCTest

@testable import StackMachine

final class StackMachineTests: XCTestCase {
    func testArithmetic() throws {
        XCTAssertEqual(try StackMachine().run([.push(2), .push(3), .add, .push(4), .multiply]), [20])
    }

    func testSwap() throws {
        XCTAssertEqual(try StackMachine().run([.push(1), .push(2), .swap]), [2, 1])
    }

    func testUnderflow() {
        XCTAssertThrowsError(try StackMachine().run([.push(1), .add])) {
            XCTAssertEqual($0 as? MachineError, .underflow(at: 1))
        }
    }

    func testEndlessLoop() {
        XCTAssertThrowsError(try StackMachine().run([.push(0), .jumpIfZero(0)])) {
            XCTAssertEqual($0 as? MachineError, .outOfSteps)
        }
    }
}
