import XCTest

@testable import StackMachine

final class StackMachineValidation: XCTestCase {
    func testEverything() throws {
        XCTAssertEqual(try StackMachine().run([]), [])
        XCTAssertEqual(try StackMachine().run([.push(7), .duplicate, .multiply]), [49])
        XCTAssertEqual(try StackMachine().run([.push(0), .jumpIfZero(3), .push(1), .push(2)]), [2])
        XCTAssertEqual(try StackMachine().run([.push(5), .jumpIfZero(3), .push(1), .push(2)]), [1, 2])
        XCTAssertEqual(try StackMachine().run([.push(0), .jumpIfZero(-1), .push(1)]), [])
    }

    func testUnderflows() {
        for (program, position) in [
            ([Instruction.duplicate], 0), ([.push(1), .swap], 1), ([.jumpIfZero(0)], 0),
        ] {
            XCTAssertThrowsError(try StackMachine().run(program)) {
                XCTAssertEqual($0 as? MachineError, .underflow(at: position))
            }
        }
    }

    func testStepLimit() throws {
        XCTAssertEqual(try StackMachine(stepLimit: 2).run([.push(1), .push(2)]), [1, 2])
        XCTAssertThrowsError(try StackMachine(stepLimit: 1).run([.push(1), .push(2)]))
    }
}
