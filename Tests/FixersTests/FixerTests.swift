import Fixers
import Incident
import Testing

/// A failure, and the patch a maintainer would write.
struct FixerCase: Sendable, CustomTestStringConvertible {
    var name: String
    var failureClass: FailureClass
    var source: String
    /// Text of the failing line.
    var at: String
    /// Body of the failing test.
    var test: String
    /// Rows that the wanted patch leaves in the source.
    var wants: String
    /// How far down the list the wanted patch may stand.
    var within: Int
    var evidence: [String] = []

    var testDescription: String { name }
}

@Suite struct FixerTests {
    static let cases: [FixerCase] = [
        FixerCase(
            name: "zero_division_throws_the_error_the_test_expects", failureClass: .zeroDivision,
            source: """
                enum RatioError: Error { case tooLarge, emptyTotal }
                func ratio(_ a: Int, _ b: Int) throws -> Int {
                    guard a < 100 else { throw RatioError.tooLarge }
                    return a / b
                }
                """, at: "return a / b",
            test: "XCTAssertThrowsError(try ratio(1, 0)) { XCTAssertEqual($0 as? RatioError, .emptyTotal) }",
            wants: "    guard b != 0 else { throw RatioError.emptyTotal }\n    return a / b", within: 2),
        FixerCase(
            name: "zero_division_in_an_implicit_return_gets_its_return_back", failureClass: .zeroDivision,
            source: """
                func ratio(_ a: Int, _ b: Int) -> Int? {
                    a / b
                }
                """, at: "a / b", test: "XCTAssertNil(ratio(1, 0))",
            wants: "    guard b != 0 else { return nil }\n    return a / b", within: 1),
        FixerCase(
            name: "zero_division_in_a_closure_is_guarded_outside_of_it", failureClass: .zeroDivision,
            source: """
                func shares(_ weights: [Int], total: Int) -> [Int] {
                    return weights.map { $0 * 100 / total }
                }
                """, at: "weights.map", test: "XCTAssertEqual(shares([1], total: 0), [])",
            wants: "    guard total != 0 else { return [] }\n    return weights.map", within: 2),
        FixerCase(
            name: "nil_unwrap_of_a_binding_becomes_a_guard", failureClass: .nilUnwrap,
            source: """
                func name(_ id: Int, _ names: [Int: String]) -> String? {
                    let name = names[id]!
                    return name.uppercased()
                }
                """, at: "names[id]!", test: "XCTAssertNil(name(1, [:]))",
            wants: "    guard let name = names[id] else { return nil }\n    return name.uppercased()",
            within: 1),
        FixerCase(
            name: "nil_unwrap_falls_back_on_what_the_test_expects", failureClass: .nilUnwrap,
            source: """
                func name(_ id: Int, _ names: [Int: String]) -> String {
                    return names[id]!
                }
                """, at: "names[id]!", test: "XCTAssertEqual(name(1, [:]), \"none\")",
            wants: "    return names[id] ?? \"none\"", within: 6),
        FixerCase(
            name: "index_out_of_range_checks_the_index", failureClass: .indexOutOfRange,
            source: """
                func item(_ items: [Int], _ position: Int) -> Int? {
                    return items[position]
                }
                """, at: "items[position]", test: "XCTAssertNil(item([], 3))",
            wants: "    guard items.indices.contains(position) else { return nil }\n", within: 1),
        FixerCase(
            name: "index_out_of_range_keeps_a_remainder_from_being_negative", failureClass: .indexOutOfRange,
            source: """
                func day(_ names: [String], _ number: Int) -> String {
                    let index = (number + 3) % 7
                    return names[index]
                }
                """, at: "names[index]", test: "XCTAssertEqual(day(names, -4), names[6])",
            wants: "    let index = ((number + 3) % 7 + 7) % 7\n", within: 1),
        FixerCase(
            name: "index_out_of_range_clamps_a_bound_where_it_is_made", failureClass: .indexOutOfRange,
            source: """
                func page(_ items: [Int], _ start: Int) -> [Int] {
                    let end = start + 10
                    return Array(items[start..<end])
                }
                """, at: "items[start..<end]", test: "XCTAssertEqual(page([1], 0), [1])",
            wants: "    let end = min(start + 10, items.count)\n", within: 1),
        FixerCase(
            name: "integer_overflow_reports_and_leaves", failureClass: .integerOverflow,
            source: """
                enum MoneyError: Error { case overflow }
                func total(_ price: Int, _ count: Int) throws -> Int {
                    return price * count
                }
                """, at: "price * count",
            test: "XCTAssertThrowsError(try total(.max, 2)) { XCTAssertEqual($0 as? MoneyError, .overflow) }",
            wants: """
                    let (product, overflow) = price.multipliedReportingOverflow(by: count)
                    guard !overflow else { throw MoneyError.overflow }
                    return product
                """, within: 1),
        FixerCase(
            name: "invalid_range_compares_the_bounds", failureClass: .invalidRange,
            source: """
                func pages(_ first: Int, _ last: Int) -> [Int] {
                    return Array(first...last)
                }
                """, at: "first...last", test: "XCTAssertEqual(pages(3, 1), [])",
            wants: "    guard first <= last else { return [] }\n", within: 1),
        FixerCase(
            name: "negative_count_is_clamped", failureClass: .negativeCount,
            source: """
                func indent(_ level: Int) -> String {
                    return String(repeating: " ", count: level)
                }
                """, at: "repeating", test: "XCTAssertEqual(indent(-1), \"\")",
            wants: "count: max(0, level))", within: 1),
        FixerCase(
            name: "empty_collection_is_left_alone", failureClass: .emptyCollection,
            source: """
                struct Queue {
                    var jobs: [Int] = []
                    mutating func next() -> Int? {
                        return jobs.removeFirst()
                    }
                }
                """, at: "removeFirst", test: "var queue = Queue()\nXCTAssertNil(queue.next())",
            wants: "        guard !jobs.isEmpty else { return nil }\n", within: 1),
        FixerCase(
            name: "who_leaves_early_has_written_nothing", failureClass: .emptyCollection,
            source: """
                struct History {
                    var text = ""
                    var undone: [String] = []
                    var done: [String] = []
                    mutating func redo() {
                        done.append(text)
                        text = undone.removeLast()
                    }
                }
                """, at: "removeLast", test: "var history = History()\nhistory.redo()",
            wants: "        guard !undone.isEmpty else { return }\n        done.append(text)\n", within: 1),
        FixerCase(
            name: "force_cast_becomes_a_guard", failureClass: .forceCast,
            source: """
                enum FieldError: Error { case wrongType(String) }
                func number(_ field: String, _ body: [String: Any]) throws -> Int {
                    let number = body[field] as! Int
                    return number
                }
                """, at: "as! Int",
            test:
                "XCTAssertThrowsError(try number(\"a\", [:])) { XCTAssertEqual($0 as? FieldError, .wrongType(\"a\")) }",
            wants: "    guard let number = body[field] as? Int else { throw FieldError.wrongType(field) }\n",
            within: 2),
        FixerCase(
            name: "force_try_lets_the_error_travel", failureClass: .forceTry,
            source: """
                func parse(_ text: String) throws -> Int { throw E.bad }
                enum E: Error { case bad }
                func sum(_ rows: [String]) throws -> Int {
                    let first = try! parse(rows[0])
                    return first
                }
                """, at: "try! parse", test: "XCTAssertThrowsError(try sum([\"x\"]))",
            wants: "    let first = try parse(rows[0])\n", within: 1),
        FixerCase(
            name: "duplicate_keys_say_who_wins", failureClass: .duplicateKeys,
            source: """
                func index(_ pairs: [(String, Int)]) -> [String: Int] {
                    return Dictionary(uniqueKeysWithValues: pairs)
                }
                """, at: "uniqueKeysWithValues",
            test: "XCTAssertEqual(index([(\"a\", 1), (\"a\", 2)]), [\"a\": 2])",
            wants: "Dictionary(pairs, uniquingKeysWith: { _, last in last })", within: 2),
        FixerCase(
            name: "lossy_conversion_is_exact_or_nil", failureClass: .lossyConversion,
            source: """
                func byte(_ value: Int) -> UInt8? {
                    return UInt8(value)
                }
                """, at: "UInt8(value)", test: "XCTAssertNil(byte(300))",
            wants: "    return UInt8(exactly: value)\n", within: 1),
        FixerCase(
            name: "stack_overflow_gets_a_base_case", failureClass: .stackOverflow,
            source: """
                func factorial(_ n: Int) -> Int {
                    return n * factorial(n - 1)
                }
                """, at: "n * factorial", test: "XCTAssertEqual(factorial(5), 120)",
            wants: "    guard n > 0 else { return 1 }\n", within: 12),
        FixerCase(
            name: "a_base_case_returns_what_another_one_does", failureClass: .stackOverflow,
            source: """
                func split(_ range: Range<Int>, count n: Int, _ isLate: (Int) throws -> Bool) rethrows -> Bound {
                    if n == 1 {
                        return try isLate(range.lowerBound) ? range.lowerBound : range.upperBound
                    }
                    let half = range.lowerBound + n / 2
                    let low = try split(range.lowerBound..<half, count: n / 2, isLate)
                    let high = try split(half..<range.upperBound, count: n - n / 2, isLate)
                    return join(low, high)
                }
                """, at: "let low", test: "XCTAssertEqual(split(0..<0, count: 0) { $0 > 1 }, 0)",
            wants: "    guard n > 0 else { return range.lowerBound }\n", within: 36),
        FixerCase(
            name: "infinite_loop_gets_its_step_back", failureClass: .infiniteLoop,
            source: """
                func count(_ items: [Int], _ size: Int) -> Int {
                    var offset = 0
                    var pages = 0
                    while offset < items.count {
                        pages += 1
                    }
                    return pages
                }
                """, at: "while offset", test: "XCTAssertEqual(count([1, 2, 3], 2), 2)",
            wants: "        pages += 1\n        offset += size\n", within: 6),
        FixerCase(
            name: "a_bound_goes_past_what_was_looked_at", failureClass: .infiniteLoop,
            source: """
                func place(_ key: Int, _ keys: [Int]) -> Int? {
                    var range = keys.startIndex..<keys.endIndex
                    while !range.isEmpty {
                        let middle = range.lowerBound + range.count / 2
                        if key < keys[middle] {
                            range = range.lowerBound..<middle
                        } else if key > keys[middle] {
                            range = middle..<range.upperBound
                        } else {
                            return middle
                        }
                    }
                    return nil
                }
                """, at: "while !range", test: "XCTAssertNil(place(9, [1, 2, 3]))",
            wants: "            range = (middle + 1)..<range.upperBound\n", within: 4),
        FixerCase(
            name: "a_missing_case_is_what_the_test_expects", failureClass: .fatalError,
            source: """
                enum Status { case active, paused }
                func title(_ status: Status) -> String {
                    switch status {
                    case .active: return "Active"
                    case .paused: fatalError("unhandled")
                    }
                }
                """, at: "fatalError", test: "XCTAssertEqual(title(.paused), \"On hold\")",
            wants: "    case .paused: return \"On hold\"\n", within: 1),
        FixerCase(
            name: "a_precondition_becomes_a_guard", failureClass: .preconditionFailure,
            source: """
                func half(_ n: Int) -> Int? {
                    precondition(n >= 0, "negative")
                    return n / 2
                }
                """, at: "precondition(", test: "XCTAssertNil(half(-2))",
            wants: "    guard n >= 0 else { return nil }\n", within: 1),
        FixerCase(
            name: "a_misspelt_name_becomes_the_nearest_one", failureClass: .buildError,
            source: """
                func sum(total: Int) -> Int {
                    return totla + 1
                }
                """, at: "totla", test: "XCTAssertEqual(sum(total: 1), 2)",
            wants: "    return total + 1\n", within: 1, evidence: ["error: cannot find 'totla' in scope"]),
    ]

