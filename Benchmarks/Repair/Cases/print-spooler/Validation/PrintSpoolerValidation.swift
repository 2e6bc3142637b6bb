import XCTest

@testable import PrintSpooler

final class PrintSpoolerValidation: XCTestCase {
    private func drained(_ spooler: inout PrintSpooler) -> [String] {
        var names: [String] = []
        while let job = spooler.next() { names.append(job.document) }
        return names
    }

    func testMixture() {
        var spooler = PrintSpooler()
        for index in 0..<10 {
            spooler.submit(PrintJob(document: "\(index)", pages: 1, isUrgent: index % 3 == 0))
        }
        XCTAssertEqual(drained(&spooler), ["0", "3", "6", "9", "1", "2", "4", "5", "7", "8"])
        XCTAssertEqual(spooler.pendingPages, 0)
    }

    func testPaper() {
        var spooler = PrintSpooler()
        for (name, pages) in [("a", 2), ("b", 3), ("c", 1)] {
            spooler.submit(PrintJob(document: name, pages: pages))
        }
        XCTAssertEqual(spooler.printAll(paper: 4), ["a"])
        XCTAssertEqual(spooler.printAll(paper: 4), ["b", "c"])
        XCTAssertEqual(spooler.printAll(paper: 4), [])
    }

    func testPaperWithUrgentJobs() {
        var spooler = PrintSpooler()
        spooler.submit(PrintJob(document: "n1", pages: 1))
        spooler.submit(PrintJob(document: "n2", pages: 1))
        spooler.submit(PrintJob(document: "u", pages: 5, isUrgent: true))
        XCTAssertEqual(spooler.printAll(paper: 4), [])
        XCTAssertEqual(spooler.printAll(paper: 6), ["u", "n1"])
        XCTAssertEqual(spooler.pendingPages, 1)
        XCTAssertEqual(spooler.next()?.document, "n2")
    }

    func testOrderAfterInterleaving() {
        var spooler = PrintSpooler()
        spooler.submit(PrintJob(document: "a", pages: 1))
        spooler.submit(PrintJob(document: "b", pages: 1))
        XCTAssertEqual(spooler.next()?.document, "a")
        spooler.submit(PrintJob(document: "c", pages: 1))
        XCTAssertEqual(drained(&spooler), ["b", "c"])
        XCTAssertEqual(spooler.cancel("zzz"), 0)
    }
}
