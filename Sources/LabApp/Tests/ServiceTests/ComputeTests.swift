import Foundation
import Testing

@testable import Handlers

struct ComputeTests {
    @Test func a_percentage_is_computed() throws {
        #expect(try respond(#"{"operation": "percentage", "part": 1, "total": 4}"#) == .number(25))
    }

    @Test func an_empty_total_is_named() {
        #expect(throws: ComputeError("total", "must not be 0")) {
            try respond(#"{"operation": "percentage", "part": 1, "total": 0}"#)
        }
    }

    @Test func a_part_too_large_is_named() {
        #expect(throws: ComputeError("part", "is too large")) {
            try respond(#"{"operation": "percentage", "part": 9223372036854775807, "total": 2}"#)
        }
    }

    @Test func an_operand_of_the_wrong_kind_is_named() {
        #expect(throws: ComputeError("part", "must be a whole number")) {
            try respond(#"{"operation": "percentage", "part": "1", "total": 4}"#)
        }
        #expect(throws: ComputeError("items", "must be a list of whole numbers")) {
            try respond(#"{"operation": "page", "items": ["a"], "page": 1, "size": 2}"#)
        }
    }

    @Test func an_amount_is_split() throws {
        #expect(try respond(#"{"operation": "split", "cents": 10, "parts": 3}"#) == .numbers([4, 3, 3]))
    }

    @Test func an_operand_out_of_range_is_named() {
        #expect(throws: ComputeError("parts", "must be 1 to 1000")) {
            try respond(#"{"operation": "split", "cents": 10, "parts": 0}"#)
        }
        #expect(throws: ComputeError("attempt", "must be 1 to 100")) {
            try respond(#"{"operation": "backoff", "base": 100, "attempt": 101}"#)
        }
    }

    @Test func a_page_is_cut_out() throws {
        #expect(
            try respond(#"{"operation": "page", "items": [1, 2, 3], "page": 2, "size": 2}"#)
                == .numbers([3])
        )
    }

    @Test func a_median_is_found() throws {
        #expect(try respond(#"{"operation": "median", "values": [5, 1, 3]}"#) == .number(3))
    }

    @Test func a_median_of_nothing_is_refused() {
        #expect(throws: ComputeError("values", "must not be empty")) {
            try respond(#"{"operation": "median", "values": []}"#)
        }
    }

    @Test func a_duration_is_normalised() throws {
        #expect(try respond(#"{"operation": "duration", "text": "90m"}"#) == .text("1h 30m"))
    }

    @Test func a_text_that_is_no_duration_is_refused() {
        #expect(throws: ComputeError("text", "must be a duration such as 1h30m")) {
            try respond(#"{"operation": "duration", "text": "soon"}"#)
        }
    }

    @Test func a_backoff_is_computed() throws {
        #expect(try respond(#"{"operation": "backoff", "base": 100, "attempt": 3}"#) == .number(400))
    }

    @Test func an_unknown_operation_is_refused() {
        let known = "percentage, split, page, median, duration, backoff"
        #expect(throws: ComputeError("operation", "must be one of \(known)")) {
            try respond(#"{"operation": "explode"}"#)
        }
    }

    @Test func an_operation_is_required() {
        #expect(throws: ComputeError("operation", "must be text")) { try respond("{}") }
    }

    @Test func a_body_that_is_no_object_is_refused() {
        #expect(throws: ComputeError("body", "must be a JSON object")) { try respond("") }
        #expect(throws: ComputeError("body", "must be a JSON object")) { try respond("[1]") }
    }

    private func respond(_ json: String) throws -> ComputeResult {
        try Compute.respond(to: Data(json.utf8))
    }
}
