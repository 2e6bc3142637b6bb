import XCTest

@testable import PrintSpooler

final class PrintSpoolerTests: XCTestCase {
    func testUrgentJobsComeFirst() {
        var spooler = PrintSpooler()
        spooler.submit(PrintJob(document: "report", pages: 3))
        spooler.submit(PrintJob(document: "ticket", pages: 1, isUrgent: true))
        XCTAssertEqual(spooler.next()?.document, "ticket")
    }

    func testNormalJobsKeepTheirOrder() {
        var spooler = PrintSpooler()
        spooler.submit(PrintJob(document: "a", pages: 1))
        spooler.submit(PrintJob(document: "b", pages: 1))
        XCTAssertEqual(spooler.next()?.document, "a")
        XCTAssertEqual(spooler.next()?.document, "b")
        XCTAssertNil(spooler.next())
    }

    func testUrgentJobsKeepTheirOrder() {
        var spooler = PrintSpooler()
        for name in ["x", "y"] { spooler.submit(PrintJob(document: name, pages: 1, isUrgent: true)) }
        XCTAssertEqual(spooler.next()?.document, "x")
    }

    func testCancel() {
        var spooler = PrintSpooler()
        for name in ["a", "b", "a"] { spooler.submit(PrintJob(document: name, pages: 2)) }
        XCTAssertEqual(spooler.cancel("a"), 2)
        XCTAssertEqual(spooler.pendingPages, 2)
    }
}