    @Test(arguments: cases)
    func the_wanted_patch_stands_near_the_top(_ item: FixerCase) throws {
        let test =
            "import XCTest\nfinal class KitTests: XCTestCase {\n    func testIt() {\n\(item.test)\n    }\n}\n"
        let clinic = Clinic(source: item.source + "\n", test: test)
        let last = item.test.split(separator: "\n").last.map(String.init) ?? ""
        let diagnosis = clinic.diagnosis(
            item.failureClass, at: item.at, expecting: last, evidence: item.evidence)
        let healed = clinic.healed(diagnosis)
        let position = healed.firstIndex { $0.contains(item.wants) }
        #expect(
            position != nil, "among \(healed.count) candidates, the first being:\n\(healed.first ?? "none")")
        #expect((position ?? 0) < item.within, "stands at \((position ?? 0) + 1)")
    }

    @Test func the_answer_to_one_test_is_no_way_out_of_an_overflow() {
        let source = """
            func factorial(_ n: Int) -> String {
                var product = 1
                for factor in 1...n { product *= factor }
                return String(product)
            }

            """
        func healed(expecting text: String) -> [String] {
            let assertion = "XCTAssertEqual(factorial(25), \(text))"
            let test =
                "import XCTest\nfinal class KitTests: XCTestCase {\n    func testIt() {\n\(assertion)\n    }\n}\n"
            let clinic = Clinic(source: source, test: test)
            return clinic.healed(
                clinic.diagnosis(.integerOverflow, at: "product *= factor", expecting: assertion))
        }
        let answer = "\"15511210043330985984000000\""
        #expect(!healed(expecting: answer).isEmpty)
        #expect(!healed(expecting: answer).contains { $0.contains(answer) })
        #expect(healed(expecting: "\"too large\"").contains { $0.contains("\"too large\"") })
    }

    @Test func every_failure_class_of_the_catalogue_has_a_fixer() {
        let covered = FixerCatalogue.all.reduce(into: Set<FailureClass>()) { $0.formUnion($1.classes) }
        let wanted: Set<FailureClass> = [
            .zeroDivision, .nilUnwrap, .indexOutOfRange, .integerOverflow, .invalidRange, .negativeCount,
            .emptyCollection, .forceCast, .forceTry, .duplicateKeys, .lossyConversion, .stackOverflow,
            .infiniteLoop,
            .fatalError, .preconditionFailure, .buildError,
        ]
        #expect(covered.isSuperset(of: wanted))
    }

    @Test func a_place_that_the_source_does_not_have_gives_no_candidate() {
        let clinic = Clinic(source: "func f() {}\n", test: "")
        var diagnosis = clinic.diagnosis(.zeroDivision, at: "func f")
        diagnosis.location?.file = "Sources/Kit/Other.swift"
        #expect(clinic.healed(diagnosis).isEmpty)
    }

    @Test func no_two_candidates_leave_the_same_text() {
        let clinic = Clinic(source: "func f(_ a: Int, _ b: Int) -> Int {\n    return a / b\n}\n", test: "")
        let healed = clinic.healed(clinic.diagnosis(.zeroDivision, at: "a / b"))
        #expect(healed.count > 5)
        #expect(Set(healed).count == healed.count)
    }

    @Test func a_block_that_begins_by_unwrapping_runs_only_with_a_value() {
        let inBranch = Clinic(
            source: """
                func first(_ list: [Int], _ wanted: Bool) -> Int {
                    if wanted {
                        let value = list.first!
                        return value * 2
                    }
                    return 7
                }
                """, test: "")
        #expect(
            inBranch.healed(inBranch.diagnosis(.nilUnwrap, at: "list.first!")).contains(
                """
                func first(_ list: [Int], _ wanted: Bool) -> Int {
                    if wanted, let value = list.first {
                        return value * 2
                    }
                    return 7
                }
                """))
        let plain = Clinic(
            source: """
                func first(_ list: [Int]) -> Int {
                    do {
                        let value = list.first!
                        return value * 2
                    }
                    return 7
                }
                """, test: "")
        // Guards come first, whatever the shape of the block.
        let place = plain.healed(plain.diagnosis(.nilUnwrap, at: "list.first!")).firstIndex(
            of: """
                func first(_ list: [Int]) -> Int {
                    if let value = list.first {
                        return value * 2
                    }
                    return 7
                }
                """)
        #expect(place.map { $0 > 0 } == true)
    }

    @Test func a_trap_that_was_inlined_into_a_test_lies_where_it_was_printed() {
        let clinic = Clinic(
            source: "func first(_ list: [Int]) -> Int {\n    list.first!\n}\n", test: "func testIt() {\n}\n")
        var diagnosis = clinic.diagnosis(
            .nilUnwrap, at: "list.first!",
            evidence: [
                "Kit/Kit.swift:2: Fatal error: Unexpectedly found nil while unwrapping an Optional value"
            ])
        diagnosis.location = SourceLocation(file: "Tests/KitTests/KitTests.swift", line: 1)
        #expect(clinic.patient.place(of: diagnosis)?.file == "Sources/Kit/Kit.swift")
        #expect(clinic.patient.place(of: diagnosis)?.line == 2)
        // The standard library's own files are not the patient's.
        diagnosis.evidence = ["Swift/ContiguousArrayBuffer.swift:692: Fatal error: Index out of range"]
        #expect(clinic.patient.place(of: diagnosis)?.file == "Tests/KitTests/KitTests.swift")
    }
}
