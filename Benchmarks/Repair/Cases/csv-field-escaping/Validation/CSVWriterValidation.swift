import XCTest

@testable import CsvFieldEscaping

final class CSVWriterValidation: XCTestCase {
    func testQuotesAreDoubled() {
        XCTAssertEqual(CSVWriter().row(["say \"hi\""]), "\"say \"\"hi\"\"\"")
        XCTAssertEqual(CSVWriter().row(["\""]), "\"\"\"\"")
    }

    func testLineBreaks() {
        XCTAssertEqual(CSVWriter().row(["a\nb", "c"]), "\"a\nb\",c")
        XCTAssertEqual(CSVWriter().row(["a\r\nb"]), "\"a\r\nb\"")
    }

    func testOtherSeparator() {
        let writer = CSVWriter(separator: ";")
        XCTAssertEqual(writer.row(["1,5", "2;5"]), "1,5;\"2;5\"")
        XCTAssertEqual(writer.row(["x", "y"]), "x;y")
    }

    func testEmptyFields() {
        XCTAssertEqual(CSVWriter().row([""]), "")
        XCTAssertEqual(CSVWriter().row(["", ""]), ",")
        XCTAssertEqual(CSVWriter().row([",", " "]), "\",\", ")
    }

    func testDocumentMixes() {
        XCTAssertEqual(
            CSVWriter().document(header: ["name", "note"], rows: [["a", "b,c"], ["d", ""]]),
            "name,note\r\na,\"b,c\"\r\nd,")
        XCTAssertEqual(CSVWriter().document(header: [], rows: []), "")
    }
}
