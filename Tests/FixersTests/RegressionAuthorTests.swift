import Foundation
import Fixers
import Incident
import SourceEdit
import SwiftSyntax
import Testing

@Suite struct RegressionAuthorTests {
    private let xctest = """
        import XCTest
        @testable import Kit

        private let limit = 7

        final class KitTests: XCTestCase {
            private var kit = Kit()

            override func setUp() { kit = Kit() }

            func testHalf() throws {
                let whole = 10
                XCTAssertEqual(kit.half(whole, limit), 5)
                let unused = "x"
                XCTAssertNil(kit.half(8, 0))
            }

            func testOther() {}
        }

        """

    private func draft(_ test: String, name: String, at marker: String) throws -> RegressionDraft {
        let clinic = Clinic(
            source: "struct Kit { func half(_ a: Int, _ b: Int) -> Int? { a / b } }\n", test: test)
        let diagnosis = clinic.diagnosis(.zeroDivision, at: "a / b", test: name, expecting: marker)
        let author = RegressionAuthor(patient: clinic.patient, incident: "0123456789abcdef") { _ in "KitTests"
        }
        return try #require(author.draft(for: diagnosis, failing: [name]))
    }

    @Test func the_failing_input_keeps_what_it_needs_and_drops_the_rest() throws {
        let draft = try draft(xctest, name: "KitTests.KitTests/testHalf", at: "XCTAssertNil")
        let first = try #require(draft.tests.first)
        let text = draft.file(with: [first])
        #expect(first.id == "KitTests.HealingRegression01234567/test_the_failing_input")
        #expect(text.contains("XCTAssertNil(kit.half(8, 0))"))
        #expect(text.contains("override func setUp()"))
        #expect(text.contains("@testable import Kit"))
        for absent in ["testOther", "let whole", "unused", "XCTAssertEqual", "private let limit"] {
            #expect(!text.contains(absent), "\(absent) is not needed")
        }
        #expect(!SourceFile(path: "x", text: text).tree.hasError)
    }

    @Test func imports_under_a_condition_keep_it() throws {
        let conditions = """
            import XCTest
            #if KIT_IS_ONE_MODULE
            @testable import AllOfKit
            #elseif canImport(Kit)
            import KitTesting
            @testable import Kit
            let isWhole = false
            #endif
            #if DEBUG
            let isDebug = true
            #endif
            """
        let test = xctest.replacing("import XCTest\n@testable import Kit\n", with: conditions + "\n")
        let draft = try draft(test, name: "KitTests.KitTests/testHalf", at: "XCTAssertNil")
        let text = draft.file(with: draft.tests)
        let kept = """
            import XCTest
            #if KIT_IS_ONE_MODULE
            @testable import AllOfKit
            #elseif canImport(Kit)
            import KitTesting
            @testable import Kit
            #endif

            """
        #expect(text.contains(kept))
        #expect(!text.contains("DEBUG"))
        #expect(!SourceFile(path: "x", text: text).tree.hasError)
    }

