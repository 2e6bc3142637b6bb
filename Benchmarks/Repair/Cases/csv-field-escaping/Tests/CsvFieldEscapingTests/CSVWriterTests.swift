import XCTest

@testable import CsvFieldEscaping

final class CSVWriterTests: XCTestCase {
    private let writer = CSVWriter()

    func testPlainFields() {
        XCTAssertEqual(writer.row(["a", "b", "c"]), "a,b,c")
    }

    func testSeparatorIsQuoted() {
        XCTAssertEqual(writer.row(["Smith, John", "42"]), "\"Smith, John\",42")
    }

    func testNoFields() {
        XCTAssertEqual(writer.row([]), "")
    }

    func testDocument() {
        XCTAssertEqual(writer.document(header: ["id"], rows: [["1"], ["2"]]), "id\r\n1\r\n2")
    }
}