    @Test func a_helper_called_like_its_test_is_not_the_test() throws {
        let test = """
            import XCTest
            @testable import Kit

            final class KitTests: XCTestCase {
                func testHalf(_ whole: Int) { XCTAssertNil(Kit().half(whole, 0)) }

                func testHalf() {
                    testHalf(8)
                }
            }

            """
        let draft = try draft(test, name: "KitTests.KitTests/testHalf", at: "XCTAssertNil")
        let text = draft.file(with: [try #require(draft.tests.first)])
        #expect(text.contains("func test_the_failing_input() {"))
        #expect(text.contains("func testHalf(_ whole: Int)"))
        #expect(text.contains("        testHalf(8)"))
    }

    @Test func a_test_in_an_extension_takes_along_what_other_parts_of_its_suite_have() throws {
        let test = """
            import XCTest
            @testable import Kit

            class KitCase: XCTestCase {}

            final class KitTests: KitCase {
                let kit = Kit()
            }

            extension KitTests {
                struct Pair { var whole: Int }
                func testOther() {}
            }

            private extension KitTests {
                func check(_ pair: Pair) { XCTAssertNil(kit.half(pair.whole, 0)) }
                func unused() {}
            }

            extension KitTests {
                func testHalf() {
                    check(Pair(whole: 8))
                }
            }

            """
        let draft = try draft(test, name: "KitTests.KitTests/testHalf", at: "check(Pair")
        let text = draft.file(with: [try #require(draft.tests.first)])
        #expect(text.contains("final class HealingRegression01234567: KitCase {"))
        for present in ["let kit = Kit()", "struct Pair { var whole: Int }", "func check(_ pair: Pair)"] {
            #expect(text.components(separatedBy: present).count == 2, "\(present) is needed, once")
        }
        for absent in ["testOther", "unused", "extension"] {
            #expect(!text.contains(absent), "\(absent) is not needed")
        }
    }

    @Test func a_suite_in_a_suite_takes_along_what_is_static_in_the_outer_one() throws {
        let test = """
            import Testing
            @testable import Kit

            enum All {
                static let kit = Kit()
                static let other = 3
                struct Whole { var value: Int }

                @Suite struct Halves {
                    @Test func half() { #expect(kit.half(Whole(value: 8).value, 0) == nil) }
                }
            }

            """
        let draft = try draft(test, name: "KitTests.All/Halves/half()", at: "#expect")
        let text = draft.file(with: [try #require(draft.tests.first)])
        #expect(text.contains("@Suite struct HealingRegression01234567 {"))
        #expect(text.contains("    let kit = Kit()"))
        #expect(text.contains("struct Whole { var value: Int }"))
        for absent in ["other", "Halves", "static", "enum All"] {
            #expect(!text.contains(absent), "\(absent) is not needed")
        }
    }

    @Test func neighbours_change_one_literal_of_the_input() throws {
        let draft = try draft(xctest, name: "KitTests.KitTests/testHalf", at: "XCTAssertNil")
        let text = draft.file(with: draft.tests.filter { $0.input == .neighbour })
        #expect(text.contains("XCTAssertNil(kit.half(9, 0))"))
        #expect(text.contains("XCTAssertNil(kit.half(8, 1))"))
    }

    @Test func the_framework_of_the_failing_test_is_kept() throws {
        let test = """
            import Testing
            import Kit

            @Suite("halves") struct Halves {
                @Test("of zero") func zero() {
                    #expect(Kit().half(3, 0) == nil)
                }
            }

            """
        let draft = try draft(test, name: "KitTests.Halves/zero()", at: "#expect")
        #expect(draft.framework == .swiftTesting)
        let first = try #require(draft.tests.first)
        #expect(first.id == "KitTests.HealingRegression01234567/test_the_failing_input()")
        let text = draft.file(with: [first])
        #expect(text.contains("@Suite struct HealingRegression01234567 {"))
        #expect(!text.contains("of zero"))
    }

    @Test func an_existing_file_keeps_its_suites() throws {
        let clinic = Clinic(source: "func f(_ a: Int) -> Int { 1 / a }\n", test: "")
        let old =
            "// Written by `lab heal`: each suite pins one incident.\n\nimport XCTest\n\nfinal class Old: XCTestCase {}\n"
        let test =
            "import XCTest\nfinal class T: XCTestCase {\n    func testF() { XCTAssertEqual(f(0), 0) }\n}\n"
        let patient = PatientSource(
            sources: clinic.patient.sources,
            tests: [
                SourceFile(path: "Tests/KitTests/T.swift", text: test),
                SourceFile(path: "Tests/KitTests/HealingRegressionTests.swift", text: old),
            ])
        let author = RegressionAuthor(patient: patient, incident: "0123456789abcdef") { _ in "KitTests" }
        let diagnosis = clinic.diagnosis(.zeroDivision, at: "1 / a", test: "KitTests.T/testF")
        let draft = try #require(author.draft(for: diagnosis, failing: ["KitTests.T/testF"]))
        let text = draft.file(with: Array(draft.tests.prefix(1)))
        #expect(text.hasPrefix(old.dropLast()))
        #expect(text.contains("HealingRegression01234567"))
        #expect(text.components(separatedBy: "import XCTest").count == 2)
    }
}
